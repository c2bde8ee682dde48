import { join } from 'node:path'
import type { TestProcess } from '../../runtimes/test-runner.ts'
import type { Trial } from '../../trial/trial.ts'
import type { Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { type ProcessInfo, readLink, readProcess } from '../process/processes.ts'
import type { Discovery, Member } from '../roles/discovery.ts'
import { type Observation, roundText } from '../rounds/observe.ts'
import { repeated } from '../rounds/repeat.ts'
import { runRounds } from '../rounds/rounds.ts'
import { type Making, roundStep, roundsOf } from './form.ts'
import { failLaterNotes, LeftOut, leftOutNote, notRepeatable, placeOf, testName } from './left-out.ts'
import { type Left, type LeftTests, leftFor } from './test-plan.ts'
import { end, type Repeating, runTests } from './test-process.ts'

/** What came of one process's tests. */
export interface Session {
  readonly name: string
  readonly outcome: 'measured' | 'not-repeatable' | 'no-test' | 'left'
  /** Empty unless measured. */
  readonly observations: readonly Observation[]
  readonly notes: readonly Trial['notes'][number][]
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
    failLater: [],
    attempts: 0,
    measured: earlier.filter(({ outcome }) => outcome === 'measured').length,
  }
  const profiles = join(making.sandbox.profiles, `tests-${earlier.length + 1}`)
  try {
    await untilNoneFails(async () => {
      observations.length = 0
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
    })
    const notes = [...leftOutNote(session), ...failLaterNotes(session)]
    return { name: process.name, outcome: 'measured', observations, notes }
  } catch (error) {
    if (error instanceof LeftUnmeasured) {
      const left = { name, why: error.why, place: placeOf(session) }
      return { name: process.name, outcome: 'left', observations: [], notes: [], left }
    }
    if (!(error instanceof LeftOut)) throw error
    const outcome = error.note === null ? 'no-test' : 'not-repeatable'
    const notes = error.note === null ? [] : [error.note]
    return { name: process.name, outcome, observations: [], notes }
  } finally {
    await end(session)
  }
}

/** Some tests failed that had passed: what was measured with them is not compared with what comes. */
class Anew extends Error {
  override readonly name = 'Anew'
}

async function untilNoneFails(measure: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await measure()
    } catch (error) {
      if (!(error instanceof Anew)) throw error
    }
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

async function repeat(session: Repeating, round: number): Promise<void> {
  const { making, name, program } = session
  session.repetition++
  roundStep(making.request, round, `${name}: `)
  const { executed, failed, failing = [] } = await runTests(session, round)
  if (executed === 0 && failed === null) throw noneLeft(session)
  if (failed === null) return session.repetition === 1 ? await assertPlanned(session) : undefined
  if (session.repetition === 2) return await without(session, round, { failed, failing })
  if (session.repetition > 2) return await anew(session, round, failed)
  throw new CommandError(
    'test-failed',
    `${testName(failed)} of ${name} fails ${roundText(round)}.`,
    'Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.',
    program.output(),
  )
}

function noneLeft(session: Repeating): LeftOut {
  const [first, later] = [session.leftOut[0], session.failLater[0]]
  if (first !== undefined) return notRepeatable(session, first)
  return later === undefined ? new LeftOut(null) : notRepeatable(session, later, 'later')
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

/**
 * What fails once, after it passed, is measured again from the warm-up on; what fails twice in a row is left
 * out. Throws always.
 */
async function anew(session: Repeating, round: number, first: string): Promise<never> {
  const { process } = session
  const { failed, failing = [] } = await runTests(session, round)
  if (session.attempts++ >= mostAttempts) throw notRepeatable(session, first, 'later')
  if (failed === null) throw new Anew()
  if (process.leaveOut === undefined || failing.length === 0) throw notRepeatable(session, failed, 'later')
  await process.leaveOut()
  session.failLater.push(...failing)
  throw new Anew()
}
