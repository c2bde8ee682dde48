import { join } from 'node:path'
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
  /** Drives it for some more rounds: who holds what was born in them, first to last. */
  readonly driveOn: (rounds: number) => Promise<readonly Observation[]>
}

/** What was seen of it while it was measured. */
export interface Measured {
  /** After the first measured round, and after the last. */
  readonly first: Levels
  readonly last: Levels
  /** By the clock of `performance`. */
  readonly lastEnded: number
}

type Driven = ObserverRequest & { readonly runRound: (round: number) => Promise<void> }

export function livingOf(request: Driven, { lastEnded, ...levels }: Measured): Living {
  return {
    elder: elderOf({
      ...levels,
      negligible: negligibleIn(request),
      read: async () => drainLevels(await readAtOnce(request)),
      idled: () => performance.now() - lastEnded,
    }),
    driveOn: async (rounds) => {
      const observe = createObserver({
        ...request,
        diagnostic: true,
        profiles: join(request.profiles, 'afterwards'),
      })
      const began = performance.now()
      const marked = await observe('round', 1, began)
      for (let round = 1; round <= rounds; round++) await request.runRound(request.rounds + round)
      return [marked, await observe('drained', rounds, began)]
    },
  }
}
