import type { Comparison, TotalDiff } from '../../diff/comparison.ts'
import { clearShare } from '../constants.ts'
import type { JudgedTotal } from '../verdict.ts'
import { moved } from './base-matters.ts'

/**
 * Whether everything that head's first trial made suspect is clear by the first rounds of its confirming one:
 * each such total moved, in any shape and whatever base does, by less than a quarter of what it may grow.
 * What rose rarely then, and not in every round, may rise later. No
 * *red* is decided early: pools fill later than that.
 */
export function isClear(totals: readonly JudgedTotal[], soFar: Comparison): boolean {
  const suspects = totals.filter(({ standing }) => standing === 'suspected')
  const known = new Set(totals.map(({ diff }) => keyOf(diff)))
  return (
    suspects.length > 0 &&
    // What the first trial did not read may be what grew.
    soFar.totals.every((diff) => known.has(keyOf(diff))) &&
    suspects.every(({ diff, excess, threshold }) => {
      const limit = threshold ?? 0
      const now = soFar.totals.find((t) => t.role === diff.role && t.quantity === diff.quantity)
      const trial = now?.head.at(-1)
      return excess > limit && trial !== undefined && moved(trial) <= clearShare * limit
    })
  )
}

const keyOf = ({ quantity, role }: Pick<TotalDiff, 'quantity' | 'role'>): string => `${quantity} ${role}`
