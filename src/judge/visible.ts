import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { baseMargin, visibleNoise } from './constants.ts'
import { type Parts, partsOf } from './rules/rare-moves.ts'
import { most } from './rules/rule.ts'
import { marginOf } from './rules/scatter.ts'

/**
 * Growth a round from which on a leak counts: the threshold, or three times the noise where that is more
 * (rare moves are noise as well), and what base's own growth excuses comes on top. Of trials of several
 * lengths the coarsest view counts: a leak has to pass all.
 */
export function smallestVisible(diff: TotalDiff, threshold: number): number {
  return Math.max(
    threshold,
    ...(['first', 'confirm'] as const).map((stage) => inStage(diff, stage, threshold)),
  )
}

function inStage(diff: TotalDiff, stage: TrialGrowth['stage'], threshold: number): number {
  const of = (trials: readonly TrialGrowth[]) => trials.filter((trial) => trial.stage === stage)
  const [heads, bases] = [of(diff.head), of(diff.base)]
  const head = heads.at(-1)
  if (head === undefined) return 0
  const noise = (trials: readonly TrialGrowth[]) =>
    most(trials.map(({ series }) => noiseOf(partsOf(series, threshold))))
  const margin = stage === 'first' ? baseMargin : marginOf(diff, head, threshold)
  const excused = (margin - 1) * most(bases.map((trial) => trial.growth.steady))
  return excused + Math.max(threshold, visibleNoise * Math.hypot(noise(heads), margin * noise(bases)))
}

const noiseOf = ({ noise, movedNoise }: Parts): number => Math.hypot(noise, movedNoise)
