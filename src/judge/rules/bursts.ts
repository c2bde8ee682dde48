import { differences } from '../../diff/growth.ts'
import { rareMove } from '../constants.ts'

/**
 * Changes that belong to bursts, one value an interval: there and back again within a few rounds. Those of a
 * round alone are missing from `series`, those of several are its `excursions`.
 */
export function burstsOf(parts: {
  readonly raw: readonly number[]
  readonly series: readonly number[]
  readonly excursions: readonly number[]
}): readonly number[] {
  const spikes = differences(parts.raw.map((value, i) => value - (parts.series[i] ?? value)))
  return parts.excursions.map((change, i) => change + (spikes[i] ?? 0))
}

/**
 * The large moves of a trial without those that are a part of a burst: it may begin within one,
 * or end in one, and the way there, or back, is not in sight.
 * Such a change is about as large as the bursts that are seen.
 */
export function movesInSight(moves: readonly number[], bursts: readonly number[]): readonly number[] {
  const largest = rareMove.burst * Math.max(0, ...bursts.map(Math.abs))
  // Of a burst upwards the way there is a rise and the way back a fall, and the other way round.
  const there = Math.sign(bursts.find((change) => change !== 0) ?? 0)
  return moves.map((move, i) => {
    const isBack = i < rareMove.excursion && Math.sign(move) === -there
    const isThere = i >= moves.length - rareMove.excursion && Math.sign(move) === there
    return (isBack || isThere) && Math.abs(move) <= largest ? 0 : move
  })
}
