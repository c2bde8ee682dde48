import type { Levels } from './settle.ts'

/** The idle phase of a confirming trial lasts as long as this many of its rounds. */
export const idleRounds = 3

/**
 * Milliseconds to leave the program idle after `rounds` rounds that took `milliseconds`; 0 when nothing has
 * grown that could be judged.
 */
export function idleTime(request: {
  readonly first: Levels
  readonly last: Levels
  /** Growth up to this much would not be judged. */
  readonly negligible: (key: string) => number
  readonly rounds: number
  readonly milliseconds: number
}): number {
  const { first, last, negligible, rounds, milliseconds } = request
  const grew = [...last].some(([key, value]) => value - (first.get(key) ?? 0) > negligible(key))
  return grew ? (idleRounds * milliseconds) / rounds : 0
}
