import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { InconclusiveError, UserError } from '../errors.ts'
import type { Instrumentation, Runtime, Stage } from '../runtimes/runtime.ts'
import { type Bench, type BenchRequest, openBench } from './bench.ts'
import { type Cast, castRoles } from './cast.ts'
import { type Census, createCensus } from './census.ts'
import { CommandError, runCommand } from './commands.ts'
import { type Folded, foldProfiles } from './fold-profiles.ts'
import { hostOf } from './host.ts'
import { type Lifecycle, type Program, startProgram, waitUntilReady } from './lifecycle.ts'
import type { Log } from './log.ts'
import { assertAnswered, type Observation, roundText, runRounds } from './rounds.ts'
import type { Reason, RoleTotal, Snapshot, Trial } from './trial.ts'
import { clockUntil } from './waiting.ts'

export interface TrialRequest extends BenchRequest {
  readonly workloadHash: string
  /** Counts the trials of one side from 1. */
  readonly number: number
  readonly stage: Stage
  readonly runtime: Runtime
  readonly instrumentation: Instrumentation
  readonly versions: Trial['versions']
  readonly log: Log
  /** A look that explains a red: nothing of it is judged. */
  readonly look?: boolean
  /** Aborted: the trial ends at once, with the failure `interrupted`. */
  readonly signal: AbortSignal
}

type Note = Trial['notes'][number]

/**
 * One fresh start of the program, with warm-up and rounds; a confirming trial ends with an idle phase and a drain. What a person can mend is told as
 * a failure of the trial, beside all that was measured before it; only our own bugs are thrown. Nothing is left running or on disk.
 */
export async function measureTrial(request: TrialRequest): Promise<Trial> {
  const began = performance.now()
  const observations: Observation[] = []
  const failures: Reason[] = []
  const notes: Note[] = []
  await using bench = await openBench(request)
  try {
    await runProgram(request, bench, observations, notes)
    assertAnswered(observations, request.rounds)
  } catch (error) {
    failures.push(reasonOf(error, request.log))
  }
  // Who interrupts waits for the end, not for profiles of a trial that is thrown away.
  const seen = request.signal.aborted ? [] : observations.filter((o) => o.moment !== 'warm-up')
  const cast = castRoles(observations)
  const folded = await foldProfiles(request.runtime, await locator(request), seen, cast)
  return {
    ...identity(request),
    roles: cast.roles,
    frames: folded.frames,
    sites: folded.sites,
    period: folded.period,
    ...snapshots(seen, cast, folded),
    failures: [...failures, ...folded.failures],
    notes: [...cast.notes, ...notes, ...profileNotes(request, folded)],
    seconds: (performance.now() - began) / 1000,
  }
}

/** Starts the program, makes the rounds and ends it. Throws what made them fail. */
export async function runProgram(
  request: TrialRequest,
  bench: Bench,
  observations: Observation[],
  notes: Note[],
): Promise<void> {
  const { instrumentation, runtime, signal, stage, workload } = request
  const looking = request.look === true ? instrumentation.lookEnv : undefined
  const runEnv = looking?.(bench.sockets) ?? instrumentation.runEnv(stage, bench.sockets)
  const state = { phase: 'at start' }
  const lifecycle: Lifecycle = {
    trial: bench.trial,
    workload,
    start: bench.command('start', workload.start, { instrumentation: runEnv }),
    stop: workload.stop === null ? null : bench.command('stop', workload.stop),
    phase: () => state.phase,
  }
  step(request, 'start')
  const program = startProgram(lifecycle)
  const census = createCensus({
    trial: bench.trial,
    sockets: bench.sockets,
    runtime,
    workload,
    environment: lifecycle.start.environment,
    context: roleContext(request),
  })
  const until = AbortSignal.any([signal, program.gone])
  try {
    await waitUntilReady(program, census, lifecycle, runEnv, until)
    await runRounds({
      ...request,
      census,
      warmup: workload.warmup,
      settle: workload.settle,
      drains: stage === 'confirm',
      look: request.look === true,
      runRound: (round) => {
        state.phase = roundText(round)
        return runRound(request, bench, program, round, until)
      },
      onObservation: (observation) => observations.push(observation),
      onRest: () => step(request, 'at rest'),
      onDrain: () => step(request, 'drain'),
      patience: { milliseconds: workload.timeout.round, signal: until },
      clock: clockUntil(until),
      sockets: bench.sockets,
      profiles: bench.profiles,
    })
  } finally {
    await stop(request, program, census, notes)
  }
}

