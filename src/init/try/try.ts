import { UserError } from '../../errors.ts'
import { CommandError } from '../../measure/process/commands.ts'
import { maskSecrets } from '../../measure/process/secrets.ts'
import type {
  Recognised,
  RecognisedServer,
  RecognisedTests,
  RecognisedWorker,
} from '../recognise/recognise.ts'
import { configText } from '../write/config-text.ts'
import { driverFile, named } from '../write/named.ts'
import type { Copy } from './copy.ts'
import { tryServer } from './server.ts'
import { tryWhole } from './trial.ts'
import {
  type Failed,
  type Tried,
  type TriedServer,
  type TriedTests,
  type TriedWorker,
  TryError,
  type Worked,
} from './tried.ts'
import { tryWorker } from './worker.ts'

/** Programs that are tried in one repository; each costs a build and some starts. */
const most = 8

/**
 * Tries candidates one after the other: of those for one program the first that works is taken, and what the
 * first of them failed of is told where none does. `limit`: milliseconds for each, set-up aside.
 */
export async function tryAll(
  copy: Copy,
  all: readonly Recognised[],
  limit: number,
): Promise<readonly Tried[]> {
  const tried: Tried[] = []
  for (const group of groupsOf(all).slice(0, most))
    if (!isCovered(group, tried)) tried.push(await tryGroup(copy, group, limit))
  return tried
}

/** Whether its tests ran with those of a folder above, which worked. */
const isCovered = ([first]: readonly Recognised[], tried: readonly Tried[]): boolean =>
  first?.kind === 'tests' &&
  tried.some(
    ({ kind, recognised }) =>
      kind === 'tests' && recognised.kind === 'tests' && recognised.covers?.includes(first.folder),
  )

/** How many programs are left untried. */
export const leftUntried = (all: readonly Recognised[]): number => Math.max(0, groupsOf(all).length - most)

function groupsOf(all: readonly Recognised[]): readonly (readonly Recognised[])[] {
  const groups = new Map<string, Recognised[]>()
  for (const one of all) {
    const key = JSON.stringify([
      one.runtime,
      one.folder,
      one.kind,
      one.kind === 'tests' ? one.test : one.program,
    ])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

async function tryGroup(copy: Copy, group: readonly Recognised[], limit: number): Promise<Tried> {
  const failures: Failed[] = []
  for (const candidate of group) {
    const began = performance.now()
    const tried = await tryOne(copy, candidate, limit)
    if (tried.kind !== 'failed') return tried
    failures.push(tried)
    // The same set-up fails again, and what took all of the time will do so once more.
    if (performance.now() - began > limit) break
  }
  const [first] = failures
  if (first === undefined) throw new Error('a group without a candidate')
  return first
}

async function tryOne(copy: Copy, candidate: Recognised, limit: number): Promise<Tried> {
  copy.log.step(`trying ${candidate.kind === 'tests' ? candidate.test : candidate.start}`)
  try {
    return await tryKind(copy, candidate, limit)
  } catch (error) {
    copy.signal.throwIfAborted()
    return failed(candidate, error)
  }
}

/** What a person can mend is told; our own bugs are thrown again. */
function failed(recognised: Recognised, error: unknown): Failed {
  if (error instanceof TryError) {
    const { message, output, remedy } = error
    return {
      kind: 'failed',
      recognised,
      why: maskSecrets(message),
      remedy,
      output: output.map((line) => maskSecrets(line)),
    }
  }
  if (!(error instanceof UserError)) throw error
  const output = error instanceof CommandError ? error.output : []
  const lines = output.map((line) => maskSecrets(line))
  return { kind: 'failed', recognised, why: maskSecrets(error.message), remedy: error.remedy, output: lines }
}

async function tryKind(copy: Copy, candidate: Recognised, limit: number): Promise<Worked> {
  switch (candidate.kind) {
    case 'server':
      return tryDriven(copy, { ...(await tryServer(copy, candidate, limit)), roles: [] }, limit)
    case 'worker':
      return tryDriven(copy, { ...(await tryWorker(copy, candidate, limit)), roles: [] }, limit)
    case 'tests':
      return tryTests(copy, candidate, limit)
  }
}

/** What took its work is measured for two rounds, as the file to be written says. */
async function tryDriven<T extends TriedServer | TriedWorker>(
  copy: Copy,
  found: T,
  limit: number,
): Promise<T> {
  const candidate: RecognisedServer | RecognisedWorker = found.recognised
  const [workload] = named([found])
  if (workload === undefined) throw new Error('a program without a name')
  const files = driverFile(workload)
  const { trial } = await tryWhole(copy, candidate, { files, rounds: 2, text: configText([workload]), limit })
  return { ...found, roles: trial.roles.map(({ name }) => name) }
}

/** A suite runs in a warm-up and in one round: twice. */
async function tryTests(copy: Copy, recognised: RecognisedTests, limit: number): Promise<TriedTests> {
  const found: TriedTests = {
    kind: 'tests',
    recognised,
    setupSeconds: null,
    stoodIn: null,
    seconds: 0,
    roles: [],
    notes: [],
  }
  const text = configText(named([found]))
  const began = performance.now()
  const { done, trial } = await tryWhole(copy, recognised, { files: [], rounds: 1, text, limit })
  return {
    ...found,
    setupSeconds: done.seconds,
    stoodIn: done.stoodIn,
    seconds: (performance.now() - began) / 1000 - (done.seconds ?? 0),
    roles: trial.roles.map(({ name }) => name),
    notes: trial.notes.map((note) => note.text),
  }
}
