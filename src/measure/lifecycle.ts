import type { ServerWorkload, Workload } from '../configure/config.ts'
import { ConfigError, InconclusiveError, UserError } from '../errors.ts'
import { refusedCode } from '../runtimes/probe.ts'
import type { Environment, Runtime } from '../runtimes/runtime.ts'
import { timeLimits } from '../time-limits.ts'
import { causeOf } from './process/causes.ts'
import {
  type Command,
  type CommandEnd,
  CommandError,
  quoted,
  type RunningCommand,
  runCommand,
  startCommand,
} from './process/commands.ts'
import { replacedVariables } from './process/environment.ts'
import { endProcesses, findProcesses, readEnvironment } from './process/processes.ts'
import { type ReadyCheck, readyCheck } from './process/ready.ts'
import { formatDuration, pause, throwIfAborted, within } from './process/waiting.ts'
import { mayPass } from './profiles/own-snapshot.ts'
import type { Discovery, Member } from './roles/discovery.ts'
import { isWrapper } from './roles/roles.ts'

/**
 * The started program. `gone` is aborted, with the error for people as its reason, when it ends by itself.
 */
export interface Program {
  readonly gone: AbortSignal
  /** How its command ended; never rejects. */
  readonly ended: Promise<CommandEnd>
  /** Its last lines; for the log alone. */
  readonly output: () => readonly string[]
  /** All that is kept of its output; what `ready` looks at. */
  readonly text: () => string
  /**
   * Runs `stop`, then ends every process of the trial; rejects with what `stop` failed of, after all are
   * ended.
   */
  readonly end: () => Promise<void>
}

export interface Lifecycle {
  readonly trial: string
  readonly runtime: Runtime
  readonly workload: Workload
  readonly start: Command
  readonly stop: Command | null
  /**
   * What to make of an end by itself; null: it may end. Without it, it must not, unless it leaves a daemon
   * behind.
   */
  readonly onEnd?: (end: CommandEnd, output: readonly string[]) => UserError | null
  /** What is being done, for the error of a program that ends then: `at start`, `in round 3`. */
  readonly phase: () => string
}

export function startProgram({ trial, workload, start, stop, onEnd, phase }: Lifecycle): Program {
  const running = startCommand(start)
  const gone = new AbortController()
  const state = { ending: false }
  const failureOf = (ended: CommandEnd): UserError | null => {
    if (onEnd) return onEnd(ended, running.output.lines())
    // A start that ends well may leave a daemon, or containers, behind it.
    const answers = workload.profiles.length > 0 || snapshotOf(workload) !== null
    const daemon = ended.ok && (answers || stop !== null || livesOn(trial))
    return daemon ? null : programEnded(start, `${ended.how} ${phase()}`, running)
  }
  running.ended.then((ended) => {
    const failure = state.ending ? null : failureOf(ended)
    if (failure !== null) gone.abort(failure)
  })
  const end = async (): Promise<void> => {
    state.ending = true
    try {
      if (stop) await runCommand(stop, workload.timeout.stop, new AbortController().signal)
    } finally {
      await endProcesses({ trial }, timeLimits.grace)
      running.release()
    }
  }
  const { ended } = running
  return { gone: gone.signal, ended, output: running.output.lines, text: running.output.text, end }
}

/**
 * Waits until `ready` says so and a probe answers. Throws what to do when neither comes within
 * `timeout.ready`.
 */
export async function waitUntilReady(
  program: Program,
  discovery: Discovery,
  lifecycle: Lifecycle & { readonly workload: ServerWorkload },
  instrumentation: Environment,
  signal: AbortSignal,
): Promise<void> {
  const { workload, start } = lifecycle
  const deadline = performance.now() + workload.timeout.ready
  const check = readyCheck(workload.ready, start.environment, program.text)
  if (check) await until(check, deadline, signal, (answer) => neverReady(workload, answer, program))
  if (workload.snapshot !== undefined)
    return await waitForSnapshot(
      discovery,
      signal,
      check ? performance.now() + timeLimits.firstSnapshot : deadline,
    )
  await waitForProbe(program, discovery, lifecycle, instrumentation, signal, deadline)
}

const snapshotOf = (workload: Workload): string | null =>
  workload.form === 'server' ? (workload.snapshot ?? null) : null

/** Has the user's command take a first snapshot; what is wrong with it is told as it is. */
async function waitForSnapshot(discovery: Discovery, signal: AbortSignal, deadline: number): Promise<void> {
  for (;;) {
    try {
      if ((await probeAnswers(await discovery.take())) === null) return
    } catch (error) {
      throwIfAborted(signal)
      if (!mayPass(error) || performance.now() > deadline) throw error
    }
    await pause(100, signal)
  }
}

