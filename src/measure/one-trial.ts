import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Revision } from '../checkout/revision.ts'
import type { DiagnosticGoal, Instrumentation, Stage } from '../runtimes/runtime.ts'
import type { Trial } from '../trial/trial.ts'
import {
  type Diagnosis,
  diagnoseLiving,
  runDiagnostic,
  unlessInterrupted,
} from './diagnose/diagnostic-run.ts'
import { leaveQuiet, type TestPlan } from './forms/test-plan.ts'
import { type Lingering, measureAndLinger } from './lingering.ts'
import { readText } from './process/processes.ts'
import { hasMemoryForMore, hasRoomForTwo, type Room } from './room.ts'
import { wasAtWork } from './rounds/elder.ts'
import { theProgram } from './rounds/repeat.ts'
import { type Calm, createCalm } from './rounds/settle.ts'
import { measureTrial } from './run-trial.ts'
import { runSetup } from './setup.ts'
import { withShare } from './share.ts'
import type { TrialRequest } from './trial-request.ts'
import type { WorkloadRequest } from './workload-request.ts'

/** What grows while a workload is measured. */
export interface Run {
  readonly request: WorkloadRequest
  readonly prepared: Map<string, Prepared>
  readonly trials: Trial[]
  /** Head's first program, idle; null: there is none. */
  lingering: Lingering | null
  /** What the living program of a confirming trial told. */
  diagnosis: Diagnosis | null
  /** A diagnostic run that was begun while head's confirming trial rests; null: none was. */
  early: Early | null
  room: Room
  /** Whether two programs of the workload may live at once. */
  readonly livesTwice: boolean
  /** Why tests of a suite are not measured, as the first trials decided. */
  readonly left: TestPlan['left']
  /** Which tests are confirmed is settled, before the first of these trials begins. */
  narrowed: boolean
}

interface Early {
  readonly goal: DiagnosticGoal
  readonly diagnosis: Promise<Diagnosis>
  readonly leave: () => void
}

export async function endLingering(run: Run): Promise<void> {
  const { lingering } = run
  run.lingering = null
  await lingering?.end()
}

interface Which {
  readonly number: number
  readonly stage: Stage
  readonly abandoned?: AbortSignal | undefined
}

/**
 * Head's first program is left idle while base is measured, and the trial that confirms it:
 * it tells what stays.
 */
export async function measureOne(
  run: Run,
  revision: Revision,
  { number, stage, abandoned }: Which,
): Promise<Trial> {
  const { request } = run
  const side = run.prepared.get(revision.side)
  if (side === undefined) throw new Error(`${revision.side} is measured before it is set up`)
  if (stage === 'confirm') narrow(run)
  const trial: TrialRequest = {
    ...common(request, revision, stage),
    ...side,
    ...keeping(request, `${revision.side}-${number}`),
    number,
    stage,
    plan: planOf(run, revision, number),
    clears: clearing(run, revision, number),
    ...(abandoned && { signal: AbortSignal.any([request.signal, abandoned]) }),
  }
  if (revision.side === 'base')
    return (await withShare(run, async () => ({ trial: await measureTrial(trial), living: 0 }))).trial
  if (stage === 'confirm') return await confirmHead(run, trial)
  if (request.only !== undefined || !run.livesTwice) return await measureTrial(trial)
  // A first trial is measured anew where it failed.
  await endLingering(run)
  const measured = await withShare(run, async () => {
    const { trial: of, lingering } = await measureAndLinger(trial)
    run.lingering = lingering
    return { trial: of, living: (await lingering?.seconds()) ?? 0 }
  })
  const fits = hasMemoryForMore(residentIn(measured.trial), readText('/proc/meminfo'))
  if (!fits) run.room = { ...run.room, memory: 'scarce' }
  if (!fits || request.grows?.(measured.trial) === false) await endLingering(run)
  return measured.trial
}

/** Bytes that all processes of a trial held at its end. */
const residentIn = ({ rounds }: Trial): number =>
  (rounds.at(-1)?.totals ?? []).reduce(
    (sum, { quantity, value }) => (quantity === 'rss-bytes' ? sum + value : sum),
    0,
  )

/** A confirming trial that the idle program stood in the way of is none: it is made again, alone. */
async function confirmHead(run: Run, trial: TrialRequest): Promise<Trial> {
  const { lingering, request } = run
  const alone = { ...trial, afterwards: explaining(run, trial) }
  if (!run.livesTwice || run.room.memory === 'scarce') return await measureTrial(alone)
  await leaveEarly(run)
  const beside = await measureTrial({
    ...alone,
    elder: lingering?.elder,
    onFirst: hasRoomForTwo(run.room) ? { rounds: request.rounds('first'), tell: diagnosing(run) } : undefined,
    onRest: diagnosing(run),
  })
  // Who leaves it needs the idle program again.
  if (trial.signal.aborted) return beside
  const spoiled = lingering !== null && (beside.failures.length > 0 || (await wasAtWork(lingering.elder)))
  await endLingering(run)
  if (!spoiled) return beside
  await leaveEarly(run)
  return await measureTrial(alone)
}

