import { chmod, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { debug } from '../../debug.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { Runtime } from '../../runtimes/runtime.ts'
import { type Clock, throwIfAborted } from '../process/waiting.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import { createLivenessCheck } from '../roles/liveness.ts'
import { type Baseline, drain } from './drain.ts'
import type { Elder } from './elder.ts'
import {
  collectAll,
  levelsOf,
  type Patience,
  type ProfileFiles,
  type Reading,
  readAll,
  snapshotAll,
  withHeap,
} from './reading.ts'
import { type Calm, createCalm, type Levels, type Settled, settle } from './settle.ts'

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

export interface ObserverRequest {
  readonly discovery: Discovery
  readonly runtime: Runtime
  /** How many are measured. */
  readonly rounds: number
  /**
   * Whether this is a diagnostic run: tasks are dumped after the first round too,
   * and who holds what was born since then is written.
   */
  readonly diagnostic?: boolean
  readonly settle: { readonly quiet: number; readonly limit: number }
  /** What earlier trials of the side know of its settling; left out: nothing. */
  readonly calm?: Calm
  /** The first trial's program, idle since; left out: there is none. */
  readonly elder?: Elder | undefined
  readonly patience: Patience
  readonly clock: Clock
  /** Where the probes' sockets lie, and where profiles are written. */
  readonly sockets: string
  readonly profiles: string
}

const settledBy: readonly Quantity[] = ['tasks', 'files']
const drainedBy: readonly Quantity[] = [
  'tasks',
  'files',
  'heap-bytes',
  'heap-objects',
  'external-bytes',
  'classes',
  'instances',
]

/** What a drain watches of a reading. */
export const drainLevels = (reading: Reading): Levels => levelsOf(reading, drainedBy)

/** What a drain is measured by, and how long the program has been idle before it. */
interface Drained {
  readonly first: Levels
  readonly idled: number
  readonly before?: Levels | undefined
}

export type Observer = (
  moment: Observation['moment'],
  round: number,
  began: number,
  drained?: Drained,
) => Promise<Observation>

/** Reads a program at one moment after another, each once it has settled or drained. */
export function createObserver(request: ObserverRequest): Observer {
  const { calm = createCalm(), patience, profiles } = request
  const checkLiveness = createLivenessCheck()
  let previous: Levels | null = null
  let count = 0
  return async (moment, round, began, drained) => {
    throwIfAborted(patience.signal)
    const quiet = calm.quiet(request.settle.quiet)
    const seen = await (drained
      ? readDrained(request, drained)
      : readSettled(request, previous, { quiet, atRest: moment === 'idled' }))
    const { reading, settled } = seen
    if (seen.calm !== undefined) calm.seen(seen.calm)
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
  request: ObserverRequest,
  previous: Levels | null,
  { quiet, atRest }: { readonly quiet: number; readonly atRest: boolean },
): Promise<Settled<Reading>> {
  const { discovery, clock, patience, sockets } = request
  const members = await collectAll(await discovery.take(), patience, atRest)
  const settled = await settle({
    read: async () => told('settle', await readAll(members, sockets, patience)),
    levels: (reading) => levelsOf(reading, settledBy),
    previous,
    limit: request.settle.limit,
    quiet,
    clock,
  })
  // Nothing of a diagnostic run is judged.
  if (request.diagnostic === true) return settled
  return { ...settled, reading: await withHeap(settled.reading, patience) }
}

/** Every total after a collection, whether it has settled or not. */
export async function readAtOnce({
  discovery,
  patience,
  sockets,
}: Pick<ObserverRequest, 'discovery' | 'patience' | 'sockets'>): Promise<Reading> {
  const members = await collectAll(await discovery.take(), patience, true)
  return told('drain', await withHeap(await readAll(members, sockets, patience), patience))
}

function readDrained(request: ObserverRequest, { before, first, idled }: Drained): Promise<Settled<Reading>> {
  return drain({
    read: () => readAtOnce(request),
    levels: drainLevels,
    first,
    idled,
    before,
    elder: request.elder,
    negligible: negligibleIn(request),
    limit: request.settle.limit,
    clock: request.clock,
  })
}

function told(phase: string, reading: Reading): Reading {
  debug('settle', () => `${phase}: ${[...drainLevels(reading)].map((level) => level.join(' ')).join(', ')}`)
  return reading
}

/** By the key of a level: what a total may grow by in all rounds without being judged. */
export function negligibleIn({
  rounds,
  runtime,
}: Pick<ObserverRequest, 'rounds' | 'runtime'>): Baseline['negligible'] {
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
