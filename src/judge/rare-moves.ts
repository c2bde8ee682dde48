import { type Growth, growthOf, slopeNoise } from '../diff/growth.ts'
import { rareMove } from './constants.ts'

/**
 * A series taken apart: what it does from round to round, and the few moves that are much larger. A median of steps knows nothing of
 * those, so that a flush every twentieth round reads as a series without noise.
 */
export interface Parts {
  /** Whether the large moves are few enough to be told from the rest. */
  readonly rare: boolean
  /** Growth of the series without its moves where they are rare, and the standard deviation of its slope. */
  readonly growth: Growth
  readonly noise: number
  /** The same if every change were drawn by itself, as those of a leak by chance are. */
  readonly noiseOfChanges: number
  /** One value an interval: what a large move adds to the usual change; 0 where there is none. */
  readonly moves: readonly number[]
  /** What the moves come to, in units a round, and its standard deviation: they come when they like. */
  readonly moved: number
  readonly movedNoise: number
}

/** Takes `series` apart; moves below `least` units are never large ones. */
export function partsOf(series: readonly number[], least: number): Parts {
  const moves = movesOf(series, least)
  const rounds = Math.max(1, moves.length)
  const rare = moves.filter((move) => move !== 0).length <= rareMove.share * moves.length
  const usual = rare ? withoutMoves(series, moves) : series
  const movedNoise = Math.hypot(...moves) / rounds
  return {
    rare,
    growth: growthOf(usual),
    noise: rare ? slopeNoise(usual) : Math.max(slopeNoise(usual), movedNoise),
    noiseOfChanges: deviation(changesOf(usual)) * Math.sqrt(1.2 / rounds),
    moves,
    moved: sum(moves) / rounds,
    movedNoise,
  }
}

/** From the first two values to the last two, a round. */
export function meanRise(series: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length
  return series.length < 4 ? 0 : (mean(series.slice(-2)) - mean(series.slice(0, 2))) / (series.length - 2)
}

/** Changes that lie far from the usual one. What is back after one round has moved nothing. */
function movesOf(series: readonly number[], least: number): readonly number[] {
  const steps = changesOf(series)
  const usual = median(steps)
  const spread = 1.4826 * median(steps.map((step) => Math.abs(step - usual)))
  const limit = Math.max(rareMove.spreads * spread, rareMove.floors * least)
  const moves = steps.map((step) => (Math.abs(step - usual) > limit ? step - usual : 0))
  const isSpike = (move: number, next: number) => move !== 0 && next !== 0 && Math.abs(move + next) <= limit
  return moves.map((move, i) =>
    isSpike(move, moves[i + 1] ?? 0) || isSpike(moves[i - 1] ?? 0, move) ? 0 : move,
  )
}

function withoutMoves(series: readonly number[], moves: readonly number[]): readonly number[] {
  let moved = 0
  return series.map((value, i) => {
    moved += moves[i - 1] ?? 0
    return value - moved
  })
}

const changesOf = (series: readonly number[]): readonly number[] =>
  series.slice(1).map((value, i) => value - (series[i] ?? value))

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function deviation(values: readonly number[]): number {
  const mean = sum(values) / Math.max(1, values.length)
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