/**
 * While a head that will be red rests, or beside it where there is room, nothing hinders the diagnostic run.
 */
function diagnosing(run: Run): (soFar: Trial) => void {
  const { request } = run
  return (soFar) => {
    if (run.early !== null) return
    const search = request.goal([...run.trials, soFar])
    if (search?.of !== 'started' || run.prepared.get('head')?.instrumentation.diagnosticEnv === undefined)
      return
    const left = new AbortController()
    const signal = AbortSignal.any([request.signal, left.signal])
    const diagnosis = diagnose(run, search.goal, signal)
    // Who waits for it comes later.
    diagnosis.catch(() => {})
    run.early = { goal: search.goal, diagnosis, leave: () => left.abort() }
  }
}

/** Ends it, whatever it has seen; does nothing once it is over. */
export async function leaveEarly(run: Run): Promise<void> {
  const { early } = run
  run.early = null
  early?.leave()
  await early?.diagnosis.catch(() => {})
}

/** One more start of head, which explains it. */
export async function diagnose(run: Run, goal: DiagnosticGoal, signal: AbortSignal): Promise<Diagnosis> {
  const { prepared, request, trials } = run
  const head = prepared.get('head')
  if (head === undefined) throw new Error('head is diagnosed before it is set up')
  const trial = {
    ...common(request, request.head, 'confirm'),
    ...head,
    ...keeping(request, 'diagnostic-run'),
    goal,
    plan: planOf(run, request.head, 2),
    signal,
    number: trials.filter((trial) => trial.side === 'head').length + 1,
    stage: 'confirm' as const,
  }
  return await unlessInterrupted(signal, () => runDiagnostic(trial))
}

/** Asks the program of a confirming trial who holds what makes it red, where a living one tells. */
function explaining(run: Run, request: TrialRequest): TrialRequest['afterwards'] {
  return async (trial, living) => {
    const search = run.request.goal([...run.trials, trial])
    if (search?.of !== 'living') return
    run.diagnosis = await unlessInterrupted(request.signal, () => diagnoseLiving(request, living))
  }
}

/** Both sides confirm the same tests; a side alone knows nothing of what the other made suspect. */
function narrow(run: Run): void {
  const { only, undecided, workload } = run.request
  if (run.narrowed || only !== undefined || undecided === undefined || workload.form !== 'test') return
  run.narrowed = true
  const roles = run.trials.flatMap((trial) => trial.roles.map(({ name }) => name))
  leaveQuiet(run.left, roles, undecided())
}

/** Of one side that is measured alone, its first trial decides. */
function planOf({ left, request }: Run, { side }: Revision, number: number): TestPlan {
  const decides = number === 1 && side === (request.only ?? 'head')
  // Alone, base cannot know what head has no time for, and what base lacks would be held against head.
  const limit = request.only === 'base' ? null : (request.testsLimit ?? null)
  return { decides, left, changed: request.changed ?? [], limit }
}

/**
 * Later trials of head are there because the second one left something open. Where it repeats the workload's
 * rounds less often than the first, it takes more rounds to have seen as much.
 */
function clearing({ request, trials }: Run, { side }: Revision, number: number) {
  const { isClear, repeats, rounds } = request
  if (side !== 'head' || number !== 2 || isClear === undefined) return undefined
  const roles = trials.filter((trial) => trial.side === 'head').flatMap((trial) => trial.roles)
  const before = Math.max(1, ...roles.map(({ repeat = 1 }) => repeat))
  return {
    rounds: Math.ceil((rounds('first') * before) / (repeats.confirming.of(theProgram) ?? before)),
    isClear,
  }
}

interface Prepared {
  readonly instrumentation: Instrumentation
  readonly versions: Trial['versions']
  readonly scratch: string
  readonly calm: Calm
  readonly leftRunning: AsyncDisposable
}

export async function prepare(request: WorkloadRequest, revision: Revision): Promise<Prepared> {
  const { runtime, workload } = request
  const directory = join(revision.directory, workload.directory)
  const scratch = await mkdtemp(join(request.scratch, `${revision.side}-`))
  const toolchain = await runtime.toolchain(directory)
  request.log.step(`${revision.side}: ${runtime.name} ${toolchain}`)
  const instrumentation = await runtime.instrument({ workload, directory, scratch })
  const leftRunning = await runSetup({ ...common(request, revision, 'first'), scratch, instrumentation })
  const versions = { leakdiff: request.version, toolchain }
  return { instrumentation, versions, scratch, calm: createCalm(), leftRunning }
}

/** A trial that is measured anew leaves its profiles beside those of the first. */
function keeping({ keepProfiles, workload }: WorkloadRequest, name: string): { readonly keep?: string } {
  return keepProfiles === undefined ? {} : { keep: join(keepProfiles, workload.name, name) }
}

function common(request: WorkloadRequest, revision: Revision, stage: Stage) {
  const { workload, workloadHash, runtime, head, log, signal } = request
  const repeats = stage === 'confirm' ? request.repeats.confirming : request.repeats
  const rounds = request.rounds(stage)
  const headDirectory = head.directory
  return { workload, workloadHash, repeats, runtime, revision, headDirectory, rounds, log, signal }
}
