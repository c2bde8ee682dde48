import { chmod, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { debug } from '../../debug.ts'
import { InconclusiveError } from '../../errors.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { Runtime } from '../../runtimes/runtime.ts'
import { type Clock, throwIfAborted } from '../process/waiting.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import { createLivenessCheck } from '../roles/liveness.ts'
import { drain } from './drain.ts'
import { idleTime } from './idle.ts'
import {
  collectAll,
  levelsOf,
  type Patience,
  type ProfileFiles,
  type Reading,
  readAll,
  snapshotAll,
  withObjects,
} from './reading.ts'
import { type Levels, type Settled, settle } from './settle.ts'

/** What was seen at one moment: after a round, after an idle phase, or after the drain. */
export interface Observation {
  readonly moment: 'warm-up' | 'round' | 'idled' | 'drained'
  /** Measured rounds count from 1; 0 in warm-up. */
  readonly round: number
  readonly elapsed: number
  readonly settled: boolean
  readonly reading: Reading
  readonly files: ProfileFiles
}

export interface RoundsRequest {
  readonly discovery: Discovery
  readonly runtime: Runtime
  /** Runs the round; 0 is a warm-up round. */
  readonly runRound: (round: number) => Promise<void>
  readonly warmup: number
  readonly rounds: number
  /** Whether the trial ends with an idle phase, where something has grown, and a drain. */
  readonly drains: boolean
  /**
   * Whether this is a diagnostic run: tasks are dumped after the first round too,
   * and who holds what was born since then is written.
   */
  readonly diagnostic?: boolean
  readonly settle: { readonly quiet: number; readonly limit: number }
  readonly patience: Patience
  readonly clock: Clock
  /** Where the probes' sockets lie, and where profiles are written. */
  readonly sockets: string
  readonly profiles: string
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
}

/** Rounds in which waiting brought no fall, after which a fifth of `quiet` is waited for. */
const calmRounds = 8
const calmed = 5

const settledBy: readonly Quantity[] = ['tasks', 'files']
const drainedBy: readonly Quantity[] = ['tasks', 'files', 'heap-bytes', 'heap-objects', 'external-bytes']

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
    last = levelsOf(observation.reading, drainedBy)
    if (round !== 1) continue
    first = last
    firstEnded = performance.now()
  }
  if (request.diagnostic === true) {
    // What stays was drained before, in the trial that made it red.
    onObservation(await observe('drained', rounds, began))
    return
  }
  if (!request.drains) return
  const milliseconds = performance.now() - firstEnded
  const idle = idleTime({ first, last, negligible: negligibleIn(request), rounds: rounds - 1, milliseconds })
  const rested = performance.now()
  if (idle > 0 && request.onIdle !== null) {
    request.onIdle()
    await request.clock.pause(idle)
    onObservation(await observe('idled', rounds, began))
  }
  request.onDrain()
  onObservation(await observe('drained', rounds, began, { first, idled: performance.now() - rested }))
}

/** What a drain is measured by, and how long the program has been idle before it. */
interface Drained {
  readonly first: Levels
  readonly idled: number
}

type Observer = (
  moment: Observation['moment'],
  round: number,
  began: number,
  drained?: Drained,
) => Promise<Observation>

function createObserver(request: RoundsRequest): Observer {
  const { patience, profiles } = request
  const checkLiveness = createLivenessCheck()
  let previous: Levels | null = null
  let count = 0
  let calm = 0
  return async (moment, round, began, drained) => {
    throwIfAborted(patience.signal)
    const quiet = request.settle.quiet / (calm >= calmRounds ? calmed : 1)
    const seen = await (drained ? readDrained(request, drained) : readSettled(request, previous, quiet))
    const { reading, settled } = seen
    // A single fall, and the whole wait is needed to the end.
    if (seen.calm !== undefined) calm = seen.calm ? calm + 1 : Number.NEGATIVE_INFINITY
    previous = levelsOf(reading, settledBy)
    const place = join(profiles, folderName(++count, moment, round))
    const files = await snapshotAll(
      reading.map((r) => r.member),
      patience,
      {
        directory: (member, probe) => makeDirectory(place, member, probe),
        round,
        dump: moment === 'drained' || (request.diagnostic === true && round === 1),
        ...(request.diagnostic === true ? graphAt(moment, round) : {}),
      },
    )
    const answered = reading.filter(({ member }) => member.probes.length === 0 || files.has(member.named.key))
    if (moment === 'round') patience.threads.counted(answered.flatMap(({ member }) => member.probes))
    checkLiveness(
      answered,
      moment === 'round' || moment === 'warm-up' ? roundText(round) : 'after the last round',
    )
    return {
      moment,
      round,
      elapsed: Math.round(performance.now() - began),
      settled,
      reading: answered,
      files,
    }
  }
}

/** In order: `03-round-1`, `12-drained`. */
const folderName = (count: number, moment: Observation['moment'], round: number): string =>
  `${String(count).padStart(2, '0')}-${moment}${moment === 'round' ? `-${round}` : ''}`

function graphAt(moment: Observation['moment'], round: number): { readonly graph?: 'mark' | 'write' } {
  if (moment === 'drained') return { graph: 'write' }
  return moment === 'round' && round === 1 ? { graph: 'mark' } : {}
}

async function readSettled(
  request: RoundsRequest,
  previous: Levels | null,
  quiet: number,
): Promise<Settled<Reading>> {
  const { discovery, clock, patience, sockets } = request
  const members = await collectAll(await discovery.take(), patience)
  const settled = await settle({
    read: async () => told('settle', await readAll(members, sockets, patience)),
    levels: (reading) => levelsOf(reading, settledBy),
    previous,
    limit: request.settle.limit,
    quiet,
    clock,
  })
  return { ...settled, reading: await withObjects(settled.reading, patience) }
}

function readDrained(request: RoundsRequest, { first, idled }: Drained): Promise<Settled<Reading>> {
  const { discovery, clock, patience, sockets } = request
  return drain({
    read: async () => {
      const members = await collectAll(await discovery.take(), patience)
      return told('drain', await withObjects(await readAll(members, sockets, patience), patience))
    },
    levels: (reading) => levelsOf(reading, drainedBy),
    first,
    idled,
    negligible: negligibleIn(request),
    limit: request.settle.limit,
    clock,
  })
}

function told(phase: string, reading: Reading): Reading {
  debug(
    'settle',
    () => `${phase}: ${[...levelsOf(reading, drainedBy)].map((level) => level.join(' ')).join(', ')}`,
  )
  return reading
}

/** By the key of a level: what a total may grow by in all rounds without being judged. */
function negligibleIn({ rounds, runtime }: RoundsRequest): (key: string) => number {
  const floors: Partial<Record<string, number>> = runtime.floors
  return (key) => (floors[key.slice(0, key.indexOf(' '))] ?? 0) * rounds
}

async function makeDirectory(place: string, { named, shared }: Member, probe: number): Promise<string> {
  const own = `${named.key.replace(/[^\w@]+/g, '-')}-${probe}`
  const directory = shared === null ? join(place, own) : join(shared, `${basename(place)}-${probe}`)
  await mkdir(directory, { recursive: true })
  // A container has users of its own.
  if (shared !== null) await chmod(directory, 0o777)
  return directory
}

export const roundText = (round: number): string => (round === 0 ? 'in warm-up' : `in round ${round}`)

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
