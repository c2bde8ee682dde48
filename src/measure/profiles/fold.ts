import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FormatError } from '../../errors.ts'
import type { Frame, Profile, Quantity } from '../../profile/profile.ts'
import type { Location, Runtime } from '../../runtimes/runtime.ts'
import { createSiteTable, type SiteTable, type SiteTableResult } from '../../trial/site-table.ts'
import type { Reason } from '../../trial/trial.ts'
import type { RoleAssignment } from '../roles/assign.ts'
import type { Observation } from '../rounds/observe.ts'

export interface Folded extends SiteTableResult {
  /** Units of one heap sample, 0 when unsampled; the coarsest when roles differ. */
  readonly period: number
  readonly failures: readonly Reason[]
}

interface Folding {
  readonly runtime: Runtime
  readonly table: SiteTable
  /** In order: measured rounds, then what was seen after the drain. */
  readonly observations: readonly Observation[]
  readonly failures: Map<string, Reason>
  readonly periods: number[]
  /** Without these a snapshot is not whole. */
  readonly required: readonly Quantity[]
}

/** Quantities that say what lives; what was ever allocated says nothing of leaks. */
const living = (profile: Profile): boolean => !profile.quantity.startsWith('alloc-')

/** Reads all profiles of a trial and folds their samples into sites. */
export async function foldProfiles(
  runtime: Runtime,
  locate: (frame: Frame) => Location,
  observations: readonly Observation[],
  assigned: RoleAssignment,
  required: readonly Quantity[] = ['tasks', 'heap-bytes'],
): Promise<Folded> {
  const table = createSiteTable(runtime, locate, observations.length)
  const folding: Folding = { runtime, table, observations, failures: new Map(), periods: [], required }
  for (const [key, role] of assigned.roleOf) await foldMember(folding, key, role)
  foldFiles(folding, assigned)
  return {
    ...table.result(),
    period: Math.max(0, ...folding.periods),
    failures: [...folding.failures.values()],
  }
}

/**
 * All snapshots of one member. Where samples tell their birth, the last one alone holds all survivors, round
 * by round.
 */
async function foldMember(folding: Folding, key: string, role: number): Promise<void> {
  const { observations } = folding
  const present = observations.flatMap((o, index) => (o.files.has(key) ? [index] : []))
  const periods = new Set<number>()
  for (const index of present) {
    const isLast = index === present.at(-1)
    for (const paths of observations[index]?.files.get(key) ?? []) {
      const profiles = await readProfiles(folding, paths)
      for (const period of checkedPeriods(folding, profiles)) periods.add(period)
      for (const profile of valued(profiles)) foldProfile(folding, { role, index, present }, profile)
      if (isLast) describeTasks(folding, role, profiles)
    }
  }
  if (periods.size > 1) fail(folding, changedPeriod([...periods]))
  folding.periods.push(...periods)
}

interface Where {
  readonly role: number
  /** The snapshot that holds the profile, and all that its member answered. */
  readonly index: number
  readonly present: readonly number[]
}

function foldProfile(folding: Folding, where: Where, { quantity, samples }: Profile): void {
  const { role, index, present } = where
  for (const { attributes, stack, value } of samples) {
    if (isIgnored(folding.runtime, quantity, stack)) continue
    const born = attributes?.born
    if (born === undefined) folding.table.add({ role, quantity, stack }, value, [index])
    else if (index === present.at(-1)) {
      const lived = present.filter((i) => bornBy(folding.observations[i], born))
      folding.table.add({ role, quantity, stack }, value, lived)
    }
  }
}

function bornBy(observation: Observation | undefined, born: number): boolean {
  return (
    observation?.moment === 'idled' || observation?.moment === 'drained' || born <= (observation?.round ?? -1)
  )
}

function isIgnored(runtime: Runtime, quantity: Quantity, stack: readonly Frame[]): boolean {
  return runtime.ignoreRules.some(
    (r) => (r.quantity === 'any' || r.quantity === quantity) && r.matches(stack),
  )
}

// A dump tells the same tasks once more, with their state: it describes, and only what is no dump is summed.
function valued(profiles: readonly Profile[]): readonly Profile[] {
  const tasks = profiles.filter((p) => p.quantity === 'tasks')
  const plain = tasks.find((p) => p.samples.every((s) => !s.attributes?.state && !s.attributes?.createdBy))
  const chosen = plain ?? tasks[0]
  return profiles.filter((p) => living(p) && (p.quantity !== 'tasks' || p === chosen))
}

function describeTasks({ table, runtime }: Folding, role: number, profiles: readonly Profile[]): void {
  const described = profiles.filter((p) => p.quantity === 'tasks').findLast(tellsState)
  for (const { stack, value, attributes } of described?.samples ?? []) {
    if (!attributes || isIgnored(runtime, 'tasks', stack)) continue
    table.describe({ role, quantity: 'tasks', stack }, value, attributes)
  }
}

const tellsState = (profile: Profile): boolean =>
  profile.samples.some((s) => s.attributes?.state !== undefined || s.attributes?.createdBy !== undefined)

async function readProfiles(folding: Folding, paths: readonly string[]): Promise<readonly Profile[]> {
  const profiles = await Promise.all(
    paths.map(async (path) => {
      try {
        return folding.runtime.parse(basename(path), await readFile(path))
      } catch (error) {
        if (!(error instanceof FormatError)) throw error
        const text = `A profile of the measured program cannot be read: ${error.message}`
        fail(folding, { code: 'profile-broken', text, remedy: error.remedy })
        return []
      }
    }),
  )
  return profiles.flat()
}

/** The sampling periods of the heap, 0 for an exact one. What is missing is a failure, never a zero. */
function checkedPeriods(folding: Folding, profiles: readonly Profile[]): readonly number[] {
  const { floors } = folding.runtime
  for (const quantity of folding.required) {
    if (floors[quantity] === undefined || profiles.some((p) => p.quantity === quantity)) continue
    const text = `A snapshot holds no profile of ${quantity}.`
    fail(folding, {
      code: quantity === 'tasks' ? 'no-task-profile' : 'no-heap-profile',
      text,
      remedy: unreadable,
    })
  }
  return profiles.flatMap(({ exact, period, quantity }) => {
    if (quantity !== 'heap-bytes') return []
    if (exact) return [0]
    if (period !== undefined && period > 0) return [period]
    const text = 'A heap profile does not tell its sampling period.'
    fail(folding, { code: 'period-unknown', text, remedy: unreadable })
    return []
  })
}

const unreadable =
  'Check whether the program sets up profiling itself; leave that to leakdiff, or to the runtime.'

function changedPeriod(periods: readonly number[]): Reason {
  return {
    code: 'period-changed',
    text: `The program changed its heap sampling period within the trial: ${periods.join(', ')} bytes.`,
    remedy: 'Have it set the period once, before the first allocation, or not at all.',
  }
}

/** Open files have no stacks: their kind stands where a stack would. */
function foldFiles({ observations, table }: Folding, assigned: RoleAssignment): void {
  for (const [index, { reading }] of observations.entries()) {
    for (const { member, files } of reading) {
      const role = assigned.roleOf.get(member.named.key)
      if (role === undefined) continue
      for (const [kind, count] of files) {
        table.add({ role, quantity: 'files', stack: [{ function: kind, file: '', line: 0 }] }, count, [index])
      }
    }
  }
}

function fail({ failures }: Folding, reason: Reason): void {
  failures.set(`${reason.code} ${reason.text}`, reason)
}
