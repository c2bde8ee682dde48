import { InconclusiveError } from '../../errors.ts'
import { idleTime } from './idle.ts'
import { type Living, livingOf } from './living.ts'
import {
  createObserver,
  drainLevels,
  negligibleIn,
  type Observation,
  type Observer,
  type ObserverRequest,
} from './observe.ts'
import type { Levels } from './settle.ts'

export interface RoundsRequest extends ObserverRequest {
  /** Runs the round; 0 is a warm-up round. */
  readonly runRound: (round: number) => Promise<void>
  readonly warmup: number
  /** Whether the trial ends with an idle phase, where something has grown, and a drain. */
  readonly drains: boolean
  /**
   * Asked after every measured round: whether the trial may end here, undrained, since nothing grows in it.
   * Left out: never.
   */
  readonly enough?: ((round: number) => boolean) | undefined
  /** Told of every observation at once, so that what was measured before a failure is kept. */
  readonly onObservation: (observation: Observation) => void
  /** null: what is measured cannot be left idle, and the trial has no idle phase. */
  readonly onIdle: (() => void) | null
  readonly onDrain: () => void
  /** Given the program once all is read of it, and before it is ended. Left out: it is of no more use. */
  readonly afterwards?: ((living: Living) => Promise<void>) | undefined
}

/**
 * Warm-up, measured rounds and, when asked for, the idle phase and the drain.
 * Throws what made the trial fail.
 */
export async function runRounds(request: RoundsRequest): Promise<void> {
  const { warmup, rounds, onObservation } = request
  const observe = createObserver(request)
  const began = performance.now()
  let first: Levels = new Map()
  let last: Levels = new Map()
  let firstEnded = began
  // Probes reckon births from the last snapshot before the first measured round: there has to be one.
  if (warmup === 0) onObservation(await observe('warm-up', 0, began))
  for (let repetition = 1; repetition <= warmup + rounds; repetition++) {
    const round = Math.max(0, repetition - warmup)
    await request.runRound(round)
    const observation = await observe(round === 0 ? 'warm-up' : 'round', round, began)
    onObservation(observation)
    if (round > 0 && request.enough?.(round) === true) return
    last = drainLevels(observation.reading)
    if (round !== 1) continue
    first = last
    firstEnded = performance.now()
  }
  const lastEnded = performance.now()
  // What stays was drained before a diagnostic run, in the trial that made it red.
  if (request.diagnostic === true) onObservation(await observe('drained', rounds, began))
  else if (request.drains) await rest(request, observe, { began, first, last, firstEnded })
  await request.afterwards?.(livingOf(request, { first, last, lastEnded }))
}

interface Ended {
  readonly began: number
  /** After the first measured round, and after the last. */
  readonly first: Levels
  readonly last: Levels
  readonly firstEnded: number
}

/** The idle phase, where something has grown, and the drain. */
async function rest(
  request: RoundsRequest,
  observe: Observer,
  { began, first, firstEnded, last }: Ended,
): Promise<void> {
  const { onObservation, rounds } = request
  const milliseconds = performance.now() - firstEnded
  const idle = idleTime({ first, last, negligible: negligibleIn(request), rounds: rounds - 1, milliseconds })
  const rested = performance.now()
  let before: Levels | undefined
  if (idle > 0 && request.onIdle !== null) {
    request.onIdle()
    await request.clock.pause(idle)
    const idled = await observe('idled', rounds, began)
    before = drainLevels(idled.reading)
    onObservation(idled)
  }
  request.onDrain()
  onObservation(await observe('drained', rounds, began, { first, idled: performance.now() - rested, before }))
}

/** Throws unless there is something to judge: figures of a probe in every measured round. */
export function assertAnswered(observations: readonly Observation[], rounds: number): void {
  const answered = observations.filter((o) => o.moment === 'round' && o.files.size > 0)
  if (answered.length === rounds) return
  throw new InconclusiveError(
    'no-snapshot',
    `Only ${answered.length} of ${rounds} rounds gave a snapshot.`,
    'Look in the log for processes that ended, and have the measured program live until the last round.',
  )
}
