import { InconclusiveError } from '../../errors.ts'
import type { TestProcess, TestRound } from '../../runtimes/test-runner.ts'
import type { Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { isAlive, type ProcessInfo } from '../process/processes.ts'
import { formatDuration, pause, within } from '../process/waiting.ts'
import { roundText } from '../rounds/observe.ts'
import type { Making } from './form.ts'
import { notRepeatable } from './left-out.ts'

/** Tests of one process, while they are repeated. */
export interface Repeating {
  readonly making: Making
  readonly program: Program
  readonly process: TestProcess
  readonly info: ProcessInfo | null
  readonly name: string
  /** Times that the tests were run, warm-up included. */
  repetition: number
  /** Where its process runs. */
  readonly cwd: string | null
  /** Tests that pass once and not twice. */
  readonly leftOut: string[]
  /** Tests that fail only after some repetitions. */
  readonly failLater: string[]
  /** How often some were found. */
  attempts: number
  /** Files or packages that were measured before. */
  readonly measured: number
}

/** Runs them once. Throws what makes the whole trial fail. */
export async function runTests(session: Repeating, round: number): Promise<TestRound> {
  const { making, name, process, program } = session
  const { signal, workload } = making.request
  const milliseconds = workload.timeout.round
  const late = (): Error =>
    new CommandError(
      'test-hung',
      `The tests of ${name} did not end within ${formatDuration(milliseconds)} (${roundText(round)}).`,
      'Its last lines are in the log. Select fewer tests, or raise `timeout: { round: … }`.',
      program.output(),
    )
  try {
    return await within(process.round(), { milliseconds, signal, late })
  } catch (error) {
    if (error instanceof CommandError || signal.aborted) throw error
    await hasEnded(session)
    const failed = making.request.runtime.tests?.crashed?.(program.text()) ?? ''
    if (session.repetition === 2) throw notRepeatable(session, failed)
    throw new CommandError(
      'test-crashed',
      `The process with the tests of ${name} ended by itself ${roundText(round)}${failed === '' ? '' : `, in ${failed}`}.`,
      'Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.',
      program.output(),
    )
  }
}

/** What a crash printed is told by the command only once its process has ended. */
async function hasEnded({ info, making, program }: Repeating): Promise<void> {
  const { runtime, signal } = making.request
  const crashed = runtime.tests?.crashed
  for (let tries = 0; tries < 60; tries++) {
    if ((info === null || !isAlive(info)) && crashed?.(program.text()) !== '') return
    await pause(50, signal)
  }
}

/**
 * Ends it as it would have ended after its only round, tear-down included; one that hangs then is ended with
 * the trial.
 */
export async function end({ info, making, process }: Repeating): Promise<void> {
  const { runtime, signal, workload } = making.request
  if (signal.aborted || info === null || !isAlive(info)) return
  await process.end().catch(() => {}) // it ended meanwhile
  await process.close()
  if (process.goesOn === true) return
  const deadline = performance.now() + workload.timeout.stop
  const tearDown = runtime.tests?.tearDown ?? 'the command'
  while (isAlive(info) && !signal.aborted) {
    if (performance.now() > deadline)
      throw new InconclusiveError(
        'test-hung',
        `The tests of ${process.name} did not end within ${formatDuration(workload.timeout.stop)} after their last round.`,
        `Look at what ${tearDown} does after the tests, or raise \`timeout: { stop: … }\`.`,
      )
    await pause(20, signal)
  }
}
