import type { TrialGrowth } from '../diff/comparison.ts'
import { fewestIntervals, levellingRatio } from './constants.ts'
import { isDoubling } from './doubling.ts'
import { stays } from './rule.ts'

/** The shape of a series, named in reports. */
export const shapes = [
  'growing',
  'levelling',
  'step',
  'sawtooth',
  'doubling',
  'slow to settle',
  'while idle',
  'flat',
] as const
export type Shape = (typeof shapes)[number]

/** A single rise that makes up this much of the whole is a step. */
const stepShare = 0.8
/** What doubles stands still between its steps: half of them are below this share of the mean one. */
const stillShare = 0.25
/** A series that falls back by this much of its range in at least two rounds is a sawtooth. */
const toothShare = 0.5

/** Names the shape of one trial's series; changes below `threshold` units a round count as none. */
export function shapeOf(trial: TrialGrowth, threshold: number): Shape {
  // So short a series has a direction and no shape.
  if (trial.series.length <= fewestIntervals) return trial.growth.plain > threshold ? 'growing' : 'flat'
  return longShape(trial, threshold)
}

function longShape(trial: TrialGrowth, threshold: number): Shape {
  const { series, growth } = trial
  const steps = series.slice(1).map((value, i) => value - (series[i] ?? value))
  const range = Math.max(...series) - Math.min(...series)
  if (!(range > threshold)) return 'flat'
  if (isDoubling(series) && stays(trial)) return standsStill(steps) ? 'doubling' : 'growing'
  if (growth.steady > threshold) {
    if (!stays(trial)) return 'slow to settle'
    const whileIdle = trial.idle?.perRound ?? 0
    if (whileIdle > threshold && growth.steady - whileIdle <= threshold) return 'while idle'
    return growth.late < levellingRatio * growth.early ? 'levelling' : 'growing'
  }
  if (steps.filter((step) => step < -toothShare * range).length >= 2) return 'sawtooth'
  if (Math.max(...steps) > stepShare * range) return 'step'
  return growth.early > threshold ? 'levelling' : 'flat'
}

/** Objects that are kept in a map grow in every round, and now and then the map doubles as well: that is no *doubling*. */
function standsStill(steps: readonly number[]): boolean {
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return steps.filter((step) => step < stillShare * mean).length >= steps.length / 2
}
