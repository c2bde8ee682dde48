import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { baseMargin, scatterQuantiles } from '../constants.ts'
import { type Parts, partsOf } from './rare-moves.ts'

/**
 * How many times base's growth head may have before it counts as more: 1.1, or what the scatter between
 * starts of one program allows, by Student's t over the starts of both sides. Trials as long as `head` are
 * compared; shorter ones may show how much starts differ.
 */
export function marginOf(diff: TotalDiff, head: TrialGrowth, threshold: number): number {
  const parts = (trials: readonly TrialGrowth[]) => trials.map((t) => partsOf(t.series, threshold))
  const long = (trials: readonly TrialGrowth[]) => parts(trials.filter((t) => t.stage === head.stage))
  const [heads, bases] = [long(diff.head), long(diff.base)]
  const compared = 1 / Math.max(1, heads.length) + 1 / Math.max(1, bases.length)
  const allowed = [[heads, bases] as const, [parts(diff.head), parts(diff.base)] as const].map((groups) =>
    quantileTimesScatter(groups, threshold),
  )
  const least = Math.min(...allowed.filter((value) => value !== null))
  return Number.isFinite(least) ? Math.max(baseMargin, 1 + least * Math.sqrt(compared)) : baseMargin
}

/** null: each side was started once, and nothing is known of what differs between starts. */
function quantileTimesScatter(groups: readonly (readonly Parts[])[], threshold: number): number | null {
  const freedom = groups.reduce((sum, group) => sum + Math.max(0, group.length - 1), 0)
  if (freedom === 0) return null
  const squares = groups.reduce((sum, group) => sum + squaresOf(group, threshold), 0)
  return (scatterQuantiles[freedom] ?? scatterQuantiles.at(-1) ?? 0) * Math.sqrt(squares / freedom)
}

/** Squared deviations from the mean growth, as shares of it, less what noise within the trials explains. */
function squaresOf(group: readonly Parts[], threshold: number): number {
  const mean = group.reduce((sum, { growth }) => sum + growth.steady, 0) / Math.max(1, group.length)
  if (mean <= threshold) return 0
  const within = group.reduce((sum, { noise }) => sum + noise ** 2, 0) / group.length
  const squares = group.reduce((sum, { growth }) => sum + (growth.steady - mean) ** 2, 0)
  return Math.max(0, squares - (group.length - 1) * within) / mean ** 2
}
