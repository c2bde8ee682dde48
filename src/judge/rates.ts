import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { baseMargin } from './constants.ts'
import { partsOf } from './rules/rare-moves.ts'
import { alike, excessOf, most } from './rules/rule.ts'
import type { Slope } from './verdict.ts'

/**
 * The trials whose growth is told: all of the newest one's length, so that the mean of them is one figure.
 */
export function shownTrials(trials: readonly TrialGrowth[]): readonly TrialGrowth[] {
  const newest = trials.at(-1)
  return trials.filter(
    ({ series, stage }) => stage === newest?.stage && series.length === newest.series.length,
  )
}

export const meanOf = (trials: readonly TrialGrowth[], of: (trial: TrialGrowth) => number): number =>
  trials.reduce((sum, trial) => sum + of(trial), 0) / Math.max(1, trials.length)

/**
 * How a total is told to grow, as it was judged: evenly, or in steps,
 * of which a slope that is robust knows nothing.
 */
export type Manner = 'even' | 'stepped'

/** Two-sided 99 % of the normal distribution. */
const z99 = 2.5758

/** Mean growth of a side's told trials with its interval, in units a round; null when it has none. */
export function rateOf(trials: readonly TrialGrowth[], manner: Manner, threshold: number): Slope | null {
  const shown = shownTrials(trials)
  if (shown.length === 0) return null
  const mean = (of: (trial: TrialGrowth) => number) => meanOf(shown, of)
  if (manner === 'even')
    return {
      perRound: mean(({ growth }) => growth.whole),
      low: mean(({ growth }) => growth.low),
      high: mean(({ growth }) => growth.high),
    }
  const perRound = mean(gainOf)
  const noises = shown
    .map(({ series }) => partsOf(series, threshold))
    .map((p) => Math.hypot(p.noise, p.movedNoise))
  const reach = (z99 * Math.hypot(...noises)) / shown.length
  return { perRound, low: perRound - reach, high: perRound + reach }
}

/** Head's growth beyond 1.1 times base's, in units a round: the mean over head's told trials. */
export function meanExcess({ base, head }: TotalDiff, manner: Manner): number {
  const shown = shownTrials(head)
  if (manner === 'even') return meanOf(shown, (trial) => excessOf(trial, base))
  const [newest] = shown
  const before = newest === undefined ? 0 : meanOf(alike(newest, base), gainOf)
  return meanOf(shown, gainOf) - baseMargin * most([before])
}

/** What a trial gained from its first value to its last, a round. */
const gainOf = ({ series }: TrialGrowth): number =>
  ((series.at(-1) ?? 0) - (series[0] ?? 0)) / Math.max(1, series.length - 1)
