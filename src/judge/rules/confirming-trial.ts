import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { differences } from '../../diff/growth.ts'
import { baseMargin, boundNoise, doubling, levellingRatio, rareMove, screenNoise } from '../constants.ts'
import { isDoubling } from './doubling.ts'
import { clockDoubt, excessByRounds, grownWhileIdle } from './idle.ts'
import { isOver } from './over.ts'
import { fallsToOneLevel, type Pooled, pooledOf, undoneOf } from './pooled.ts'
import { meanRise } from './rare-moves.ts'
import { alike, type Bounds, netExcessOf, type Outcome } from './rule.ts'
import { allowanceOf } from './scatter.ts'
import { meanOfSides, sidesOf } from './sides.ts'
import { afterDrain } from './stayed.ts'

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
  const drained = afterDrain(diff, head, bounds)
  if (drained !== null) return drained
  const { early, late, settled } = sides.head.growth
  if (late < levellingRatio * early && !isDoubling(head.series))
    return (settled ?? sides.excess) <= threshold ? 'quiet' : 'levels'
  const byRounds = excessByRounds(head, diff.base, { excess: sides.excess, threshold })
  const byClock = grownWhileIdle(head, diff.base, threshold)
  if (byRounds <= screen) return byClock
  if (byClock === 'while idle' && byRounds <= clockDoubt(head, sides.noise)) return byClock
  const stepped = outcomeOfSteps(diff, head, { ...bounds, threshold: screen })
  if (stepped === 'leaks in steps') return 'leaks'
  const undone = undoneOf(diff, head, { climb: sides.excess, least: threshold })
  if (sides.excess - undone < rareMove.undone * sides.excess)
    return fallsToOneLevel(diff, head, threshold) ? 'steps' : 'undone'
  const mean = meanOfSides(diff, head, { least: threshold })
  return mean.excess > boundNoise * mean.noise ? beyondScatter(diff, head, threshold) : 'unsure'
}

function beyondScatter(diff: TotalDiff, head: TrialGrowth, threshold: number): Outcome {
  const allowed = allowanceOf(diff, head, threshold)
  return meanOfSides(diff, head, { least: threshold, margin: 1 }).difference > threshold + allowed
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
  const drained = afterDrain(diff, head, bounds)
  const base = alike(head, diff.base)
  if (isDoubling(head.series) && !base.some((b) => isDoubling(b.series))) {
    if (drained !== null) return drained
    return base.some((b) => stepsAsMuch(head, b)) ? doublesOften(diff, head) : 'leaks in steps'
  }
  const over = isOver(diff, head, bounds)
  if (over === 'beyond doubt') return 'steps'
  if (drained !== null) return drained
  if (head.idle !== null && net - head.idle.perRound <= threshold)
    return grownWhileIdle(head, diff.base, threshold)
  return over === 'perhaps' ? onceMore(diff, head, threshold) : howOften(diff, head, threshold)
}

/** What rose and stopped elsewhere in each start may be chance that paused: one more start tells. */
function onceMore(diff: TotalDiff, head: TrialGrowth, threshold: number): Outcome {
  const all = pooledOf(diff, head, { least: threshold, margin: baseMargin })
  return isNews(all) ? 'rare' : 'steps'
}

/**
 * Both fill a container that doubles, of which chance may show one more step on head: twice, or it is none.
 */
function doublesOften(diff: TotalDiff, head: TrialGrowth): Outcome {
  if (isFirstOf(diff, head)) return 'rare'
  return alike(head, diff.head).every(({ series }) => isDoubling(series)) ? 'leaks in steps' : 'steps'
}

/** Whether base rises at once by as much as head did before its last step. */
function stepsAsMuch(head: TrialGrowth, base: TrialGrowth): boolean {
  const largest = ({ series }: TrialGrowth) => Math.max(...differences(series))
  return largest(base) * doubling.most * doubling.spread >= largest(head)
}

function howOften(diff: TotalDiff, head: TrialGrowth, threshold: number): Outcome {
  const all = pooledOf(diff, head, { least: threshold, margin: baseMargin })
  if (all.moved > threshold && all.moved > rareMove.bound * all.noise && risesLate(diff, head))
    return 'leaks in steps'
  return isNews(all) && all.moved > rareMove.screen * all.noise ? 'rare' : 'steps'
}

const isNews = ({ baseNoise, headNoise }: Pooled): boolean => headNoise > rareMove.beyondBase * baseNoise

/** As much late as early, over all trials, give or take the chance by which moves come. */
function risesLate(diff: TotalDiff, head: TrialGrowth): boolean {
  const halves = alike(head, diff.head).map(({ series }) => {
    const half = Math.floor(series.length / 2)
    return { early: series.slice(0, half + 1), late: series.slice(half) }
  })
  const rise = (of: 'early' | 'late') => halves.reduce((sum, h) => sum + meanRise(h[of]), 0)
  const chance = Math.hypot(...halves.map(({ late }) => Math.hypot(...differences(late)) / late.length))
  return rise('late') + chance >= levellingRatio * rise('early')
}
