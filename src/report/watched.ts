import type { Trial } from '../trial/trial.ts'

/** Seconds from the first measured round to the last of head's longest trial; 0 without any. */
export function watched(trials: readonly Trial[]): number {
  const lengths = trials
    .filter(({ side }) => side === 'head')
    .map(({ rounds }) => (rounds.at(-1)?.elapsed ?? 0) - (rounds[0]?.elapsed ?? 0))
  return Math.max(0, ...lengths) / 1000
}
