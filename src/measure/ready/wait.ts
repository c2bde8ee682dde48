import type { ServerWorkload } from '../../configure/config.ts'
import { ConfigError, InconclusiveError, UserError } from '../../errors.ts'
import { refusedCode } from '../../runtimes/probe.ts'
import type { Environment } from '../../runtimes/runtime.ts'
import { timeLimits } from '../../time-limits.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { pause, throwIfAborted, within } from '../process/waiting.ts'
import { mayPass } from '../profiles/own-snapshot.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import type { ReadyCheck } from './check.ts'
import { programCheck } from './elsewhere.ts'
import { isFinal } from './final.ts'
import { neverReady } from './never-ready.ts'
import { noEndpoint, noProbe } from './no-probe.ts'

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
  const own = workload.profiles.length > 0
  const patience = check && !own ? performance.now() + timeLimits.probeOfReady : deadline
  await waitForProbe(program, discovery, lifecycle, instrumentation, signal, Math.min(patience, deadline))
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
      (error instanceof InconclusiveError && (error.code === refusedCode || isFinal(error.code)))
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
