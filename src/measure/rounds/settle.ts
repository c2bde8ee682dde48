import type { Clock } from '../process/waiting.ts'

/** What must stand still: counts by a key of the caller's choice. */
export type Levels = ReadonlyMap<string, number>

export interface Settling<R> {
  /** Reads everything after a collection. */
  readonly read: () => Promise<R>
  readonly levels: (reading: R) => Levels
  /** The levels of the last settled reading; null before the first. */
  readonly previous: Levels | null
  /** Milliseconds without a fall that a risen count must pass; most milliseconds to wait. */
  readonly quiet: number
  readonly limit: number
  readonly clock: Clock
}

export interface Settled<R> {
  readonly reading: R
  /** false: the limit passed first. */
  readonly settled: boolean
  /** It waited, and nothing fell meanwhile. */
  readonly calm?: boolean
}

const firstPause = 10
const longestPause = 100

/**
 * Waits until what falls has fallen. Asymmetric: counts not above the previous ones are settled at once,
 * so that clean programs pay nothing; a risen one waits until two readings agree and `quiet` has passed
 * without a fall.
 */
export async function settle<R>({
  read,
  levels,
  previous,
  quiet,
  limit,
  clock,
}: Settling<R>): Promise<Settled<R>> {
  const began = clock.now()
  let quietSince = began
  let calm = true
  let reading = await read()
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    if (previous && isNotAbove(levels(reading), previous)) return { reading, settled: true }
    if (clock.now() - began >= limit) return { reading, settled: false }
    const toQuiet = quiet - (clock.now() - quietSince)
    await clock.pause(toQuiet > 0 ? Math.min(pause, toQuiet) : pause)
    const before = levels(reading)
    reading = await read()
    const now = levels(reading)
    if (hasFallen(before, now)) {
      quietSince = clock.now()
      calm = false
    }
    if (agree(before, now) && clock.now() - quietSince >= quiet) return { reading, settled: true, calm }
  }
}

function isNotAbove(now: Levels, previous: Levels): boolean {
  return [...now].every(([key, value]) => value <= (previous.get(key) ?? -1))
}

/** True when any count is lower than it was; what is no longer there has fallen too. */
function hasFallen(before: Levels, now: Levels): boolean {
  return [...before].some(([key, value]) => (now.get(key) ?? 0) < value)
}

function agree(before: Levels, now: Levels): boolean {
  return before.size === now.size && [...now].every(([key, value]) => before.get(key) === value)
}

/** Rounds in which waiting brought no fall, after which a fifth of `quiet` is waited for. */
const calmRounds = 4
const calmed = 5

/** How a program settles, learned in all its trials. */
export interface Calm {
  /** How long to wait now, of `quiet` milliseconds. */
  readonly quiet: (quiet: number) => number
  /** Told after each wait whether nothing fell in it. */
  readonly seen: (calm: boolean) => void
}

/** A single fall, and the whole wait is needed to the end. */
export function createCalm(): Calm {
  let rounds = 0
  return {
    quiet: (quiet) => (rounds >= calmRounds ? quiet / calmed : quiet),
    seen: (calm) => {
      rounds = calm ? rounds + 1 : Number.NEGATIVE_INFINITY
    },
  }
}
