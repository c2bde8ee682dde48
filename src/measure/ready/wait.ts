import type { ServerWorkload } from '../../configure/config.ts'
import { ConfigError, InconclusiveError, UserError } from '../../errors.ts'
import { refusedCode } from '../../runtimes/probe.ts'
import type { Environment } from '../../runtimes/runtime.ts'
import { timeLimits } from '../../time-limits.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { replacedVariables } from '../process/environment.ts'
import { findProcesses, readEnvironment } from '../process/processes.ts'
import { pause, throwIfAborted, within } from '../process/waiting.ts'
import { mayPass } from '../profiles/own-snapshot.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import { isWrapper } from '../roles/roles.ts'
import type { ReadyCheck } from './check.ts'
import { elsewhereCode, programCheck } from './elsewhere.ts'
import { neverReady } from './never-ready.ts'

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
  const { workload } = lifecycle
  const deadline = performance.now() + workload.timeout.ready
  const check = programCheck(workload.ready, {
    ...lifecycle.start,
    trial: lifecycle.trial,
    output: program.text,
  })
  if (check) await until(check, deadline, signal, (answer) => neverReady(lifecycle, answer, program))
  if (workload.snapshot !== undefined)
    return await waitForSnapshot(
      discovery,
      signal,
      check ? performance.now() + timeLimits.firstSnapshot : deadline,
    )
  await waitForProbe(program, discovery, lifecycle, instrumentation, signal, deadline)
}

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
      error instanceof ConfigError ||
      (error instanceof InconclusiveError && [refusedCode, elsewhereCode].includes(error.code))
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
  const own = probes.filter(({ thread }) => thread !== true)
  await Promise.all((own.length > 0 ? own : [first]).map((probe) => probe.count()))
  return null
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
