import type { TrialGrowth } from '../diff/comparison.ts'
import { differences } from '../diff/growth.ts'
import { fewestIntervals, levellingRatio } from './constants.ts'
import { isDoubling } from './rules/doubling.ts'
import { clockDoubt } from './rules/idle.ts'
import { meanRise } from './rules/rare-moves.ts'
import { stays } from './rules/rule.ts'

/** The shape of a series, named in reports. */
export const shapes = [
  'growing',
  'levelling',
  'step',
  'sawtooth',
  'doubling',
  'slow to settle',
  'partly settled',
  'while idle',
  'flat',
] as const
export type Shape = (typeof shapes)[number]

/** A single rise that makes up this much of the whole is a step. */
const stepShare = 0.8
/** What doubles stands still between its steps: half of them are below this share of the mean one. */
const stillShare = 0.25
/** A series that falls back by this much of its range, twice or for good, is a sawtooth. */
const toothShare = 0.5

/** Names the shape of one trial's series; changes below `threshold` units a round count as none. */
export function shapeOf(trial: TrialGrowth, threshold: number): Shape {
  // So short a series has a direction and no shape.
  if (trial.series.length <= fewestIntervals) return trial.growth.plain > threshold ? 'growing' : 'flat'
  return longShape(trial, threshold)
}

function longShape(trial: TrialGrowth, threshold: number): Shape {
  const { series, growth } = trial
  const steps = differences(series)
  const range = Math.max(...series) - Math.min(...series)
  if (!(range > threshold)) return 'flat'
  if (isDoubling(series) && stays(trial)) return standsStill(steps) ? 'doubling' : 'growing'
  if (isSawtooth(series, range)) return 'sawtooth'
  if (growth.steady > threshold) {
    if (!stays(trial)) return 'slow to settle'
    const whileIdle = trial.idle?.perRound ?? 0
    if (whileIdle > threshold && growth.steady - whileIdle <= Math.max(threshold, clockDoubt(trial, 0)))
      return 'while idle'
    return growth.late < levellingRatio * growth.early ? 'levelling' : 'growing'
  }
  if (keepsRising(series, threshold)) return 'growing'
  if (Math.max(...steps) > stepShare * range) return 'step'
  return growth.early > threshold ? 'levelling' : 'flat'
}

/** It falls by half of its range, and what is left at the end is less than that. */
function isSawtooth(series: readonly number[], range: number): boolean {
  const falls = series.filter((value, i) => value - (series[i - 1] ?? value) < -toothShare * range)
  return (
    falls.length >= 2 || (falls.length === 1 && (series.at(-1) ?? 0) - (series[0] ?? 0) < toothShare * range)
  )
}

/** Rarely, but as much late as early. */
function keepsRising(series: readonly number[], threshold: number): boolean {
  const half = Math.floor(series.length / 2)
  const [early, late] = [meanRise(series.slice(0, half + 1)), meanRise(series.slice(half))]
  return Math.min(early, late) > threshold && late >= levellingRatio * early
}

/**
 * Objects that are kept in a map grow in every round, and now and then the map doubles as well:
 * that is no *doubling*.
 */
function standsStill(steps: readonly number[]): boolean {
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return steps.filter((step) => step < stillShare * mean).length >= steps.length / 2
}
