import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { baseMargin, unknownMargin, visibleNoise } from './constants.ts'
import { type Parts, partsOf } from './rules/rare-moves.ts'
import { most } from './rules/rule.ts'
import { allowanceOf } from './rules/scatter.ts'

/**
 * Growth a round from which on a leak counts: the threshold, or three times the noise where that is more
 * (rare moves are noise as well), and what the program's own growth excuses comes on top.
 * Of trials of several lengths the coarsest view counts: a leak has to pass all.
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
  const chance = visibleNoise * Math.hypot(noise(heads), baseMargin * noise(bases))
  return excusedIn(diff, head, threshold) + Math.max(threshold, chance)
}

/**
 * What the program's own growth excuses. What a first trial alone has seen to grow, or to be let go of, on
 * either side, may turn, stop or come otherwise in the next start: it counts twice.
 */
function excusedIn(diff: TotalDiff, head: TrialGrowth, threshold: number): number {
  if (head.stage === 'confirm') return allowanceOf(diff, head, threshold)
  if (diff.base.some(({ stage }) => stage === 'confirm')) return 0
  const falls = [...diff.head, ...diff.base].map(({ growth }) => -growth.whole)
  const own = most([...diff.base.map(({ growth }) => growth.steady), ...falls])
  return ((own > threshold ? unknownMargin : baseMargin) - 1) * own
}

const noiseOf = ({ noise, movedNoise }: Parts): number => Math.hypot(noise, movedNoise)
