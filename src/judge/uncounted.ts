import type { TrialGrowth } from '../diff/comparison.ts'
import { slopeNoise } from '../diff/growth.ts'
import type { Quantity } from '../profile/profile.ts'
import { baseMargin, boundNoise, defaultFloors, uncountedShare } from './constants.ts'
import type { JudgedTotal } from './verdict.ts'

/** Resident memory that grows although nothing that is counted does: native code's. Bytes a round. */
export interface UncountedGrowth {
  readonly role: string
  readonly base: number
  readonly head: number
}

const counted: readonly Quantity[] = ['heap-bytes', 'external-bytes']

/**
 * Where resident memory grows steadily in head's newest trial, more than on base, and the totals that are
 * counted make up less than half of it. Nothing is judged by it: whoever wants that gives `budgets.rss` a
 * figure, and then the total itself is judged.
 */
export function uncountedGrowth(totals: readonly JudgedTotal[]): readonly UncountedGrowth[] {
  return totals.flatMap((total) => {
    const { base, head, quantity, role } = total.diff
    const newest = head.at(-1)
    if (quantity !== 'rss-bytes' || total.threshold !== null || newest === undefined) return []
    const ofRole = totals.filter((t) => t.diff.role === role)
    // Stacks of tasks are resident as well; and what is told already needs no second telling.
    const told = ofRole.some((t) => t.standing !== 'quiet' && t.standing !== 'cleared')
    if (told || ofRole.some(growsByTasks)) return []
    const own = ofRole.filter((t) => counted.includes(t.diff.quantity))
    const explained = (side: 'base' | 'head', number: number) =>
      own.reduce((sum, t) => sum + plainOf(t.diff[side].find((trial) => trial.number === number)), 0)
    const beyond = (side: 'base' | 'head', trial: TrialGrowth) =>
      Math.max(0, trial.growth.steady - explained(side, trial.number))
    const before = Math.max(0, ...base.map((trial) => beyond('base', trial)))
    const grown = beyond('head', newest)
    const floor = defaultFloors['rss-bytes'] / (newest.repeat ?? 1)
    const least = Math.max(floor, boundNoise * noiseOf([newest, ...base]))
    const tells = grown - baseMargin * before > least && grown > uncountedShare * newest.growth.steady
    return tells && own.length > 0 ? [{ role, base: before, head: grown }] : []
  })
}

const noiseOf = (trials: readonly TrialGrowth[]): number =>
  Math.SQRT2 * Math.max(...trials.map(({ series }) => slopeNoise(series)))

const growsByTasks = ({ diff }: JudgedTotal): boolean =>
  diff.quantity === 'tasks' && (diff.head.at(-1)?.growth.steady ?? 0) > 0

const plainOf = (trial: TrialGrowth | undefined): number => Math.max(0, trial?.growth.plain ?? 0)