/** Waits until a probe answers. Throws what to do when none does by `deadline`. */
export async function waitForProbe(
  program: Program,
  discovery: Discovery,
  lifecycle: Lifecycle,
  instrumentation: Environment,
  signal: AbortSignal,
  deadline: number,
): Promise<void> {
  // A program that is ready has opened its probe's socket before: little is left to wait for.
  const extended = Math.max(deadline, performance.now() + 1000)
  await until(
    async () => probeAnswers(await discovery.take()),
    extended,
    signal,
    (answer) =>
      lifecycle.workload.profiles.length > 0
        ? noEndpoint(answer, lifecycle, program)
        : noProbe(lifecycle, instrumentation, program),
  )
}

async function until(
  check: ReadyCheck,
  deadline: number,
  signal: AbortSignal,
  late: (answer: string) => Error,
): Promise<void> {
  let answer = 'nothing'
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 250)) {
    const milliseconds = deadline - performance.now()
    if (milliseconds <= 0) throw late(answer)
    const found = await within(attempt(check), { milliseconds, signal, late: () => late(answer) })
    if (found === null) return
    answer = found
    await pause(Math.min(wait, milliseconds), signal)
  }
}

async function attempt(check: ReadyCheck): Promise<string | null> {
  try {
    return await check()
  } catch (error) {
    const final =
      error instanceof ConfigError || (error instanceof InconclusiveError && error.code === refusedCode)
    if (!final && (error instanceof UserError || isSystemError(error))) return error.message
    throw error
  }
}

const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string'

async function probeAnswers(members: readonly Member[]): Promise<string | null> {
  const probes = members.flatMap((m) => m.probes)
  const [first] = probes
  if (!first) return 'no probe'
  await Promise.all(probes.map((probe) => probe.count()))
  return null
}

function livesOn(trial: string): boolean {
  return findProcesses({ trial, command: 'start' }).some((p) => !isWrapper(p))
}

function programEnded(start: Command, how: string, { output }: RunningCommand): CommandError {
  const cause = causeOf(how, output.text())
  const problem = `The program ended by itself with ${how}${cause?.words ?? ''}${quoted(start.shown)}`
  const remedy = `${cause?.remedy ?? '`start` has to stay in the foreground, or leave a daemon behind, until the last round.'} Its last lines are in the log.`
  return new CommandError('program-ended', problem, remedy, output.lines())
}

function neverReady(workload: ServerWorkload, answer: string, program: Program): CommandError {
  return new CommandError(
    'not-ready',
    `The program was not ready within ${formatDuration(workload.timeout.ready)}; \`ready\` found last: ${answer}.`,
    'Its last lines are in the log. Correct `ready`, or raise `timeout: { ready: … }`.',
    program.output(),
  )
}

function noEndpoint(answer: string, { runtime }: Lifecycle, program: Program): CommandError {
  const taken =
    runtime.ownProfiles === undefined ? '' : `; \`profiles\` takes ${runtime.ownProfiles.endpoint}`
  const remedy = `Open the URL by hand while the program runs${taken}.`
  return new CommandError(
    'no-probe',
    `The endpoint in \`profiles\` gave no figures: ${answer}`,
    remedy,
    program.output(),
  )
}

function noProbe(
  { runtime, start, trial }: Lifecycle,
  instrumentation: Environment,
  program: Program,
): InconclusiveError {
  const processes = findProcesses({ trial, command: start.name }).filter((p) => !isWrapper(p))
  const replaced = processes.flatMap((p) =>
    replacedVariables(readEnvironment(p.pid) ?? new Map(), instrumentation),
  )
  const closed = processes.map((p) => runtime.unreachable?.(p.arguments) ?? null).find((one) => one !== null)
  if (closed)
    return new CommandError(
      'no-probe',
      `No probe answers in the program: ${closed.why}.`,
      closed.remedy,
      program.output(),
    )
  const names = [...new Set(replaced)].join(', ')
  const why = names
    ? `its environment does not hold what leakdiff set in ${names}`
    : `it was not built by \`setup\` or \`${start.name}\` of this workload, or has another runtime`
  const others =
    runtime.ownProfiles === undefined
      ? 'and check `runtime`'
      : 'check `runtime`, or give its own pprof endpoint in `profiles`'
  const remedy = names
    ? `Where the program is started, keep what is in ${names}, and append to it.`
    : `Build it in \`setup\` or \`${start.name}\` with no prebuilt binary, ${others}.`
  return new CommandError('no-probe', `No probe answers in the program: ${why}.`, remedy, program.output())
}
