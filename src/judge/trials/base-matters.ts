import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { growthOf } from '../../diff/growth.ts'
import { evenGrowth, fallenShare, flatShare } from '../constants.ts'
import { partsOf } from '../rules/rare-moves.ts'
import type { JudgedTotal, Judgement } from '../verdict.ts'

/**
 * Whether base, driven as long as head's newest trial, might change the verdict. It cannot where head is
 * clear by itself; nor where every total that leaks stood still on base and grew in head's first rounds
 * already, as fast as later, and too evenly to miss a trial by chance: what base may do after its own first
 * trial explains nothing of that.
 */
export function baseMatters({ totals, verdict }: Judgement): boolean {
  if (verdict === 'inconclusive') return true
  if (verdict === 'pass') return totals.some(({ excused }) => excused)
  return totals.some((total) => total.standing === 'red' && !isPlain(total))
}

/** Whether it would, if head's first trial were the newest and red in all that it makes suspect. */
export const baseMayMatter = ({ totals }: Judgement): boolean =>
  totals.some((total) => total.standing === 'suspected' && !isPlain(total))

function isPlain({ diff, head, threshold }: JudgedTotal): boolean {
  const least = threshold ?? 0
  const rounds = shortest(diff.base)
  if (head === null || diff.base.length === 0) return false
  const begun = head.series.slice(0, rounds)
  const begin = growthOf(begun).steady
  const atMost = (share: number) => Math.max(least / 2, share * head.growth.steady)
  const even = begin > evenGrowth * partsOf(begun, least, 'whole').noiseOfChanges
  return (
    even &&
    begin > least &&
    2 * begin >= head.growth.steady &&
    diff.base.every((b) => climbed(b) <= atMost(flatShare) && moved(b) <= atMost(fallenShare))
  )
}

const shortest = (trials: TotalDiff['base']): number => Math.min(...trials.map(({ series }) => series.length))

/** The most that a trial rose above any earlier round, units a round. */
function climbed({ growth, series }: TrialGrowth): number {
  const climbs = series.map((value, i) => value - Math.min(...series.slice(0, i + 1)))
  return Math.max(growth.steady, growth.plain, Math.max(...climbs) / Math.max(1, series.length - 1))
}

/** Units a round, of any shape: a step or a cache that fills is no standing still. */
export function moved({ growth, series }: TrialGrowth): number {
  const range = Math.max(...series) - Math.min(...series)
  return Math.max(growth.steady, growth.plain, range / Math.max(1, series.length - 1))
}
