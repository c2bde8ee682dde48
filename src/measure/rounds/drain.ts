import type { Clock } from '../process/waiting.ts'
import type { Levels, Settled } from './settle.ts'

interface Baseline {
  /** After the first measured round. */
  readonly first: Levels
  /** Growth up to this much is not waited for: it would not be judged. */
  readonly negligible: (key: string) => number
}

export interface Draining<R> extends Baseline {
  readonly read: () => Promise<R>
  readonly levels: (reading: R) => Levels
  /** Milliseconds that the program has been idle before. */
  readonly idled?: number
  /** Most milliseconds to wait. */
  readonly limit: number
  readonly clock: Clock
}

const firstPause = 250
const longestPause = 2000
/** Idle time-outs of five seconds are common (servers close idle connections then). */
const shortestDrain = 5500
/** A fall below this share of what has grown is the noise of byte counts. */
const noise = 0.02

/**
 * After the last round, waits for what only looked like growth:
 * programs whose tasks end after two seconds grow by the same number in every round. Ends at once when
 * nothing has grown or all of it is gone, and, once it was idle for as long as the shortest drain, when a
 * whole pause brought no fall.
 */
export async function drain<R>(draining: Draining<R>): Promise<Settled<R>> {
  const { read, levels, limit, clock, idled = 0 } = draining
  const began = clock.now()
  let reading = await read()
  for (
    let pause = firstPause;
    grown(draining, levels(reading)).size > 0;
    pause = Math.min(pause * 2, longestPause)
  ) {
    const left = limit - (clock.now() - began)
    if (left <= 0) return { reading, settled: false }
    const before = levels(reading)
    const toShortest = shortestDrain - idled - (clock.now() - began)
    await clock.pause(Math.min(pause, left, toShortest > 0 ? Math.max(firstPause, toShortest) : left))
    reading = await read()
    const still = !hasDropped(draining, before, levels(reading))
    if (still && idled + clock.now() - began >= shortestDrain) break
  }
  return { reading, settled: true }
}

function grown({ first, negligible }: Baseline, now: Levels): Levels {
  const growth = [...now].map(([key, value]) => [key, value - (first.get(key) ?? 0)] as const)
  return new Map(growth.filter(([key, value]) => value > negligible(key)))
}

function hasDropped(draining: Baseline, before: Levels, now: Levels): boolean {
  return [...grown(draining, before)].some(([key, growth]) => {
    const drop = (before.get(key) ?? 0) - (now.get(key) ?? 0)
    return drop > noise * growth
  })
}
