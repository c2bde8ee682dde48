import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { rareMove } from '../constants.ts'
import { partsOf } from './rare-moves.ts'
import { alike, type Bounds } from './rule.ts'

/**
 * Whether what rose in steps has stopped rising, in every trial as long as this one of head. `beyond doubt`:
 * by a long silence, in two starts, or since the first trial rose at the same rounds by as much.
 */
export function isOver(
  diff: TotalDiff,
  head: TrialGrowth,
  { threshold, warmup }: Bounds,
): 'beyond doubt' | 'perhaps' | 'no' {
  const movesOf = (series: readonly number[]) => telling(partsOf(series, threshold).moves, threshold)
  const trials = alike(head, diff.head).map(({ series }) => movesOf(series))
  const ended = (silence: number) => trials.every((moves) => hasEnded(moves, warmup, silence))
  if (!ended(rareMove.silence)) return 'no'
  const [first] = diff.head
  const again = first !== undefined && risesAlike(movesOf(first.series), trials.at(-1) ?? [])
  return trials.length > 1 || again || ended(rareMove.longSilence) ? 'beyond doubt' : 'perhaps'
}

/** Without rises that beside the largest are nothing, as long as all of them come to no leak. */
function telling(moves: readonly number[], threshold: number): readonly number[] {
  const least = rareMove.faint * Math.max(0, ...moves)
  const faint = moves.filter((move) => move > 0 && move < least).reduce((sum, move) => sum + move, 0)
  return faint > threshold * moves.length ? moves : moves.map((move) => (move < least ? 0 : move))
}

/**
 * It never rose, or stands still for so many times as long as it ever did before:
 * one step alone for half as many.
 */
function hasEnded(moves: readonly number[], warmup: number, silence: number): boolean {
  const rises = roundsOf(moves)
  if (rises.length === 0) return true
  const waits = rises.map((round, i) => round - (rises[i - 1] ?? -warmup))
  const since = moves.length - (rises.at(-1) ?? 0)
  return since >= (rises.length > 1 ? silence : silence / 2) * Math.max(...waits)
}

/** The same steps in both trials, each within a round of the other. */
function risesAlike(first: readonly number[], later: readonly number[]): boolean {
  const [one, other] = [roundsOf(first), roundsOf(later)]
  const size = (moves: readonly number[], round: number | undefined) => moves[(round ?? 0) - 1] ?? 0
  return (
    one.length === other.length &&
    one.every((round, i) => {
      const ratio = size(later, other[i]) / size(first, round)
      const near = Math.abs(round - (other[i] ?? 0)) <= 1
      return near && ratio < rareMove.alike && ratio > 1 / rareMove.alike
    })
  )
}

const roundsOf = (moves: readonly number[]): readonly number[] =>
  moves.flatMap((move, i) => (move > 0 ? [i + 1] : []))
