import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FormatError } from '../../errors.ts'
import type { Frame, Profile, Sample } from '../../profile/profile.ts'
import type { DiagnosticGoal, Location, Retainer, Runtime } from '../../runtimes/runtime.ts'
import { framing } from '../../trial/site-table.ts'
import type { Reason, TrialFrame } from '../../trial/trial.ts'
import { commandContextOf, reasonOf } from '../failure.ts'
import { makeRounds } from '../forms/make-rounds.ts'
import { assignRoles } from '../roles/assign.ts'
import type { Living } from '../rounds/living.ts'
import type { Observation } from '../rounds/observe.ts'
import { openSandbox } from '../sandbox.ts'
import { locator, type TrialRequest } from '../trial-request.ts'
import { retainersOf } from './retainers.ts'

/** What is to be found of a red head: of the program that was measured, or of one started for it. */
export interface Search {
  readonly goal: DiagnosticGoal
  readonly of: 'living' | 'started'
}

/** Rounds of a diagnostic run: enough to tell what stays from what comes and goes. */
export const diagnosticRounds = 4

/**
 * What one more start of head showed, taken when it is red and only to explain it: nothing of it is judged.
 */
export interface Diagnosis {
  readonly roles: readonly DiagnosedRole[]
  /** Why it saw nothing; null when it did. */
  readonly failure: Reason | null
}

type FramedRetainer = Omit<Retainer, 'bytes' | 'registered'> & { readonly registered?: TrialFrame }

export interface DiagnosedRole {
  readonly name: string
  /** After the first measured round, and what stayed after the drain. */
  readonly before: Moment
  readonly after: Moment
  /** Bytes of resident memory that came in between; left out: nobody knows. */
  readonly resident?: number
  /** Bytes between two heap samples; 0 when unsampled. */
  readonly period: number
  /** Who holds what was born after the first round, largest share first; empty where nobody knows. */
  readonly retainers: readonly FramedRetainer[]
  /** Why nobody was looked for to the end, a sentence; left out: all was looked through. */
  readonly unseen?: string
}

export interface Moment {
  readonly tasks: readonly DiagnosedTasks[]
  readonly heap: readonly DiagnosedSample[]
  /**
   * What was made for files that stay open, by the stack that opened them; values compare with each other
   * only.
   */
  readonly files: readonly DiagnosedSample[]
  /** What the runtime took beside the heap, by its own names of what for; empty where it does not tell. */
  readonly native: readonly DiagnosedSample[]
}

/** Outermost frame first. */
export interface DiagnosedSample {
  readonly stack: readonly TrialFrame[]
  readonly value: number
}

/** Tasks that stand at one place and came from one. */
export interface DiagnosedTasks extends DiagnosedSample {
  readonly ids: readonly number[]
  /** Of their creators; empty where nobody knows. */
  readonly parents: readonly number[]
  /** Stacks of the creator, of its creator, and so on; each outermost frame first. */
  readonly ancestry: readonly (readonly TrialFrame[])[]
}

/**
 * Starts the program once more as `diagnosticEnv` says, and reads its first round and its drain. Throws only
 * our own bugs.
 */
export async function runDiagnostic(
  trial: TrialRequest & { readonly goal: DiagnosticGoal },
): Promise<Diagnosis> {
  const request = { ...trial, stage: 'confirm' as const, rounds: diagnosticRounds }
  await using sandbox = await openSandbox(request)
  return await diagnosed(request, async () => {
    const observations: Observation[] = []
    await makeRounds({
      request,
      sandbox,
      began: performance.now(),
      notes: [],
      onObservation: (seen) => observations.push(seen),
    })
    return observations
  })
}

/** Drives a program on that was measured, and reads who holds what is born then. Throws only our own bugs. */
export const diagnoseLiving = (
  request: Explained,
  { driveOn }: Pick<Living, 'driveOn'>,
): Promise<Diagnosis> => diagnosed(request, () => driveOn(diagnosticRounds))

type Explained = Pick<TrialRequest, 'headDirectory' | 'keep' | 'log' | 'revision' | 'runtime' | 'workload'>

interface Read {
  readonly first: Observation
  readonly last: Observation
  readonly observations: readonly Observation[]
}

/**
 * What stays is told by two readings: with one of them nobody is told, and that is not nobody who holds it.
 */
const unread = (first: Observation | undefined): Reason => ({
  code: 'diagnosis-unread',
  text:
    first === undefined
      ? 'of the diagnostic run no round was read.'
      : 'the diagnostic run ended before what stays was read.',
  remedy: 'Run it again with `--debug`: its log tells how far the diagnostic run came.',
})

