import { InconclusiveError } from '../../errors.ts'

/**
 * How often a measured round runs the workload's own, by the name of what is driven: the program,
 * or one session of tests.
 */
export interface Repeats {
  /** null: not decided yet. */
  readonly of: (name: string) => number | null
  readonly decide: (name: string, times: number) => void
}

/** Of all trials of a run: first trials decide, and what confirms them may do with fewer. */
export interface AllRepeats extends Repeats {
  /** At most so many in confirming trials: what grows is large enough to be seen with fewer. */
  readonly limit: (times: number) => void
  readonly confirming: Repeats
}

/** The name of what a server's rounds drive: all of its processes at once. */
export const theProgram = ''

/** `fixed`: what the user wrote; `known`: what earlier trials, from a cache, were measured with. */
export function createRepeats(
  fixed: number | null,
  known: ReadonlyMap<string, number> = new Map(),
): AllRepeats {
  const decided = new Map(known)
  let most = Number.POSITIVE_INFINITY
  const of = (name: string): number | null => fixed ?? decided.get(name) ?? null
  const limited = (name: string): number | null => {
    const times = of(name)
    return times === null || fixed !== null ? times : Math.min(times, most)
  }
  // Both sides may be driven at once: the second keeps to what the first decided.
  const decide = (name: string, times: number) => void (decided.has(name) || decided.set(name, times))
  return {
    of,
    decide,
    limit: (times) => {
      most = times
    },
    confirming: { of: limited, decide },
  }
}

export interface Repeating {
  readonly name: string
  readonly repeats: Repeats
  readonly warmup: number
  /** Milliseconds. */
  readonly now?: () => number
}

/**
 * Work of a measured round, in milliseconds, below which it is repeated:
 * 18 rounds of two first trials are at most 3 s longer for it.
 */
export const enoughWork = 150
export const mostRepeats = 16

/**
 * Makes measured rounds of the workload's own: each as often as fits into 0.15 s,
 * so that the same noise stands against more work. The last warm-up round is timed and decides; one that
 * cannot be repeated there is not repeated at all.
 */
export function repeated(
  runOnce: (round: number) => Promise<void>,
  { name, repeats, warmup, now = () => performance.now() }: Repeating,
): (round: number) => Promise<void> {
  let calls = 0
  const again = async (round: number, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) await runOnce(round)
  }
  const decide = async (round: number): Promise<void> => {
    const began = now()
    await runOnce(round)
    const times = Math.max(1, Math.min(mostRepeats, Math.floor(enoughWork / (now() - began))))
    try {
      await again(round, times - 1)
      repeats.decide(name, times)
    } catch (error) {
      // It went well once.
      if (!(error instanceof InconclusiveError) || error.code !== 'round-failed') throw error
      repeats.decide(name, 1)
    }
  }
  return async (round) => {
    calls++
    if (calls < warmup) return await runOnce(round)
    if (warmup === 0 && repeats.of(name) === null) repeats.decide(name, 1)
    const times = repeats.of(name)
    return times === null ? await decide(round) : await again(round, times)
  }
}
