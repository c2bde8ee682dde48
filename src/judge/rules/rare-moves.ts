import { differences, type Growth, growthOf, medianOf, mixedNoise, scaleOf } from '../../diff/growth.ts'
import { fewestIntervals, rareMove } from '../constants.ts'
import { burstsOf, movesInSight } from './bursts.ts'

/**
 * A series taken apart: what it does from round to round, and the few moves that are much larger.
 * A median of steps knows nothing of those,
 * so that a flush every twentieth round reads as a series without noise.
 */
export interface Parts {
  /**
   * Whether the large moves are few enough to be told from the rest; and whether the usual changes are the
   * most. A first trial only asks for a second look: there both are one.
   */
  readonly rare: boolean
  readonly few: boolean
  /** The largest change that is none of the large moves, in units. */
  readonly reach: number
  /** Growth of the series without its moves where they are rare, and the standard deviation of its slope. */
  readonly growth: Growth
  readonly noise: number
  /** The same if every change were drawn by itself, as those of a leak by chance are. */
  readonly noiseOfChanges: number
  /** One value an interval: what a large move adds to the usual change; 0 where there is none. */
  readonly moves: readonly number[]
  /** The same without those that only end, or begin, a burst that the trial began or ended in. */
  readonly inSight: readonly number[]
  /** What the moves come to, in units a round, and its standard deviation: they come when they like. */
  readonly moved: number
  readonly movedNoise: number
}

/** What becomes of large moves: left out where they are rare, left out, or left in. */
export type How = 'rare' | 'apart' | 'whole'

/**
 * Takes `series` apart; moves below `least` units are never large ones. Kept for each series,
 * since all rules ask.
 */
export function partsOf(series: readonly number[], least: number, how: How = 'rare'): Parts {
  const known = taken.get(series) ?? new Map<string, Parts>()
  const key = `${least} ${how}`
  const parts = known.get(key) ?? takeApart(series, least, how)
  taken.set(series, known.set(key, parts))
  return parts
}

const taken = new WeakMap<readonly number[], Map<string, Parts>>()

function takeApart(raw: readonly number[], least: number, how: How): Parts {
  const series = withoutSpikes(raw, least)
  const { excursions, moves, reach } = movesOf(series, least)
  const rounds = Math.max(1, moves.length)
  const share = moves.filter((move) => move !== 0).length / rounds
  const few = share <= rareMove.shareOfFew
  const rare = rounds < rareMove.long ? few : share <= rareMove.share
  const apart = how === 'apart' || (how === 'rare' && rare)
  const usual = apart ? withoutMoves(series, moves, excursions) : series
  return {
    rare,
    few,
    reach,
    growth: growthOf(usual),
    moves,
    inSight: movesInSight(moves, burstsOf({ raw, series, excursions })),
    moved: sum(moves) / rounds,
    ...noisesOf(usual, moves, apart),
  }
}

function noisesOf(
  usual: readonly number[],
  moves: readonly number[],
  apart: boolean,
): Pick<Parts, 'movedNoise' | 'noise' | 'noiseOfChanges'> {
  const rounds = Math.max(1, moves.length)
  const noise = mixedNoise(usual)
  const movedNoise = Math.hypot(...moves) / rounds
  const noiseOfChanges = deviation(changesOf(usual, moves)) * Math.sqrt(1.2 / rounds)
  // What moves at times, and stays there, does so by little as well: its slope is known no better.
  const ofUsual = moves.some((move) => move !== 0) ? noiseOfChanges : 0
  return { movedNoise, noiseOfChanges, noise: Math.max(noise, apart ? ofUsual : movedNoise) }
}

/** Values that stand out by themselves for one round; they would make the usual change look large. */
function withoutSpikes(series: readonly number[], least: number): readonly number[] {
  if (series.length <= fewestIntervals) return series
  const slope = growthOf(series).whole
  const level = series.map((value, i) => value - slope * i)
  const centre = medianOf(level)
  const limit = Math.max(rareMove.spreads * scaleOf(level), rareMove.floors * least)
  const isOut = (i: number) => Math.abs((level[i] ?? centre) - centre) > limit
  return series.map((value, i) => {
    const [before, after] = [series[i - 1], series[i + 1]]
    const alone = before !== undefined && after !== undefined && !isOut(i - 1) && !isOut(i + 1)
    return alone && isOut(i) ? (before + after) / 2 : value
  })
}

/** From the first two values to the last two, a round. */
export function meanRise(series: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length
  return series.length < 4 ? 0 : (mean(series.slice(-2)) - mean(series.slice(0, 2))) / (series.length - 2)
}

/**
 * Changes that lie far from the usual one. What is back within a few rounds was an excursion,
 * and has moved nothing.
 */
function movesOf(series: readonly number[], least: number) {
  const steps = differences(series)
  const usual = medianOf(steps)
  const limit = Math.max(rareMove.spreads * scaleOf(steps), rareMove.floors * least)
  // A pause is none: a cache that is full stands still.
  const isFar = (step: number) => Math.abs(step - usual) > limit && Math.abs(step) > limit
  const far = steps.map((step) => (isFar(step) ? step - usual : 0))
  const moves = [...far]
  for (const [i, move] of far.entries()) {
    const back = move === 0 || moves[i] === 0 ? -1 : wayBack(far.slice(i, i + 1 + rareMove.excursion), limit)
    if (back > 0) moves.fill(0, i, i + back)
  }
  // A change as large as that is no scatter: it is what the series does.
  const reach = Math.abs(usual) > limit ? limit + Math.abs(usual) : limit
  return { reach, moves, excursions: far.map((move, i) => move - (moves[i] ?? 0)) }
}

/** After how many changes the first one is made good; -1: not within these. */
function wayBack(moves: readonly number[], limit: number): number {
  let away = 0
  const back = moves.findIndex((move) => {
    away += move
    return Math.abs(away) <= limit
  })
  return back < 0 ? -1 : back + 1
}

function withoutMoves(
  series: readonly number[],
  moves: readonly number[],
  excursions: readonly number[],
): readonly number[] {
  let moved = 0
  return series.map((value, i) => {
    moved += (moves[i - 1] ?? 0) + (excursions[i - 1] ?? 0)
    return value - moved
  })
}

/**
 * Changes from round to round, the large moves among them as far as they are of the others' kind:
 * those of a leak by chance are several at once, a flush beside an even leak is another thing.
 */
function changesOf(usual: readonly number[], moves: readonly number[]): readonly number[] {
  const changes = differences(usual)
  const centre = medianOf(changes)
  const reach = 2 * Math.max(0, ...changes.map((change) => Math.abs(change - centre)))
  return changes.map((change, i) => change + Math.max(-reach, Math.min(reach, moves[i] ?? 0)))
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function deviation(values: readonly number[]): number {
  const mean = sum(values) / Math.max(1, values.length)
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1))
}
