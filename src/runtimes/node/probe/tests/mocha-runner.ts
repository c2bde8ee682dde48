import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import type { ModuleChange } from './module-text.ts'
import type { TestWatch } from './test-session.ts'

/** What we use of a suite of mocha, 8 to 11. */
interface Suite {
  suites: readonly (Suite & InFile)[]
  tests: readonly (InFile & Runnable)[]
  reset(): void
  hasOnly(): boolean
  filterOnly(): boolean
  once(event: 'run', listener: () => void): unknown
}

interface InFile {
  readonly file?: string
}

/** A test, or a hook. */
interface Runnable {
  readonly type?: string
  readonly parent?: Suite
  /** What ended it, which holds the runner of that run. */
  callback?: unknown
  fullTitle?(): string
}

interface Runner {
  readonly suite: Suite
  readonly _opts: { readonly delay?: boolean; readonly failZero?: boolean }
  checkLeaks: boolean
  total: number
  failures: number
  emit(event: string, ...about: readonly unknown[]): boolean
  run(done: (failures: number) => void, more?: unknown): unknown
  runAsync?(more?: unknown): Promise<number>
  dispose?(): void
}

type RunnerClass = new (suite: Suite, options: object) => Runner

interface Mocha {
  _runnerClass: RunnerClass
  cleanReferencesAfterRun?(clean: boolean): unknown
  run(done?: (failures: number) => void): unknown
}

export const mochaChange: ModuleChange = {
  file: /\/mocha\/lib\/mocha\.js$/,
  mark: /Mocha\.prototype\.run\s*=/,
  known: /$/,
  ours: `\n;globalThis[Symbol.for('leakdiff.mocha')]?.(module.exports)`,
}

/** From the end of a run until a process that does not end by itself is ended, in milliseconds. */
const patience = 500

/** Has mocha run the tests of each file as often as leakdiff asks, one file after the other. */
export function repeatMocha(watch: TestWatch): void {
  const loaded = ({ prototype }: { readonly prototype: Mocha }): void => {
    const { run } = prototype
    prototype.run = function (done = () => {}) {
      // What a run has let go of cannot be run again.
      this.cleanReferencesAfterRun?.(false)
      this._runnerClass = repeating(this._runnerClass, watch)
      return run.call(this, (failures) => {
        done(failures)
        // What leaked keeps the process alive as well.
        watch.ours(() => setTimeout(() => process.exit(), patience)).unref()
      })
    }
  }
  Object.defineProperty(globalThis, Symbol.for('leakdiff.mocha'), { value: loaded })
}

/**
 * The runner that mocha's reporter listens to: each file is run by runners of its own,
 * and what the first of them tells is told.
 */
function repeating(Original: RunnerClass, watch: TestWatch): RunnerClass {
  return new Proxy(Original, {
    construct: (_, [suite, options]: [Suite, object]) => {
      const runner = new Original(suite, options)
      runner.run = (done) => {
        void repeatAll(runner, Original, watch).then(() => done(runner.failures))
        return runner
      }
      runner.runAsync = () => repeatAll(runner, Original, watch).then(() => runner.failures)
      return runner
    },
  })
}

async function repeatAll(reported: Runner, Original: RunnerClass, watch: TestWatch): Promise<void> {
  const { _opts, suite } = reported
  if (_opts.delay) await new Promise<void>((resolve) => void suite.once('run', resolve))
  if (suite.hasOnly()) suite.filterOnly()
  const { suites, tests } = suite
  const files = [...new Set([...suites, ...tests].map(({ file = '' }) => file))]
  const checkLeaks = reported.checkLeaks
  reported.emit('start')
  reported.emit('suite', suite)
  for (const file of files) {
    const isOfFile = (one: InFile): boolean => (one.file ?? '') === file
    Object.assign(suite, { suites: suites.filter(isOfFile), tests: tests.filter(isOfFile) })
    const run = (told: boolean) => runOnce(reported, Original, told)
    await repeatFile({ file, goesOn: file !== files.at(-1), suite, run }, watch)
  }
  Object.assign(suite, { suites, tests })
  reported.checkLeaks = checkLeaks
  if (reported.total === 0 && _opts.failZero) reported.failures = 1
  reported.emit('suite end', suite)
  reported.emit('end')
}

interface MochaRound {
  executed: number
  failed: string | null
  /** Tests, and hooks. */
  readonly failing: Runnable[]
}

interface FileRun {
  readonly file: string
  /** Whether others come after it. */
  readonly goesOn: boolean
  readonly suite: Suite
  readonly run: (told: boolean) => Promise<MochaRound>
}

async function repeatFile({ file, goesOn, run, suite }: FileRun, watch: TestWatch): Promise<void> {
  const name = file === '' ? '(mocha)' : relative(watch.directory, realpathSync(file))
  let rounds = 0
  let failed: readonly Runnable[] = []
  await new Promise<void>((end) => {
    const round = async () => {
      await null // leaves the stack of who asked
      if (rounds > 0) suite.reset()
      const { failing, ...result } = await run(rounds++ === 0)
      failed = failing
      return { ...result, failing: failing.map(titleOf) }
    }
    const leave = (): void => withoutTests(suite, new Set(failed.flatMap(testsOf)))
    watch.begin({ name, goesOn, round, leave, end })
  })
}

const titleOf = (runnable: Runnable): string => runnable.fullTitle?.() ?? ''

/** With a hook fail all tests that it is for. */
const testsOf = (failed: Runnable): readonly Runnable[] =>
  failed.type === 'hook' && failed.parent !== undefined ? testsBelow(failed.parent) : [failed]

const testsBelow = ({ suites, tests }: Suite): readonly Runnable[] => [
  ...tests,
  ...suites.flatMap(testsBelow),
]

function withoutTests(suite: Suite, left: ReadonlySet<Runnable>): void {
  suite.tests = suite.tests.filter((test) => !left.has(test))
  for (const below of suite.suites) withoutTests(below, left)
}

/** Settings that mocha writes on its runner. */
const settings = [
  '_grep',
  '_invert',
  '_globals',
  'asyncOnly',
  'allowUncaught',
  'fullStackTrace',
  'forbidOnly',
  'forbidPending',
  'checkLeaks',
] as const

async function runOnce(reported: Runner, Original: RunnerClass, told: boolean): Promise<MochaRound> {
  const { _opts, suite } = reported
  const runner = new Original(suite, {
    ..._opts,
    delay: false,
    failZero: false,
    cleanReferencesAfterRun: false,
  })
  for (const name of settings) if (name in reported) Reflect.set(runner, name, Reflect.get(reported, name))
  const result: MochaRound = { executed: 0, failed: null, failing: [] }
  const emit = runner.emit
  runner.emit = (event, ...about) => {
    const [subject] = about as readonly [Runnable?]
    if (event === 'pass' || event === 'fail') result.executed++
    if (event === 'fail' && subject !== undefined) {
      result.failed ??= titleOf(subject)
      result.failing.push(subject)
    }
    if (told && event !== 'start' && event !== 'end' && subject !== suite) reported.emit(event, ...about)
    return emit.call(runner, event, ...about)
  }
  await new Promise<void>((resolve) => void runner.run(() => resolve()))
  runner.dispose?.()
  for (const test of testsBelow(suite)) delete test.callback
  if (told) reported.failures += runner.failures
  return result
}
