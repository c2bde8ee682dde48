import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { baseMargin } from './constants.ts'
import { partsOf } from './rules/rare-moves.ts'
import { alike, excessOf, leftOf, most } from './rules/rule.ts'
import type { Manner, Slope } from './verdict.ts'

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
 * Mean least-squares slope of the shown trials with its interval, units a round; null when there are none.
 */
function plainRate(trials: readonly TrialGrowth[]): Slope | null {
  return meanRate(trials, ({ growth }) => ({
    perRound: growth.plain,
    low: Math.min(growth.low, growth.plain),
    high: Math.max(growth.high, growth.plain),
  }))
}

/** The same of robust slopes, in which a step or a cache that fills comes to little. */
export function robustRate(trials: readonly TrialGrowth[]): Slope | null {
  return meanRate(trials, ({ growth: { high, low, whole } }) => ({ perRound: whole, low, high }))
}

function meanRate(trials: readonly TrialGrowth[], of: (trial: TrialGrowth) => Slope): Slope | null {
  const shown = shownTrials(trials)
  if (shown.length === 0) return null
  const mean = (part: keyof Slope) => meanOf(shown, (trial) => of(trial)[part])
  return { perRound: mean('perRound'), low: mean('low'), high: mean('high') }
}

/** Two-sided 99 % of the normal distribution. */
const z99 = 2.5758

/** What trials grow by, as the total that they are trials of is told. */
export function rateOf(trials: readonly TrialGrowth[], manner: Manner, threshold: number): Slope | null {
  return manner === 'even' ? plainRate(trials) : gained(trials, gainOf[manner], threshold)
}

/** What the shown trials gained a round, with what chance makes of it. */
function gained(trials: readonly TrialGrowth[], gain: Gain, threshold: number): Slope | null {
  const shown = shownTrials(trials)
  if (shown.length === 0) return null
  const perRound = meanOf(shown, gain)
  const noises = shown
    .map(({ series }) => partsOf(series, threshold))
    .map((p) => Math.hypot(p.noise, p.movedNoise))
  const reach = (z99 * Math.hypot(...noises)) / shown.length
  return { perRound, low: perRound - reach, high: perRound + reach }
}

/** Head's growth beyond 1.1 times base's, in units a round: the mean over head's shown trials. */
export function meanExcess({ base, head }: TotalDiff, manner: Manner): number {
  const shown = shownTrials(head)
  if (manner === 'even') return meanOf(shown, (trial) => excessOf(trial, base))
  const [newest] = shown
  const gain = gainOf[manner]
  const before = newest === undefined ? 0 : meanOf(alike(newest, base), gain)
  return meanOf(shown, gain) - baseMargin * most([before])
}

type Gain = (trial: TrialGrowth) => number

/** From the first value to the last, or to the one after the drain. */
const gainOf: Readonly<Record<Exclude<Manner, 'even'>, Gain>> = {
  stepped: ({ series }) => ((series.at(-1) ?? 0) - (series[0] ?? 0)) / Math.max(1, series.length - 1),
  left: leftOf,
}
