import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { slopeNoise } from '../diff/growth.ts'
import {
  baseMargin,
  boundNoise,
  idleMargin,
  lateShare,
  levellingRatio,
  screenNoise,
  staysRatio,
  visibleNoise,
} from './constants.ts'
import { isDoubling, restOfStep } from './doubling.ts'

/**
 * What one trial of head, set against every base trial, says of one total. `steps`: it rose by more than allowed, though not steadily.
 * `unsure`: more than allowed, but within the noise. `while idle`: by the clock, and more than on base.
 */
export type Outcome = 'quiet' | 'leaks' | 'levels' | 'unsure' | 'slow to settle' | 'steps' | 'while idle'

/** Head's steady growth less 1.1 times the largest that base showed in any trial; head's alone without a base. */
export function excessOf(head: TrialGrowth, base: readonly TrialGrowth[]): number {
  return head.growth.steady - baseMargin * most(base.map((b) => b.growth.steady))
}

/** The same of plain slopes, in which steps count: what a total that doubles grows by. */
export function plainExcessOf(head: TrialGrowth, base: readonly TrialGrowth[]): number {
  return head.growth.plain - baseMargin * most(base.map((b) => b.growth.plain))
}

/** What a total has to stay below, and how long the process was driven before its first value. */
export interface Bounds {
  /** Units a round. */
  readonly threshold: number
  /** Rounds thrown away. */
  readonly warmup: number
}

/**
 * Judges one head trial: over `threshold` and over its own noise, still as fast late as early, still there after a drain, and not by the
 * clock alone. What rises in steps instead leaks when they double; in a first trial they are worth a second look as long as they may.
 */
export function outcomeOf(head: TrialGrowth, base: readonly TrialGrowth[], bounds: Bounds): Outcome {
  const { threshold } = bounds
  const noise = noiseOf([head], alike(head, base))
  const screen = Math.max(threshold, screenNoise * noise)
  const excess = excessOf(head, base)
  if (excess <= screen)
    return isPromising(head, base, screen)
      ? 'unsure'
      : steppedOf(head, base, { ...bounds, threshold: screen })
  if (head.growth.late < levellingRatio * head.growth.early && !isDoubling(head.series))
    return (head.growth.settled ?? excess) <= threshold ? 'quiet' : 'levels'
  if (!stays(head)) return 'slow to settle'
  if (byRounds(head, base, threshold) <= screen) return grownWhileIdle(head, base, threshold)
  // The steps of what doubles are no noise, though they read as some.
  return excess > boundNoise * noise || steppedOf(head, base, { ...bounds, threshold: screen }) === 'leaks'
    ? 'leaks'
    : 'unsure'
}

/** In a first trial noise hides in the late half what the whole shows: that is worth a second look. */
function isPromising(head: TrialGrowth, base: readonly TrialGrowth[], screen: number): boolean {
  const before = baseMargin * most(base.map((b) => b.growth.steady))
  const { whole, late } = head.growth
  return head.stage === 'first' && whole - before > screen && late - before > lateShare * screen
}

function steppedOf(head: TrialGrowth, base: readonly TrialGrowth[], bounds: Bounds): Outcome {
  const before = most(base.map((b) => meanRise(b.series)))
  if (meanRise(head.series) - baseMargin * before <= bounds.threshold) return 'quiet'
  if (head.stage === 'first' && isOver(head.series, bounds)) return 'quiet'
  if (!isDoubling(head.series) || base.some((b) => isDoubling(b.series))) return 'steps'
  return stays(head) ? 'leaks' : 'slow to settle'
}

/** One step, so early that its like would have been seen, and nothing after it. */
function isOver(series: readonly number[], { threshold, warmup }: Bounds): boolean {
  const rest = restOfStep(series, warmup)
  return rest !== null && meanRise(rest) <= threshold
}

/** From the first two values to the last two, a round. */
function meanRise(series: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  return series.length < 4 ? 0 : (mean(series.slice(-2)) - mean(series.slice(0, 2))) / (series.length - 2)
}

/** The excess of what an idle phase does not explain; the whole excess when it added less than would be judged. */
function byRounds(head: TrialGrowth, base: readonly TrialGrowth[], threshold: number): number {
  if (head.idle === null || head.idle.perRound <= threshold) return excessOf(head, base)
  const beyond = ({ growth, idle }: TrialGrowth) => Math.max(0, growth.steady - (idle?.perRound ?? 0))
  return beyond(head) - baseMargin * most(alike(head, base).map(beyond))
}

/** Growth by the clock is no leak of a round; when base grows so as well it is none of the pull request's. */
function grownWhileIdle(head: TrialGrowth, base: readonly TrialGrowth[], threshold: number): Outcome {
  const { perRound, perSecond } = head.idle ?? { perRound: 0, perSecond: 0 }
  const before = most(base.map((b) => b.idle?.perSecond ?? 0))
  if (perSecond <= 0) return 'quiet'
  return perRound * (1 - (idleMargin * before) / perSecond) > threshold ? 'while idle' : 'quiet'
}

/** Standard deviation of the excess, in units a round: the larger noise of either side's trials, joined. */
function noiseOf(head: readonly TrialGrowth[], base: readonly TrialGrowth[]): number {
  const noise = (trials: readonly TrialGrowth[]) => most(trials.map((t) => slopeNoise(t.series)))
  return Math.hypot(noise(head), baseMargin * noise(base))
}

/** The base trials as long as head's, else all: shorter ones are noisier. */
function alike(head: TrialGrowth, base: readonly TrialGrowth[]): readonly TrialGrowth[] {
  const same = base.filter((b) => b.stage === head.stage)
  return same.length > 0 ? same : base
}

const most = (values: readonly number[]): number => Math.max(0, ...values)

/** True unless a drain showed that less than half of the growth is left. */
export function stays(trial: TrialGrowth): boolean {
  const rise = (trial.series.at(-1) ?? 0) - (trial.series[0] ?? 0)
  return trial.left === null || trial.left >= staysRatio * rise
}

/** The larger of threshold, three times the noise of the first trials, and the margin that base's own growth needs. */
export function smallestVisible(diff: TotalDiff, threshold: number): number {
  const base = most(diff.base.map((b) => b.growth.steady))
  const noise = noiseOf(diff.head.slice(0, 1), diff.base.slice(0, 1))
  return Math.max(threshold, visibleNoise * noise, (baseMargin - 1) * base)
}
