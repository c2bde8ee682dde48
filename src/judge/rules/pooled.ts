import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { rareMove } from '../constants.ts'
import { meanRise, type Parts, partsOf } from './rare-moves.ts'
import { alike, most } from './rule.ts'

/** Large moves of all trials as long as one of head, beside base's; units a round. */
export interface Pooled {
  /** What they come to beyond `margin` times base's, its standard deviation, and that of either side. */
  readonly moved: number
  readonly noise: number
  readonly headNoise: number
  readonly baseNoise: number
}

/** Moves below `least` units are never large ones. */
export function pooledOf(
  diff: TotalDiff,
  head: TrialGrowth,
  { least, margin }: { readonly least: number; readonly margin: number },
): Pooled {
  const [heads, base] = [partsAlike(head, diff.head, least), partsAlike(head, diff.base, least)]
  const [headNoise, baseNoise] = [noiseOf(heads), noiseOf(base)]
  return {
    moved: meanOf(heads, ({ moved }) => moved) - margin * most([meanOf(base, ({ moved }) => moved)]),
    noise: Math.hypot(headNoise, margin * baseNoise),
    headNoise,
    baseNoise,
  }
}

/**
 * What falls on head take off a climb, in units a round.
 * Those no larger than what base moves by more than once are not head's doing; where large moves are too many
 * to be told apart, the end against the beginning tells, and `climb` is what there was to keep.
 */
export function undoneOf(
  diff: TotalDiff,
  head: TrialGrowth,
  { climb, least }: { readonly climb: number; readonly least: number },
): number {
  const heads = partsAlike(head, diff.head, least)
  const usual = most(diff.base.map(({ series }) => swingOf(partsOf(series, least).moves)))
  if (heads.every(({ rare }) => rare)) return meanOf(heads, ({ inSight }) => fallenBelow(inSight, usual))
  const net = (trials: readonly TrialGrowth[]) =>
    alike(head, trials).reduce((sum, { series }) => sum + meanRise(series), 0) /
    Math.max(1, alike(head, trials).length)
  return climb - (net(diff.head) - most([net(diff.base)]))
}

/**
 * What falls take off besides the large rises of the same trial, which they undo first: units a round.
 * Falls no larger than `usual` take off nothing.
 */
function fallenBelow(moves: readonly number[], usual: number): number {
  const over = (of: (move: number) => number) => moves.reduce((sum, move) => sum + most([of(move)]), 0)
  return most([over((move) => -move - usual) - over((move) => move)]) / moves.length
}

/** What a trial lets go of, or may when it moves so again: one rise alone is a step. */
function swingOf(moves: readonly number[]): number {
  const sizes = moves.map(Math.abs).toSorted((a, b) => b - a)
  return Math.max(sizes[1] ?? 0, ...moves.map((move) => -move))
}

/**
 * True when head climbs and falls back to the same level in two trials or more: what was gathered is let go
 * of whole, and that is seen to come again. Falls to other levels each time may hide a leak.
 */
export function fallsToOneLevel(diff: TotalDiff, head: TrialGrowth, least: number): boolean {
  const falls = alike(head, diff.head).map((trial) => deepestFall(trial, least))
  const seen = falls.filter((fall) => fall !== null)
  if (seen.length < falls.length || seen.length < 2) return false
  const levels = seen.map(({ level }) => level)
  const size = Math.min(...seen.map((fall) => fall.size))
  return (
    Math.max(...levels) - Math.min(...levels) <= Math.max(rareMove.oneLevel * size, rareMove.floors * least)
  )
}

function deepestFall({ series }: TrialGrowth, least: number) {
  const falls = partsOf(series, least).inSight.flatMap((move, i) =>
    move < 0 ? [{ level: series[i + 1] ?? 0, size: -move }] : [],
  )
  return falls.toSorted((a, b) => a.level - b.level)[0] ?? null
}

const partsAlike = (head: TrialGrowth, trials: readonly TrialGrowth[], least: number): readonly Parts[] =>
  alike(head, trials).map(({ series }) => partsOf(series, least))

const meanOf = (parts: readonly Parts[], of: (parts: Parts) => number): number =>
  parts.reduce((sum, one) => sum + of(one), 0) / Math.max(1, parts.length)

const noiseOf = (parts: readonly Parts[]): number =>
  Math.hypot(...parts.map(({ movedNoise }) => movedNoise)) / Math.max(1, parts.length)
