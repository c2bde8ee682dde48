import type { Quantity } from '../profile/profile.ts'

/** Every threshold of the judge, with its reason. Reports and docs take the figures from here. */

/**
 * Two processes of one binary that both leak differ by 1 to 6 % in their growth;
 * an equal leak must not read as a worse one.
 */
export const baseMargin = 1.1

/** Leaks measured late at 0.92 to 1.10 of their early slope; caches that fill fall below half. */
export const levellingRatio = 0.5

/** Tasks that end by themselves are gone after the drain, leaked ones all stay: half lies far from both. */
export const staysRatio = 0.5

/** Stacks that lost no more than a tenth in a drain, which sampling may tell wrongly, outlasted it whole. */
export const wholeShare = 0.9

/** In a first trial the late half need only show this share of what the whole has to. */
export const lateShare = 0.25

/** Two fresh starts of one program differ by up to this factor in what they grow by the clock. */
export const idleMargin = 1.5

/**
 * Lists of common runtimes grow by 1.25 or 1.5, maps by 2, and 24 rounds hold three steps of any of them.
 * Steps: a rise of at least this share of the range; each larger than the one before it by a factor between
 * these, give or take `spread`.
 */
export const doubling = { share: 0.05, least: 1.15, most: 2.6, steps: 3, spread: 1.35 } as const

/** Intervals from which on a series can be told from a cache, a step or noise. */
export const fewestIntervals = 4

/**
 * Tasks that stay from so many operations, at least so many an operation, are no cache:
 * none is filled that evenly.
 */
export const evidentTasks = { perOperation: 0.9, operations: 20, intervals: 2 } as const

/**
 * A base that climbed by at most this share of head's growth in its first trial stood still,
 * though it let go of `fallenShare` of it meanwhile.
 */
export const flatShare = 0.05
export const fallenShare = 0.2

/**
 * Growth of so many times what it varies by is seen in any trial: a leak by chance that comes so often is
 * missing from one in less than 1 of 10,000.
 */
export const evenGrowth = 3

/**
 * A suspect that moved by at most this share of its threshold in a confirming trial's first rounds is clear:
 * so were 180 of 181.
 */
export const clearShare = 0.25

/**
 * In a confirming trial an excess of so many times the threshold needs no further repetition: counts are
 * exact, the rest has noise.
 */
export const plainExcess = { counted: 2, other: 4 } as const

/** Totals that have no noise: each of their units is one that somebody made. */
export const counted: readonly Quantity[] = ['tasks', 'files', 'classes', 'instances']

/** Of resident memory that grows, the share that nothing counted explains before it is told. */
export const uncountedShare = 0.5

/**
 * Rounds of a confirming trial for each round of the first:
 * three times clears caches that twice as many did not.
 */
export const confirmFactor = 3

/** Growth a round below which a total is noise, where the runtime states no floor of its own. */
export const defaultFloors: Readonly<Record<Quantity, number>> = {
  tasks: 0.5,
  files: 0.5,
  threads: 0.5,
  classes: 0.5,
  'class-bytes': 16_000,
  instances: 0.5,
  'heap-bytes': 4096,
  'heap-objects': 12,
  'external-bytes': 16_000,
  // Resident memory of clean servers drifts by up to 150 kB a round over eight rounds, by up to 40 over 24.
  'rss-bytes': 256_000,
  'alloc-bytes': 16_000,
  'alloc-objects': 64,
}

/**
 * An excess below this many times the run's own noise does not call for a confirming trial. At 0.5 it costs
 * clean programs 0.05 trials a side (docs/judge.md).
 */
export const screenNoise = 0.5

/**
 * What lies below a first trial's bursts calls for a confirming trial from so many times its own noise on: at
 * once as many, three times as many clean programs with noise in bursts are looked at again.
 */
export const keptNoise = 2

/**
 * An excess below this many times a confirming trial's own noise is no leak. At 2 simulation gives 1 red in
 * 10,000 equal comparisons, 6 with noise three times as large; a higher one misses more leaks of one task a
 * round beside a pool of tasks.
 */
export const boundNoise = 3

/**
 * A change from one round to the next is a rare move when it lies this many robust `spreads`, and this many
 * `floors`, from the usual one, in at most this `share` of the rounds. A climb of which rare falls leave less
 * than `undone` is none when they end within `oneLevel` of their size of each other. Rare rises leak when the
 * end of all long trials lies `bound` times their noise above the beginning: 7 rises of one size where base
 * has none; they stay undecided from `screen` on, unless base moves by more than one part in `beyondBase`.
 * They are over when nothing came for `silence` times the longest wait, beyond doubt for `longSilence` times,
 * or when the first trial had them at the same rounds, by a factor of less than `alike`; rises below the
 * share `faint` of the largest are none of them.
 * A trial that begins or ends within a burst shows one change of it,
 * at most `burst` times the bursts that it shows whole.
 */
export const rareMove = {
  spreads: 6,
  floors: 2,
  share: 0.25,
  shareOfFew: 0.45,
  long: 16,
  excursion: 3,
  burst: 2,
  undone: 0.5,
  oneLevel: 0.1,
  bound: 2.6,
  screen: 0.99,
  beyondBase: 2,
  silence: 2,
  longSilence: 6,
  alike: 1.35,
  faint: 0.05,
} as const

/**
 * Student's t, one-sided 0.05 %, by degrees of freedom: how far the means of two sides may lie apart, in
 * scatters of their starts, before head counts as worse than a base that leaks as well. The scatter is taken
 * from the long trials and from all, and the smaller allowance holds, which doubles the share of errors at
 * most: in simulation 3 in 10,000 are red. Half the share for each would miss a third of leaks 1.5 times as
 * large that are found now.
 */
export const scatterQuantiles = [Number.POSITIVE_INFINITY, 637, 31.6, 12.9, 8.61] as const

/**
 * Where each side was started once, nothing is known of what starts differ by,
 * nor of what turns or is let go of later: head counts as worse from three times on.
 */
export const unknownMargin = 3

/**
 * A leak below this many times the noise of the first trials may be missed; one three times as large is found
 * in 99 of 100 simulated runs, and the others print more (docs/judge.md).
 */
export const visibleNoise = 3

/**
 * Trials beyond the user's most for growth that was let go of, or came too rarely: with two,
 * a leak three times what was printed as visible is found beside swings that stick in 99.2 of 100; with one,
 * in 98.9.
 */
export const spareTrials = 2

/** A site with less than this share of its total's excess is a part of the finding, not one of its own. */
export const findingShare = 0.1

/**
 * Stacks of one function with so much of its growth say how it ends: beside 1 kB that a timer holds,
 * the timer itself is a tenth, which samples tell by a few parts of a hundred.
 */
export const kinShare = 0.05

/** A frame below which at least this share of the growth was made is the one that "all" is inside. */
export const insideShare = 0.9

/**
 * A growth that came down to this share of what it was is fixed; one that was this share of what it is,
 * is new.
 */
export const fixedShare = 0.1

/**
 * A row that grows while its total does not is told when it is this many times its noise and over base's
 * (tasks: as good as new), its slower half grows at least `evenness` of its faster one, and rows that shrink
 * by at least `part` of it, beyond `sigmasDown` of sampling, make up `hidden` of it.
 */
export const masked = {
  sigmas: 4,
  over: 1.25,
  overCounted: 10,
  evenness: 0.5,
  part: 0.1,
  hidden: 0.5,
  sigmasDown: 2,
} as const
