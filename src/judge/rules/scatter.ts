import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { baseMargin, scatterQuantiles, unknownMargin } from '../constants.ts'
import { partsOf } from './rare-moves.ts'
import { most } from './rule.ts'

/**
 * Units a round that head's mean growth may lie above base's because two starts of one program differ:
 * a tenth of base's growth, or what Student's t makes of the scatter of the starts that were seen,
 * at base's height. Trials as long as `head` are compared; shorter ones may show how much starts differ.
 * Where each side was started once, nothing is known of that, and twice what base grows by is allowed.
 * A base that grows by no more than `least` does not leak: what it varies by is noise.
 */
export function allowanceOf(diff: TotalDiff, head: TrialGrowth, least: number): number {
  const grown = (trials: readonly TrialGrowth[]) =>
    trials.map(({ series }) => partsOf(series, least).growth.steady)
  const long = (trials: readonly TrialGrowth[]) => grown(trials.filter((t) => t.stage === head.stage))
  const compared = { head: long(diff.head), base: long(diff.base) }
  const height = meanOf(compared.base)
  if (height <= least) return (baseMargin - 1) * height
  const known = [compared, { head: grown(diff.head), base: grown(diff.base) }]
    .map((seen) => quantileTimesScatter(seen, height))
    .filter((value) => value !== null)
  if (known.length === 0) return (unknownMargin - 1) * height
  const pairs = 1 / Math.max(1, compared.head.length) + 1 / Math.max(1, compared.base.length)
  return Math.max((baseMargin - 1) * height, Math.min(...known) * Math.sqrt(pairs))
}

interface Starts {
  readonly head: readonly number[]
  readonly base: readonly number[]
}

/** null: each side was started once, and nothing is known of what differs between starts. */
function quantileTimesScatter({ base, head }: Starts, height: number): number | null {
  const freedom = [base, head].reduce((sum, { length }) => sum + Math.max(0, length - 1), 0)
  if (freedom === 0) return null
  // A start that leaks twice as much differs from another one by twice as much.
  const scale = Math.min(1, height / Math.max(meanOf(head), Number.MIN_VALUE))
  const squares = squaresOf(base) + scale ** 2 * squaresOf(head)
  return (scatterQuantiles[freedom] ?? scatterQuantiles.at(-1) ?? 0) * Math.sqrt(squares / freedom)
}

const squaresOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0)

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : most([values.reduce((sum, value) => sum + value, 0) / values.length])
