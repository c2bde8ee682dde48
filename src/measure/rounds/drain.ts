import type { Clock } from '../process/waiting.ts'
import { type Elder, keepsAll } from './elder.ts'
import type { Levels, Settled } from './settle.ts'

export interface Baseline {
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
  /** What was read at the end of that, a moment ago; left out: it was not idle. */
  readonly before?: Levels | undefined
  /** One that was driven and left before: once it was idle for long enough, it tells what stays. */
  readonly elder?: Elder | undefined
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
 * whole pause, or the last moment of the idle phase, brought no fall.
 * An elder that has kept the same for that long stands for it.
 */
export async function drain<R>(draining: Draining<R>): Promise<Settled<R>> {
  const { read, levels, limit, clock, idled = 0 } = draining
  const began = clock.now()
  const stands = stoodFor(draining)
  let reading = await read()
  const enough = async (before: Levels): Promise<boolean> => {
    if (hasDropped(draining, before, levels(reading))) return false
    const rested = idled + clock.now() - began >= shortestDrain
    return rested || (await stands.forAll(grown(draining, levels(reading)).keys()))
  }
  if (draining.before !== undefined && (await enough(draining.before))) return { reading, settled: true }
  for (
    let pause = firstPause;
    grown(draining, levels(reading)).size > 0;
    pause = Math.min(pause * 2, longestPause)
  ) {
    const left = limit - (clock.now() - began)
    if (left <= 0) return { reading, settled: false }
    const before = levels(reading)
    const own = shortestDrain - idled - (clock.now() - began)
    const toShortest = stands.remaining(own)
    await clock.pause(Math.min(pause, left, toShortest > 0 ? Math.max(firstPause, toShortest) : left))
    reading = await read()
    if (await enough(before)) break
  }
  return { reading, settled: true }
}

/** What an elder spares, while it has not been seen to fall. */
function stoodFor<R>({ elder }: Draining<R>) {
  let asked = false
  return {
    /** Milliseconds until the shortest drain is over, `own` without it. */
    remaining: (own: number) =>
      elder === undefined || asked ? own : Math.min(own, shortestDrain - elder.idled()),
    /** Asked once, when it has been idle for long enough. */
    forAll: async (keys: Iterable<string>): Promise<boolean> => {
      if (elder === undefined || asked || elder.idled() < shortestDrain) return false
      asked = true
      return await keepsAll(elder, keys)
    },
  }
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
