import type { Levels } from './settle.ts'

/**
 * The program of head's first trial, left idle while the confirming trial of the same program runs: what it
 * has kept for as long as a drain takes needs no second wait.
 */
export interface Elder {
  /** Milliseconds for which nobody has driven it. */
  readonly idled: () => number
  /**
   * Of what each level gained while it was driven, the share that is there still, by the key of the level;
   * above 1 where it has grown on. Without levels that gained nothing to speak of. Empty when it is gone.
   */
  readonly kept: () => Promise<ReadonlyMap<string, number>>
}

interface Left {
  /** After its first measured round, and after the last. */
  readonly first: Levels
  readonly last: Levels
  /** Growth up to this much says nothing. */
  readonly negligible: (key: string) => number
  /** Reads it anew; rejects when it is gone. */
  readonly read: () => Promise<Levels>
  readonly idled: () => number
}

export function elderOf({ first, idled, last, negligible, read }: Left): Elder {
  const gained = [...last].flatMap(([key, value]) => {
    const gain = value - (first.get(key) ?? 0)
    return gain > negligible(key) ? [{ key, gain }] : []
  })
  return {
    idled,
    kept: async () => {
      const now = gained.length === 0 ? null : await read().catch(() => null)
      if (now === null) return new Map()
      return new Map(
        gained.map(({ key, gain }) => [key, ((now.get(key) ?? 0) - (first.get(key) ?? 0)) / gain]),
      )
    },
  }
}

/** What falls by less than this share of what was gained has not fallen: byte counts have noise. */
const leastKept = 0.9

/** Whether everything in `grown` was kept by an elder that gained it too. */
export async function keepsAll(elder: Elder, grown: Iterable<string>): Promise<boolean> {
  const kept = await elder.kept()
  return [...grown].every((key) => (kept.get(key) ?? 0) >= leastKept)
}

/** An elder that gained by more than this share of what its rounds had gained it was at work, though idle. */
const atWork = 1.2

/** Whether somebody has driven it meanwhile: what its younger one was to do, perhaps. */
export async function wasAtWork(elder: Elder): Promise<boolean> {
  return [...(await elder.kept()).values()].some((share) => share > atWork)
}
