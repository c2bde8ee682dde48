import type { Quantity } from '../profile/profile.ts'
import type { Reason } from '../trial/trial.ts'
import type { Outcome } from './rules/rule.ts'
import type { Judgement } from './verdict.ts'

/** Why a judgement is left undecided, and what would decide it; one for each cause, none of a verdict. */
export function undecidedReasons({ next, totals, verdict }: Judgement): readonly Reason[] {
  if (next === 'confirm' || verdict !== 'inconclusive') return []
  const told = totals.flatMap(({ diff, undecided }) => {
    const cause = undecided === null ? undefined : causes[undecided]
    return cause === undefined
      ? []
      : [[undecided, { ...cause, text: cause.text(nameOf(diff.quantity)) }] as const]
  })
  return [...new Map(told.toReversed()).values()].reverse()
}

const causes: Readonly<
  Partial<Record<Outcome, { code: string; text: (what: string) => string; remedy: string }>>
> = {
  unsure: {
    code: 'within-noise',
    text: (what) => `${what} grew by more than is allowed, but within the noise of the trials.`,
    remedy: 'More operations a round would decide it.',
  },
  rare: {
    code: 'too-rare',
    text: (what) => `${what} grew in only a few rounds, too rarely to tell a leak from chance.`,
    remedy: 'Three times the `rounds`, or more operations in each, would decide it.',
  },
  undone: {
    code: 'let-go-of',
    text: (what) =>
      `${what} climbed and fell back, but not to the same level each time, which may hide a leak.`,
    remedy: 'Enough `rounds` to hold several of these falls would decide it.',
  },
  levels: {
    code: 'levelling',
    text: (what) => `${what} grew ever more slowly, and was still growing in the last round.`,
    remedy: 'More `rounds`, or a `warmup` that fills it, would decide it.',
  },
  scattered: {
    code: 'starts-differ',
    text: (what) =>
      `${what} grew more than on base, but by no more than one start of this program differs from the next.`,
    remedy: 'More `trials` would decide it.',
  },
  'while idle': {
    code: 'by-the-clock',
    text: (what) => `${what} kept growing while no round ran, and only on head.`,
    remedy: 'See what runs by itself, and whether what it keeps has a bound.',
  },
}

const nameOf = (quantity: Quantity): string => names[quantity] ?? quantity

const names: Readonly<Partial<Record<Quantity, string>>> = {
  tasks: 'The number of tasks',
  files: 'The number of open files',
  threads: 'The number of threads',
  classes: 'The number of loaded classes',
  instances: 'The number of objects of one type',
  'heap-bytes': 'The live heap',
  'heap-objects': 'The number of live objects',
  'external-bytes': 'What is held outside the heap',
  'rss-bytes': 'Resident memory',
}
