import type { TrialGrowth } from '../../diff/comparison.ts'
import { differences } from '../../diff/growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import { fewestIntervals, levellingRatio } from '../constants.ts'
import { stays } from '../rules/rule.ts'
import type { FaintGrowth, JudgedTotal } from '../verdict.ts'
import { growingGroups, isRuntime, moreThanBase, type Naming } from './groups.ts'

const told: readonly Quantity[] = ['heap-bytes', 'external-bytes']

/** Two starts of one program differ by less: base grew by no more than this share of what head did. */
const baseShare = 0.5
/** A row that makes this share of the growth names it. */
const namingShare = 0.5

/**
 * Memory that grew in every round of every trial of head, as fast late as early and far more than on base,
 * and by less than this run can judge. Nothing is decided by it: more operations in a round would.
 */
export function faintGrowth(names: Naming, totals: readonly JudgedTotal[]): readonly FaintGrowth[] {
  return totals.flatMap((total) => {
    const { figure, standing, smallestVisible, threshold } = total
    const { head, quantity, role } = total.diff
    const still = standing === 'quiet' || standing === 'cleared'
    if (!still || threshold === null || figure === null || !told.includes(quantity)) return []
    const everyRound = head.length > 0 && head.every(neverFell)
    const news = (figure.base?.perRound ?? 0) <= baseShare * figure.head.perRound
    if (!everyRound || !news || figure.more <= 0 || figure.more >= smallestVisible) return []
    return [{ role, quantity, function: nameOf(names, total), perRound: figure.more, smallestVisible }]
  })
}

function neverFell(trial: TrialGrowth): boolean {
  const { growth, series } = trial
  const rose = series.length > fewestIntervals && differences(series).every((step) => step > 0)
  return rose && stays(trial) && growth.late >= levellingRatio * growth.early
}

function nameOf(names: Naming, { diff: { quantity, role }, figure }: JudgedTotal): string | null {
  const [first] = growingGroups(names, { role, quantity, measure: moreThanBase })
  if (first === undefined || isRuntime(first.culprit)) return null
  return first.grown >= namingShare * (figure?.more ?? 0) ? (first.culprit?.function ?? null) : null
}
