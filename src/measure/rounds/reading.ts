import { setTimeout as sleep } from 'node:timers/promises'
import { diskFull, InconclusiveError } from '../../errors.ts'
import type { Quantity, Total } from '../../profile/profile.ts'
import type { Probe } from '../../runtimes/probe.ts'
import { timeLimits } from '../../time-limits.ts'
import { isAlive } from '../process/processes.ts'
import { readUsage } from '../process/usage.ts'
import { within } from '../process/waiting.ts'
import type { Member } from '../roles/discovery.ts'
import type { Levels } from './settle.ts'
import type { Threads } from './threads.ts'

/** One member at one moment, after a collection. */
interface MemberReading {
  readonly member: Member
  readonly totals: ReadonlyMap<Quantity, number>
  /** Open files by kind; empty when the process is not seen. */
  readonly files: ReadonlyMap<string, number>
}

export type Reading = readonly MemberReading[]

/** How long a probe may take, and what ends the wait. */
export interface Patience {
  readonly milliseconds: number
  readonly signal: AbortSignal
  readonly threads: Threads
}

/**
 * Has every probe collect what can be freed; members that ended meanwhile are left out of what is returned.
 * `atRest`: nobody drives them any more.
 */
export async function collectAll(
  members: readonly Member[],
  patience: Patience,
  atRest: boolean,
): Promise<readonly Member[]> {
  const done = await Promise.all(members.map((m) => ask(m, patience, (probe) => probe.collect(atRest))))
  return members.filter((_, index) => done[index] !== null)
}

/** The same reading with the totals that take longer to read. Members that ended meanwhile are left out. */
export async function withHeap(reading: Reading, patience: Patience): Promise<Reading> {
  const counted = await Promise.all(
    reading.map(async (one) => {
      const counts = await ask(one.member, patience, async (probe) => (await probe.countHeap?.()) ?? [])
      return counts === null ? [] : [{ ...one, totals: new Map([...one.totals, ...summed(counts.flat())]) }]
    }),
  )
  return counted.flat()
}

/** Totals of all members at one moment. Members that ended meanwhile are left out. */
export async function readAll(
  members: readonly Member[],
  sockets: string,
  patience: Patience,
): Promise<Reading> {
  const readings = await Promise.all(members.map((m) => readMember(m, sockets, patience)))
  return readings.flatMap((r) => r ?? [])
}

async function readMember(
  member: Member,
  sockets: string,
  patience: Patience,
): Promise<MemberReading | null> {
  const counts = await ask(member, patience, (probe) => probe.count())
  if (counts === null) return null
  const totals = summed(counts.flat())
  if (member.process === null) return { member, totals, files: new Map() }
  const usage = readUsage(member.process.pid, sockets)
  if (usage === null || !isAlive(member.process)) return null
  totals.set('rss-bytes', usage.rssBytes)
  totals.set('threads', usage.threads)
  totals.set('files', sum(usage.files.values()))
  return { member, totals, files: usage.files }
}

function summed(totals: readonly Total[]): Map<Quantity, number> {
  const sums = new Map<Quantity, number>()
  for (const { quantity, value } of totals) sums.set(quantity, (sums.get(quantity) ?? 0) + value)
  return sums
}

/** Paths of profiles by the key of a member, apart for each of its probes. */
export type ProfileFiles = ReadonlyMap<string, readonly (readonly string[])[]>

/** Has every probe write its profiles; members that ended meanwhile are left out. */
export async function snapshotAll(
  members: readonly Member[],
  patience: Patience,
  request: {
    readonly directory: (member: Member, probe: number) => Promise<string>
    readonly round: number
    readonly dump: boolean
    readonly graph?: 'mark' | 'write'
  },
): Promise<ProfileFiles> {
  const { directory, ...asked } = request
  const taken = await Promise.all(
    members.map(async (member) => {
      const files = await ask(member, patience, async (probe, index) =>
        probe.snapshot(await directory(member, index), asked),
      )
      return files === null || member.probes.length === 0 ? [] : [[member.named.key, files] as const]
    }),
  )
  return new Map(taken.flat())
}

/** What settling and draining watch: these quantities, summed by the name of the process. */
export function levelsOf(reading: Reading, watched: readonly Quantity[]): Levels {
  const levels = new Map<string, number>()
  for (const { member, totals } of reading) {
    for (const quantity of watched) {
      const value = totals.get(quantity)
      const key = levelKey(quantity, member.named.name)
      if (value !== undefined) levels.set(key, (levels.get(key) ?? 0) + value)
    }
  }
  return levels
}

const levelKey = (quantity: Quantity, name: string): string => `${quantity} ${name}`

/**
 * The answers of a member's probes; null when its process has ended. Threads that are left out have none.
 * Throws what cannot be answered by a living one.
 */
async function ask<T>(
  member: Member,
  patience: Patience,
  question: (probe: Probe, index: number) => Promise<T>,
): Promise<readonly T[] | null> {
  const { threads } = patience
  const late = (): Error => new Error(`no answer within ${patience.milliseconds / 1000}s`)
  const one = async (probe: Probe, index: number): Promise<readonly T[]> => {
    if (threads.isLeftOut(probe)) return []
    if (!threads.mayBeLeftOut(probe)) return [await within(question(probe, index), { ...patience, late })]
    const milliseconds = Math.min(timeLimits.thread, patience.milliseconds)
    const blocked = new Error()
    try {
      return [await within(question(probe, index), { ...patience, milliseconds, late: () => blocked })]
    } catch (error) {
      if (error !== blocked) throw error
      threads.leaveOut(probe, member.named.name)
      return []
    }
  }
  try {
    return (await Promise.all(member.probes.map(one))).flat()
  } catch (error) {
    if (patience.signal.aborted) throw error
    if (await hasEnded(member)) return null
    throw noSnapshot(member, error)
  }
}

function noSnapshot({ named }: Member, cause: unknown): InconclusiveError {
  if (cause instanceof InconclusiveError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  const full = diskFull(cause)
  if (full !== null) return full
  return new InconclusiveError(
    'no-snapshot',
    `The probe in ${named.name} gave no figures: ${why}`,
    'Check that the program still answers at that moment; a program that is stopped, or blocked for long, cannot be measured.',
    { cause },
  )
}

// The connection of a process breaks a little before it is gone from /proc.
async function hasEnded({ process }: Member): Promise<boolean> {
  for (let tries = 0; process && tries < 50; tries++) {
    if (!isAlive(process)) return true
    await sleep(10)
  }
  return false
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
