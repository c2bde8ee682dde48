import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestWorkload } from '../../configure/config.ts'
import { ConfigError, InconclusiveError } from '../../errors.ts'
import type { TestRunner } from '../../runtimes/test-runner.ts'
import type { Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { formatDuration, pause } from '../process/waiting.ts'
import type { Observation } from '../rounds/observe.ts'
import { type Making, programCommand, withProgram } from './form.ts'
import { leftNotes } from './test-plan.ts'
import { measureSession, type Session } from './test-session.ts'

/**
 * A test command as it is. Each process that runs tests waits for its rounds; they are measured one after the
 * other, and become the roles of one trial. One whose tests pass once and not twice is left out, and said.
 */
export async function makeTestRounds(making: Making, workload: TestWorkload): Promise<void> {
  const { request } = making
  const { tests, name } = request.runtime
  if (tests === undefined)
    throw new ConfigError(
      `leakdiff cannot repeat tests of ${name}.`,
      'Measure a program instead (`start` and `round`), or have the workload make its rounds itself (`run`).',
    )
  const { start } = programCommand(making, 'test', tests.command(workload.test))
  const sessions: Session[] = []
  const onEnd = (): null => null
  await withProgram(making, { start, onEnd, phase: () => 'in its tests' }, async (program) => {
    try {
      for await (const path of testProcesses(making, program)) {
        sessions.push(await measureSession(making, program, await tests.connect(path), sessions))
      }
    } finally {
      for (const seen of mergeObservations(sessions.map((s) => s.observations))) making.onObservation(seen)
    }
    await assertAllRan(program, tests, sessions)
  })
  for (const { notes } of sessions) making.notes.push(...notes)
  const left = sessions.flatMap((session) => session.left ?? [])
  making.notes.push(...leftNotes(left, sessions.length))
  assertMeasured(sessions, tests)
}

/** Sockets of test processes as they appear, until the command has ended. */
async function* testProcesses({ sandbox, request }: Making, program: Program): AsyncGenerator<string> {
  const { signal, workload } = request
  const known = new Set<string>()
  const limit = workload.timeout.setup
  const state = { over: false }
  program.ended.then(() => {
    state.over = true
  })
  for (let since = performance.now(); ; await pause(50, signal)) {
    const { over } = state
    const fresh = readdirSync(sandbox.sockets).find(
      (name) => !known.has(name) && request.runtime.socketPid(name) !== null,
    )
    if (fresh !== undefined && !over) {
      known.add(fresh)
      yield join(sandbox.sockets, fresh)
      since = performance.now()
    } else if (over) return
    if (performance.now() - since > limit) throw silentTests(program, limit)
  }
}

function silentTests(program: Program, limit: number): CommandError {
  return new CommandError(
    'test-hung',
    `\`test\` ran for ${formatDuration(limit)} without reaching any test.`,
    'Its last lines are in the log. Build in `setup` what takes long, or raise `timeout: { setup: … }`.',
    program.output(),
  )
}

/** What failed without having been measured: a package that does not build is no pass. */
async function assertAllRan(
  program: Program,
  tests: TestRunner,
  sessions: readonly Session[],
): Promise<void> {
  const { ok, how } = await program.ended
  const runner = tests.refused?.(program.text()) ?? null
  if (runner !== null) throw refusal(runner, tests)
  if (ok) return
  const failures = tests.failures(program.text())
  const unmeasured = failures.filter((name) => !sessions.some((s) => s.name === name))
  if (unmeasured.length === 0 && failures.length > 0) return
  const which = unmeasured.length > 0 ? ` Not measured: ${unmeasured.slice(0, 5).join(', ')}.` : ''
  throw new CommandError(
    'test-failed',
    `\`test\` ended with ${how}.${which}`,
    'Its last lines are in the log. Run it by hand in this revision, and correct it until it ends with exit 0.',
    program.output(),
  )
}

const refusal = (runner: string, { repeats }: TestRunner): InconclusiveError =>
  new InconclusiveError(
    'test-runner',
    `Tests of ${runner} cannot be repeated in one process.`,
    `Measure the program instead (\`start\` and \`round\`), or a script that makes its rounds itself (\`run\`). leakdiff repeats tests of ${repeats}.`,
  )

function assertMeasured(sessions: readonly Session[], { repeats }: TestRunner): void {
  if (sessions.some((s) => s.outcome === 'measured')) return
  const [unrepeatable] = sessions.filter((s) => s.outcome === 'not-repeatable')
  const [note] = unrepeatable?.notes ?? []
  if (note !== undefined)
    throw new InconclusiveError(
      'not-repeatable',
      `No tests could be repeated in one process. ${note.text}`,
      'Have tests leave the process as they found it (no registering twice, no fixed state), or select others.',
    )
  const correct = 'Correct its pattern or its packages; tests that are skipped measure nothing.'
  if (sessions.length > 0) throw new InconclusiveError('no-test', '`test` executed no test.', correct)
  throw new InconclusiveError(
    'no-test',
    `\`test\` ended, and no test was seen that leakdiff repeats: of ${repeats}.`,
    `${correct} Whatever starts the tests has to hand its environment on to them.`,
  )
}

/** Observations of processes that were measured one after the other, as if they had been measured at once. */
function mergeObservations(series: readonly (readonly Observation[])[]): readonly Observation[] {
  const longest = Math.max(0, ...series.map((s) => s.length))
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => {
    const [first, ...others] = series.flatMap((s) => s[index] ?? [])
    return first === undefined ? [] : [others.reduce(both, first)]
  })
}

const both = (a: Observation, b: Observation): Observation => ({
  ...a,
  elapsed: a.elapsed + b.elapsed,
  settled: a.settled && b.settled,
  reading: [...a.reading, ...b.reading],
  files: new Map([...a.files, ...b.files]),
})