async function runRound(
  request: TrialRequest,
  bench: Bench,
  program: Program,
  round: number,
  signal: AbortSignal,
): Promise<void> {
  const { rounds, workload } = request
  step(request, round === 0 ? 'warm-up round' : `round ${round} of ${rounds}`)
  try {
    await runCommand(bench.command('round', workload.round, { round }), workload.timeout.round, signal)
  } catch (error) {
    // A driver fails when its server dies, and is often told first: the cause is the server.
    if (error instanceof CommandError) await sleep(200)
    throw program.gone.aborted ? program.gone.reason : error
  }
}

/** On every way out. A `stop` that fails spoils no figure that was read before it: it is said. */
async function stop(request: TrialRequest, program: Program, census: Census, notes: Note[]): Promise<void> {
  step(request, 'stop')
  await census.close()
  try {
    await program.end()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push({ code: 'stop-failed', text: reasonOf(error, request.log).text })
  }
}

/** What a person can mend as a reason; rethrows our own bugs. */
export function reasonOf(error: unknown, log: Log): Reason {
  if (error instanceof CommandError) log.detail(error.message, error.output)
  if (error instanceof UserError) {
    const code = error instanceof InconclusiveError ? error.code : 'not-measured'
    return { code, text: error.message, remedy: error.remedy }
  }
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) {
    const text = `The disk is full: ${error.message}`
    return { code: 'disk-full', text, remedy: 'Free some space, or have the workload write less.' }
  }
  throw error
}

function step({ log, look, number, revision }: TrialRequest, text: string): void {
  log.step(`${revision.side}, ${look === true ? 'a look at who holds it' : `trial ${number}`}: ${text}`)
}

function roleContext({ headDirectory, revision, workload }: TrialRequest) {
  const directory = join(revision.directory, workload.directory)
  return { directory, roots: [revision.directory, headDirectory] }
}

/** Tells whose code the frames of the trial's program are. */
export function locator({ revision, runtime, workload }: TrialRequest): ReturnType<Runtime['locator']> {
  return runtime.locator({
    root: revision.directory,
    directory: join(revision.directory, workload.directory),
  })
}

function identity(request: TrialRequest) {
  const { number, revision, runtime, stage, versions, workload, workloadHash } = request
  const { how, sha, side } = revision
  return {
    workload: workload.name,
    workloadHash,
    side,
    number,
    stage,
    sha,
    how,
    runtime: runtime.name,
    versions,
    host: hostOf(),
  }
}

function snapshots(
  seen: readonly Observation[],
  cast: Cast,
  folded: Folded,
): Pick<Trial, 'rounds' | 'drained' | 'rested'> {
  const all = seen.map((observation, index) => snapshotOf(observation, cast, folded.values[index] ?? []))
  const at = (moment: Observation['moment']) => all.filter((_, index) => seen[index]?.moment === moment)
  const [rested] = at('rested')
  return {
    rounds: at('round'),
    ...(rested === undefined ? {} : { rested }),
    drained: at('drained')[0] ?? null,
  }
}

function snapshotOf(
  { elapsed, reading, settled }: Observation,
  cast: Cast,
  sites: Snapshot['sites'],
): Snapshot {
  const totals = new Map<string, RoleTotal>()
  for (const { member, totals: figures } of reading) {
    const role = cast.roleOf.get(member.named.key)
    if (role === undefined) continue
    for (const [quantity, value] of figures) {
      const key = `${role} ${quantity}`
      totals.set(key, { role, quantity, value: value + (totals.get(key)?.value ?? 0) })
    }
  }
  return { elapsed, settled, totals: [...totals.values()], sites }
}

/** Go's own default; a program measured at it names less than one that leakdiff instruments. */
const coarsePeriod = 512 * 1024

function profileNotes({ workload }: TrialRequest, { dropped, period }: Folded): readonly Note[] {
  const notes: Note[] = []
  if (workload.profiles.length > 0 && period >= coarsePeriod) {
    const text = `The program samples its heap every ${period} bytes: totals are exact, but small growth is named poorly. Start it with GODEBUG=memprofilerate=16384.`
    notes.push({ code: 'coarse-sampling', text })
  }
  if (dropped > 0) notes.push({ code: 'sites-dropped', text: `The ${dropped} smallest sites were left out.` })
  return notes
}
