import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Environment, Probe } from '../../runtimes/runtime.ts'
import type { Bench } from '../bench.ts'
import { type Census, createCensus } from '../census.ts'
import type { ProgramName } from '../environment.ts'
import { reasonOf } from '../failure.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { startProgram } from '../lifecycle.ts'
import type { Observation, RoundsRequest } from '../rounds.ts'
import type { Trial } from '../trial.ts'
import type { TrialRequest } from '../trial-run.ts'
import { clockUntil } from '../waiting.ts'

/** What every form of a workload makes its rounds with. */
export interface Making {
  readonly request: TrialRequest
  readonly bench: Bench
  readonly notes: Trial['notes'][number][]
  /** Told of every observation at once, so that what was measured before a failure is kept. */
  readonly onObservation: (observation: Observation) => void
}

/** The command whose processes are measured, with their instrumentation and whatever `more` it is told. */
export function programCommand(
  { bench, request }: Making,
  name: ProgramName,
  text: string,
  more: Environment = {},
): { readonly start: Lifecycle['start']; readonly instrumentation: Environment } {
  const { lookEnv, runEnv } = request.instrumentation
  const looking = request.look === undefined ? undefined : lookEnv?.(bench.sockets, request.look)
  const instrumentation = looking ?? runEnv(request.stage, bench.sockets)
  const start = bench.command(name, text, { instrumentation: { ...instrumentation, ...more } })
  return { start, instrumentation }
}

/** Starts it, makes its rounds, and on every way out ends it. A `stop` that fails spoils no figure that was read before: it is said. */
export async function withProgram(
  making: Making,
  { start, onEnd, phase }: Pick<Lifecycle, 'start' | 'onEnd' | 'phase'>,
  makeRounds: (program: Program, lifecycle: Lifecycle) => Promise<void>,
): Promise<void> {
  const { bench, request } = making
  const { workload } = request
  const stop = workload.stop === null ? null : bench.command('stop', workload.stop)
  const lifecycle: Lifecycle = { trial: bench.trial, workload, start, stop, phase, ...(onEnd && { onEnd }) }
  step(request, start.name)
  const program = startProgram(lifecycle)
  try {
    await makeRounds(program, lifecycle)
  } finally {
    await endProgram(program, making)
  }
}

async function endProgram(program: Program, { notes, request }: Making): Promise<void> {
  step(request, 'stop')
  try {
    await program.end()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push({ code: 'stop-failed', text: reasonOf(error, request.log).text })
  }
}

/** A census of all processes under the program's command. */
export function censusOf(
  { bench, request }: Making,
  { name, environment }: Lifecycle['start'],
  own?: Probe,
): Census {
  const { headDirectory, revision, runtime, workload } = request
  const directory = join(revision.directory, workload.directory)
  return createCensus({
    trial: bench.trial,
    command: name === 'test' || name === 'run' ? name : 'start',
    sockets: bench.sockets,
    runtime,
    workload,
    environment,
    context: { directory, roots: [revision.directory, headDirectory] },
    ...(own && { own }),
  })
}

/** What rounds need beside a census and a way to run one; `signal` ends every wait. */
export function roundsOf(making: Making, signal: AbortSignal): Omit<RoundsRequest, 'census' | 'runRound'> {
  const { bench, onObservation, request } = making
  const { rounds, runtime, stage, workload } = request
  return {
    runtime,
    rounds,
    warmup: workload.warmup,
    settle: workload.settle,
    drains: stage === 'confirm',
    look: request.look !== undefined,
    onObservation,
    onRest: null,
    onDrain: () => step(request, 'drain'),
    patience: { milliseconds: workload.timeout.round, signal },
    clock: clockUntil(signal),
    sockets: bench.sockets,
    profiles: bench.profiles,
  }
}

const looks = { holders: 'a look at who holds it', openers: 'a look at who opens it' } as const

export function step({ log, look, number, revision }: TrialRequest, text: string): void {
  const trial = look === undefined ? `trial ${number}` : looks[look]
  log.step(`${revision.side}, ${trial}: ${text}`)
}

/** `warm-up round`, `round 3 of 8`. */
export const roundStep = (round: number, { rounds }: TrialRequest): string =>
  round === 0 ? 'warm-up round' : `round ${round} of ${rounds}`