async function diagnosed(
  request: Explained,
  observe: () => Promise<readonly Observation[]>,
): Promise<Diagnosis> {
  try {
    const observations = await observe()
    const [first, last] = (['round', 'drained'] as const).map((wanted) =>
      observations.find(({ moment }) => moment === wanted),
    )
    if (first === undefined || last === undefined) return { roles: [], failure: unread(first) }
    return {
      roles: await rolesOf(request, await locator(request), { first, last, observations }),
      failure: null,
    }
  } catch (error) {
    if (error instanceof FormatError)
      return { roles: [], failure: { code: 'diagnosis-broken', text: error.message, remedy: error.remedy } }
    return { roles: [], failure: reasonOf(error, request.log, commandContextOf(request)) }
  }
}

async function rolesOf(
  { keep, runtime }: Pick<TrialRequest, 'keep' | 'runtime'>,
  locate: (frame: Frame) => Location,
  { first, last, observations }: Read,
): Promise<readonly DiagnosedRole[]> {
  const assigned = assignRoles(observations)
  const framed = framing(runtime, locate)
  return Promise.all(
    assigned.roles.map(async ({ name }, role) => {
      const members = [...assigned.roleOf].flatMap(([key, index]) => (index === role ? [key] : []))
      const { retainers, ...unseen } = await retainersOf(runtime, last, members, keep !== undefined)
      const before = await profilesOf(runtime, first, members)
      const after = await profilesOf(runtime, last, members)
      const period = Math.max(0, ...after.map((p) => (p.quantity === 'heap-bytes' ? (p.period ?? 0) : 0)))
      return {
        name,
        before: momentOf(runtime, before, framed),
        after: momentOf(runtime, after, framed),
        resident: residentOf(last, members) - residentOf(first, members),
        period,
        ...unseen,
        retainers: retainers.map(({ bytes: _, registered, ...told }) =>
          registered === undefined ? told : { ...told, registered: framed(registered) },
        ),
      }
    }),
  )
}

const residentOf = ({ reading }: Observation, members: readonly string[]): number =>
  reading
    .filter(({ member }) => members.includes(member.named.key))
    .reduce((sum, { totals }) => sum + (totals.get('rss-bytes') ?? 0), 0)

async function profilesOf(
  runtime: Runtime,
  { files }: Observation,
  members: readonly string[],
): Promise<readonly Profile[]> {
  const all = members.flatMap((key) => (files.get(key) ?? []).flat())
  const paths = all.filter((path) => runtime.objectGraph?.is(path) !== true)
  const parsed = await Promise.all(
    paths.map(async (path) => runtime.parse(basename(path), await readFile(path))),
  )
  return parsed.flat()
}

/** Tasks from the dump alone, as it alone tells them apart. */
export function momentOf(
  runtime: Pick<Runtime, 'ignoreRules' | 'opensFiles'>,
  profiles: readonly Profile[],
  framed: (frame: Frame) => TrialFrame,
): Moment {
  const isIgnored = (quantity: Profile['quantity'], stack: readonly Frame[]) =>
    runtime.ignoreRules.some((r) => (r.quantity === 'any' || r.quantity === quantity) && r.matches(stack))
  const samplesOf = (quantity: Profile['quantity']) =>
    profiles
      .filter((p) => p.quantity === quantity)
      .flatMap((p) => p.samples)
      .filter((sample) => !isIgnored(quantity, sample.stack))
  const told = ({ stack, value }: Sample): DiagnosedSample => ({ stack: stack.map(framed), value })
  const heap = samplesOf('heap-bytes')
  const files = [...samplesOf('files'), ...heap.filter(({ stack }) => runtime.opensFiles?.(stack) === true)]
  return {
    heap: heap.map(told),
    files: files.map(told),
    native: samplesOf('rss-bytes').map(told),
    tasks: samplesOf('tasks').flatMap(({ stack, value, attributes }) => {
      const { ancestry, ids, parents = [] } = attributes ?? {}
      if (ids === undefined || ancestry === undefined) return []
      return [
        { stack: stack.map(framed), value, ids, parents, ancestry: ancestry.map((one) => one.map(framed)) },
      ]
    }),
  }
}

/** What was decided before somebody interrupts stands, unexplained. */
export async function unlessInterrupted(
  signal: AbortSignal,
  take: () => Promise<Diagnosis>,
): Promise<Diagnosis> {
  try {
    const diagnosis = await take()
    if (!signal.aborted) return diagnosis
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return { roles: [], failure: { code: 'interrupted', text: 'it was interrupted.', remedy: 'Run it again.' } }
}
