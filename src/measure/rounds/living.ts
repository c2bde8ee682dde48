import { join } from 'node:path'
import { secondsOfProcess } from '../process/usage.ts'
import { type Elder, elderOf } from './elder.ts'
import {
  createObserver,
  drainLevels,
  negligibleIn,
  type Observation,
  type ObserverRequest,
  readAtOnce,
} from './observe.ts'
import type { Levels } from './settle.ts'

/** A program after its last reading: it lives, and nobody measures it any more. */
export interface Living {
  /** What it tells, left idle, of what the same program keeps. */
  readonly elder: Elder
  /** CPU seconds that its processes have used; 0 where nobody tells. */
  readonly seconds: () => Promise<number>
  /**
   * Drives it for `least` more rounds, and as many as fit into a second: who holds what was born in them,
   * from the first to the last.
   */
  readonly driveOn: (least: number) => Promise<readonly Observation[]>
}

/** What was seen of it while it was measured. */
export interface Measured {
  /** After the first measured round, and after the last. */
  readonly first: Levels
  readonly last: Levels
  /** By the clock of `performance`. */
  readonly lastEnded: number
}

/**
 * What a program makes once, and be it for us, is 100 kB: rounds of a small leak are to outweigh it.
 * They cost no more than their own time.
 */
const most = 32
const enough = 1000

type Driven = ObserverRequest & { readonly runRound: (round: number) => Promise<void> }

export function livingOf(request: Driven, { lastEnded, ...levels }: Measured): Living {
  return {
    elder: elderOf({
      ...levels,
      negligible: negligibleIn(request),
      read: async () => drainLevels(await readAtOnce(request)),
      idled: () => performance.now() - lastEnded,
    }),
    seconds: async () =>
      (await request.discovery.take()).reduce(
        (sum, { process }) => sum + (process === null ? 0 : secondsOfProcess(process.pid)),
        0,
      ),
    driveOn: async (least) => {
      const observe = createObserver({
        ...request,
        diagnostic: true,
        profiles: join(request.profiles, 'afterwards'),
      })
      const began = performance.now()
      const marked = await observe('round', 1, began)
      const until = performance.now() + enough
      for (let round = 1; round <= least || (round <= most && performance.now() < until); round++)
        await request.runRound(request.rounds + round)
      return [marked, await observe('drained', request.rounds, began)]
    },
  }
}
