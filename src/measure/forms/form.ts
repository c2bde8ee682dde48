import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { RoundsDone } from '../../log.ts'
import type { Probe } from '../../runtimes/probe.ts'
import type { Environment } from '../../runtimes/runtime.ts'
import type { Trial } from '../../trial/trial.ts'
import { reasonOf } from '../failure.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { startProgram } from '../lifecycle.ts'
import type { ProgramName } from '../process/environment.ts'
import { clockUntil } from '../process/waiting.ts'
import { createDiscovery, type Discovery } from '../roles/discovery.ts'
import type { Living } from '../rounds/living.ts'
import type { Observation } from '../rounds/observe.ts'
import type { RoundsRequest } from '../rounds/rounds.ts'
import { createThreads } from '../rounds/threads.ts'
import type { Sandbox } from '../sandbox.ts'
import type { TrialRequest } from '../trial-request.ts'

/** What every form of a workload makes its rounds with. */
export interface Making {
  readonly request: TrialRequest
  readonly sandbox: Sandbox
  /** When the trial began, by `performance.now()`. */
  readonly began: number
  readonly notes: Trial['notes'][number][]
  /** Told of every observation at once, so that what was measured before a failure is kept. */
  readonly onObservation: (observation: Observation) => void
  /** Whether a trial of a server may end after this measured round. */
  readonly enough?: (round: number) => boolean
  /** Told when nobody drives any more: before the idle phase, and before the drain. */
  readonly onRest?: () => void
  /** Given a server once all is read of it, and before it is ended. */
  readonly afterwards?: (living: Living) => Promise<void>
}

/** The command whose processes are measured, with their instrumentation and whatever `more` it is told. */
export function programCommand(
  { sandbox, request }: Making,
  name: ProgramName,
  text: string,
  more: Environment = {},
): { readonly start: Lifecycle['start']; readonly instrumentation: Environment } {
  const { diagnosticEnv, runEnv } = request.instrumentation
  const diagnostic = request.goal === undefined ? undefined : diagnosticEnv?.(sandbox.sockets, request.goal)
  const instrumentation = diagnostic ?? runEnv(request.stage, sandbox.sockets)
  const start = sandbox.command(name, text, { instrumentation: { ...instrumentation, ...more } })
  return { start, instrumentation }
}

/**
 * Starts it, makes its rounds, and on every way out ends it. A `stop` that fails spoils no figure that was
 * read before: it is said.
 */
export async function withProgram(
  making: Making,
  { start, onEnd, phase }: Pick<Lifecycle, 'start' | 'onEnd' | 'phase'>,
  makeRounds: (program: Program, lifecycle: Lifecycle) => Promise<void>,
): Promise<void> {
  const { sandbox, request } = making
  const { workload } = request
  const stop = workload.stop === null ? null : sandbox.command('stop', workload.stop)
  const lifecycle: Lifecycle = {
    trial: sandbox.trial,
    runtime: request.runtime,
    workload,
    start,
    stop,
    phase,
    ...(onEnd && { onEnd }),
  }
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

/** A discovery of all processes under the program's command. */
export function discoveryOf(
  { sandbox, request }: Making,
  { name, environment }: Lifecycle['start'],
  own?: Probe,
): Discovery {
  const { headDirectory, revision, runtime, workload } = request
  const directory = join(revision.directory, workload.directory)
  return createDiscovery({
    trial: sandbox.trial,
    command: name === 'test' || name === 'run' ? name : 'start',
    sockets: sandbox.sockets,
    runtime,
    workload,
    environment,
    context: {
      directory,
      roots: [revision.directory, headDirectory],
      shown: Object.values(workload.shown ?? {}),
      unpublished: workload.shown !== undefined && workload.shown[name] === undefined,
    },
    ...(own && { own }),
  })
}

/** What rounds need beside a discovery and a way to run one; `signal` ends every wait. */
export function roundsOf(making: Making, signal: AbortSignal): Omit<RoundsRequest, 'discovery' | 'runRound'> {
  const { sandbox, onObservation, request } = making
  const { rounds, runtime, stage, workload } = request
  return {
    runtime,
    rounds,
    warmup: workload.warmup,
    settle: workload.settle,
    drains: stage === 'confirm',
    diagnostic: request.goal !== undefined,
    onObservation,
    onIdle: null,
    onDrain: () => {
      step(request, 'drain')
      making.onRest?.()
    },
    patience: {
      milliseconds: workload.timeout.round,
      signal,
      threads: createThreads((note) => making.notes.push(note)),
    },
    clock: clockUntil(signal),
    sockets: sandbox.sockets,
    profiles: sandbox.profiles,
  }
}

const diagnosing = { holders: 'diagnosing who holds it', openers: 'diagnosing who opens it' } as const

export function step({ log, goal, number, revision }: TrialRequest, text: string, at?: RoundsDone): void {
  const trial = goal === undefined ? `trial ${number}` : diagnosing[goal]
  log.step(`${revision.side}, ${trial}: ${text}`, at)
}

/** `warm-up round`, `round 3 of 8`. */
export function roundStep(request: TrialRequest, round: number, of = ''): void {
  const { rounds, workload } = request
  const after = round > rounds ? 'one more round, for who holds it' : `round ${round} of ${rounds}`
  const text = round === 0 ? 'warm-up round' : after
  const done = round === 0 ? 0 : workload.warmup + Math.min(round, rounds + 1) - 1
  step(request, `${of}${text}`, { done, of: workload.warmup + rounds })
}
