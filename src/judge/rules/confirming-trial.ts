import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { boundNoise, levellingRatio, rareMove, screenNoise } from '../constants.ts'
import { isDoubling } from './doubling.ts'
import { excessByRounds, grownWhileIdle } from './idle.ts'
import { fallsToOneLevel, pooledOf, undoneOf } from './pooled.ts'
import { meanRise, partsOf } from './rare-moves.ts'
import { alike, type Bounds, netExcessOf, type Outcome, stays } from './rule.ts'
import { marginOf } from './scatter.ts'
import { sidesOf } from './sides.ts'

/**
 * Judges the newest trial of head: over the threshold and over its own noise, still there after a drain, as
 * fast late as early, not by the clock alone, and its end above its beginning. What rises in steps instead
 * leaks when they double, or came often enough.
 */
export function outcomeOf(diff: TotalDiff, head: TrialGrowth, bounds: Bounds): Outcome {
  const { threshold } = bounds
  const sides = sidesOf(head, diff.base, { least: threshold })
  const screen = Math.max(threshold, screenNoise * sides.noise)
  if (sides.excess <= screen) return outcomeOfSteps(diff, head, { ...bounds, threshold: screen })
  if (!stays(head)) return 'slow to settle'
  const { early, late, settled } = sides.head.growth
  if (late < levellingRatio * early && !isDoubling(head.series))
    return (settled ?? sides.excess) <= threshold ? 'quiet' : 'levels'
  const byRounds = excessByRounds(head, diff.base, { excess: sides.excess, threshold })
  if (byRounds <= screen) return grownWhileIdle(head, diff.base, threshold)
  const stepped = outcomeOfSteps(diff, head, { ...bounds, threshold: screen })
  if (stepped === 'leaks') return 'leaks'
  const undone = undoneOf(diff, head, { climb: sides.excess, least: threshold })
  if (sides.excess - undone < rareMove.undone * sides.excess)
    return fallsToOneLevel(diff, head, threshold) ? 'steps' : 'undone'
  // The steps of what doubles are no noise, though they read as some.
  return sides.excess > boundNoise * sides.noise ? beyondScatter(diff, head, threshold) : 'unsure'
}

function beyondScatter(diff: TotalDiff, head: TrialGrowth, threshold: number): Outcome {
  const margin = marginOf(diff, head, threshold)
  return sidesOf(head, diff.base, { least: threshold, margin }).excess > threshold
    ? 'leaks'
    : scattered(diff, head)
}

const scattered = (diff: TotalDiff, head: TrialGrowth): Outcome =>
  isFirstOf(diff, head) ? 'scattered' : 'quiet'

const isFirstOf = (diff: TotalDiff, head: TrialGrowth): boolean =>
  diff.head.filter((trial) => trial.stage === head.stage).length === 1

/**
 * Of what moves rarely: whether that comes often enough, in all trials of this length, to be more than
 * chance, and more than base.
 */
function outcomeOfSteps(diff: TotalDiff, head: TrialGrowth, bounds: Bounds): Outcome {
  const { threshold } = bounds
  const net = netExcessOf(head, diff.base)
  if (net <= threshold) return 'quiet'
  const base = alike(head, diff.base)
  if (isDoubling(head.series) && !base.some((b) => isDoubling(b.series)))
    return stays(head) ? 'leaks' : 'slow to settle'
  const moves = alike(head, diff.head).map(({ series }) => partsOf(series, threshold).moves)
  if (moves.every((ofTrial) => hasEnded(ofTrial, bounds.warmup))) return 'steps'
  if (!stays(head)) return 'slow to settle'
  if (head.idle !== null && net - head.idle.perRound <= threshold)
    return grownWhileIdle(head, diff.base, threshold)
  return howOften(diff, head, threshold)
}

function howOften(diff: TotalDiff, head: TrialGrowth, threshold: number): Outcome {
  const margin = marginOf(diff, head, threshold)
  const all = pooledOf(diff, head, { least: threshold, margin })
  if (all.moved > threshold && all.moved > rareMove.bound * all.noise && risesLate(head)) return 'leaks'
  const news = all.headNoise > rareMove.beyondBase * all.baseNoise
  return news && all.moved > rareMove.screen * all.noise ? 'rare' : 'steps'
}

function risesLate({ series }: TrialGrowth): boolean {
  const half = Math.floor(series.length / 2)
  return meanRise(series.slice(half)) >= levellingRatio * meanRise(series.slice(0, half + 1))
}

/**
 * It never rose, or stands still for twice as long as it ever did before:
 * one step alone for as long as it took to come.
 */
function hasEnded(moves: readonly number[], warmup: number): boolean {
  const rises = moves.flatMap((move, i) => (move > 0 ? [i + 1] : []))
  if (rises.length === 0) return true
  const waits = rises.map((round, i) => round - (rises[i - 1] ?? -warmup))
  const since = moves.length - (rises.at(-1) ?? 0)
  return since >= (rises.length > 1 ? rareMove.silence : 1) * Math.max(...waits)
}
