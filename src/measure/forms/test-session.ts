import { join } from 'node:path'
import { InconclusiveError } from '../../errors.ts'
import type { TestProcess, TestRound } from '../../runtimes/test-runner.ts'
import type { Trial } from '../../trial/trial.ts'
import type { Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { isAlive, type ProcessInfo, readLink, readProcess } from '../process/processes.ts'
import { formatDuration, pause, within } from '../process/waiting.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import { type Observation, roundText } from '../rounds/observe.ts'
import { repeated } from '../rounds/repeat.ts'
import { runRounds } from '../rounds/rounds.ts'
import { type Making, roundStep, roundsOf } from './form.ts'
import { LeftOut, leftOutNote, notRepeatable, placeOf, testName } from './left-out.ts'
import { type Left, type LeftTests, leftFor } from './test-plan.ts'

/** What came of one process's tests. */
export interface Session {
  readonly name: string
  readonly outcome: 'measured' | 'not-repeatable' | 'no-test' | 'left'
  /** Empty unless measured. */
  readonly observations: readonly Observation[]
  readonly note: Trial['notes'][number] | null
  /** Set of tests that ran once, and were left. */
  readonly left?: LeftTests
}

/** Repeats the tests of one process, then has it end by itself. Throws what makes the whole trial fail. */
export async function measureSession(
  making: Making,
  program: Program,
  process: TestProcess,
  earlier: readonly Session[],
): Promise<Session> {
  const { request } = making
  const again = earlier.filter((s) => s.name === process.name).length
  const name = again === 0 ? process.name : `${process.name} (${again + 1})`
  const info = process.pid === null ? null : readProcess(process.pid)
  const observations: Observation[] = []
  const session: Repeating = {
    making,
    program,
    process,
    info,
    name,
    repetition: 0,
    cwd: readLink(`/proc/${process.pid}/cwd`),
    leftOut: [],
    attempts: 0,
    measured: earlier.filter(({ outcome }) => outcome === 'measured').length,
  }
  const profiles = join(making.sandbox.profiles, `tests-${earlier.length + 1}`)
  try {
    await runRounds({
      ...roundsOf({ ...making, onObservation: (seen) => observations.push(seen) }, request.signal),
      profiles,
      discovery: discoveryOfOne({ name, info, process }),
      runRound: repeated((round) => repeat(session, round), {
        name,
        repeats: request.repeats,
        warmup: request.workload.warmup,
      }),
    })
    return { name: process.name, outcome: 'measured', observations, note: leftOutNote(session) }
  } catch (error) {
    if (error instanceof LeftUnmeasured) {
      const left = { name, why: error.why, place: placeOf(session) }
      return { name: process.name, outcome: 'left', observations: [], note: null, left }
    }
    if (!(error instanceof LeftOut)) throw error
    const outcome = error.note === null ? 'no-test' : 'not-repeatable'
    return { name: process.name, outcome, observations: [], note: error.note }
  } finally {
    await end(session)
  }
}

function discoveryOfOne({
  name,
  info,
  process,
}: {
  name: string
  info: ProcessInfo | null
  process: TestProcess
}): Discovery {
  const named: Member['named'] = { key: name, name, parent: null }
  const member: Member = { named, process: info, started: true, probes: [process], shared: null }
  return { take: async () => [member], close: async () => {} }
}

interface Repeating {
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
  /** How often some were found. */
  attempts: number
  /** Files or packages that were measured before. */
  readonly measured: number
}

async function repeat(session: Repeating, round: number): Promise<void> {
  const { making, name, program } = session
  session.repetition++
  roundStep(making.request, round, `${name}: `)
  const { executed, failed, failing = [] } = await runTests(session, round)
  if (executed === 0 && failed === null)
    throw session.leftOut.length > 0 ? notRepeatable(session, session.leftOut[0] ?? '') : new LeftOut(null)
  if (failed === null) return session.repetition === 1 ? await assertPlanned(session) : undefined
  if (session.repetition === 2) return await without(session, round, { failed, failing })
  throw new CommandError(
    'test-failed',
    `${testName(failed)} of ${name} fails ${roundText(round)}.`,
    'Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.',
    program.output(),
  )
}

/** Ran once, and are not measured. */
class LeftUnmeasured extends Error {
  override readonly name = 'LeftUnmeasured'
  readonly why: Left
  constructor(why: Left) {
    super(why)
    this.why = why
  }
}

async function assertPlanned({ making, measured, process }: Repeating): Promise<void> {
  const { plan, runtime, workload } = making.request
  if (runtime.tests === undefined) return
  const elapsed = performance.now() - making.began
  const { directory } = workload
  const left = await leftFor({ plan, tests: runtime.tests, process, directory, measured, elapsed })
  if (left !== null) throw new LeftUnmeasured(left)
}

/** Tests may stop one another from being repeated: more than these are left out together. */
const mostAttempts = 5

/** Runs the others again without those tests that pass once and not twice. Throws LeftOut when it cannot. */
async function without(
  session: Repeating,
  round: number,
  { failed, failing }: { readonly failed: string; readonly failing: readonly string[] },
): Promise<void> {
  const { process } = session
  if (process.leaveOut === undefined || failing.length === 0 || session.attempts++ >= mostAttempts)
    throw notRepeatable(session, failed)
  await process.leaveOut()
  session.leftOut.push(...failing)
  session.repetition--
  await repeat(session, round)
}

async function runTests(session: Repeating, round: number): Promise<TestRound> {
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
async function end({ info, making, process }: Repeating): Promise<void> {
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
