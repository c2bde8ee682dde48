import type { Trial } from '../trial/trial.ts'

/** Seconds from the first measured round to the last of head's longest trial; 0 without any. */
export function watched(trials: readonly Trial[]): number {
  const lengths = trials
    .filter(({ side }) => side === 'head')
    .map(({ rounds }) => (rounds.at(-1)?.elapsed ?? 0) - (rounds[0]?.elapsed ?? 0))
  return Math.max(0, ...lengths) / 1000
}

/** Seconds by what they were spent on, and in all. */
export const spentOf = (spans: Readonly<Record<string, number>>) => ({
  seconds: Object.values(spans).reduce((a, b) => a + b, 0),
  spans: { ...spans },
})
