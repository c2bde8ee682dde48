import { readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TestRound } from '../../../test-runner.ts'
import { type MapOf, mapsKey } from '../sources/mapped.ts'
import { createForgetter, type JestFile, type JestForgetter } from './jest-keeps.ts'
import { changed, type ModuleChange, otherShape } from './module-text.ts'
import { refusal } from './other-runner.ts'
import type { TestWatch } from './test-session.ts'

/** What we use of a test of jest-circus, 27 to 30. */
interface Test {
  readonly type: 'test'
  readonly name: string
  readonly parent: Block
  mode?: string | null
  fn: unknown
  errors: readonly unknown[]
  status: string | null
}

interface Block {
  readonly type: 'describeBlock'
  readonly name: string
  readonly parent?: Block
  readonly children: readonly (Block | Test)[]
}

interface State {
  unhandledErrors: readonly unknown[]
}

type Send = ((...event: unknown[]) => unknown) | undefined
type Framework = (
  globalConfig: unknown,
  config: JestFile['config'],
  environment: JestFile['environment'],
  runtime: unknown,
  path: string,
  send: Send,
) => Promise<unknown>
type RunBlock = (root: Block, ...more: unknown[]) => Promise<void>
type Rounds = (
  state: State,
  snapshots: unknown,
  run: RunBlock,
  root: Block,
  ...more: unknown[]
) => Promise<void>

const rounds = Symbol.for('leakdiff.rounds')

/** The one place where jest-runner hands a file to its framework; `cacheFS` holds what its runtime reads. */
export const jestChange: ModuleChange = {
  file: /\/jest-runner\/build\/[^/]*\.js$/,
  mark: /\btestFramework\s*=/,
  known: /await testFramework\(/,
  ours: `await (globalThis[Symbol.for('leakdiff.jest')] ?? ((run, _, ...all) => run(...all)))(testFramework, cacheFS, `,
}

/** The one place where circus runs the tests of a file. */
const runTests = {
  mark: /const run = async \(\) =>/,
  known: /await _runTestsForDescribeBlock\(\s*rootDescribeBlock,?/,
  ours: `await globalThis[Symbol.for('leakdiff.rounds')]((0, _state.getState)(), typeof _expect === 'undefined' ? undefined : _expect.jestExpect.getState().snapshotState, _runTestsForDescribeBlock, rootDescribeBlock, `,
}
const circusFiles = ['run.js', 'jestAdapterInit.js']

/** Has jest, and each of its workers, run the tests of every file as often as leakdiff asks. */
export function repeatJest(watch: TestWatch): void {
  const hand = async (framework: Framework, cacheFS: Map<string, string>, ...all: Parameters<Framework>) => {
    const [globalConfig, config, environment, runtime, path, send] = all
    seedCircus(config.testRunner, cacheFS)
    Object.defineProperty(globalThis, mapsKey, { value: mapsOf(runtime), configurable: true })
    const reported = { open: true }
    const gate: Send = send && ((...event) => (reported.open ? send(...event) : undefined))
    const file = { config, environment, path }
    const forget = createForgetter(file)
    environment.global[rounds] = ((state, snapshots, run, root, ...more) =>
      repeat(watch, file, reported, forget, {
        state,
        snapshots,
        root,
        run: () => run(root, ...more),
      })) satisfies Rounds
    return await framework(globalConfig, config, environment, runtime, path, gate)
  }
  Object.defineProperty(globalThis, Symbol.for('leakdiff.jest'), { value: hand })
}

/** Maps of what jest has compiled for a file, by its runtime. */
function mapsOf(runtime: unknown): MapOf {
  const { getSourceMaps } = runtime as { getSourceMaps?: () => ReadonlyMap<string, string> }
  return (file) => getSourceMaps?.call(runtime)?.get(file)
}

/** Circus is loaded by jest's own loader, which reads what stands in `cacheFS` from there. */
function seedCircus(testRunner: string, cacheFS: Map<string, string>): void {
  const [folder] = /^.*\/jest-circus(?=\/)/.exec(testRunner.replaceAll('\\', '/')) ?? []
  if (folder === undefined) {
    process.stderr.write(`${refusal(/jasmine/.test(testRunner) ? 'jasmine' : 'jest')}\n`)
    throw new Error(`leakdiff repeats tests of jest-circus, and not of ${testRunner}`)
  }
  const build = join(realpathSync(folder), 'build')
  const found = circusFiles.flatMap((name) => {
    const text = textOf(join(build, name))
    return text !== null && runTests.mark.test(text) ? [[join(build, name), text] as const] : []
  })
  if (found.length === 0) throw new Error(otherShape('jest'))
  for (const [path, text] of found) cacheFS.set(path, changed(text, runTests, 'jest'))
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

interface Loaded {
  readonly state: State
  readonly snapshots: unknown
  readonly root: Block
  readonly run: () => Promise<void>
}

async function repeat(
  watch: TestWatch,
  file: JestFile,
  reported: { open: boolean },
  forget: JestForgetter,
  { state, snapshots, root, run }: Loaded,
): Promise<void> {
  const tests = testsOf(root)
  if (tests.length === 0) return run()
  // Concurrent tests replace their function by its promise.
  const asLoaded = tests.map((test) => ({ ...test }))
  let failed: readonly number[] = []
  let first: readonly Test[] | null = null
  let firstErrors: State['unhandledErrors'] = []
  await new Promise<void>((end) => {
    const round = async () => {
      await null // leaves the stack of who asked
      for (const [index, test] of tests.entries()) Object.assign(test, asLoaded[index], { errors: [] })
      state.unhandledErrors = []
      forget.before(snapshots)
      await run()
      forget.after()
      const failing = tests.filter(({ errors }) => errors.length > 0)
      failed = failing.map((test) => tests.indexOf(test))
      const result = { executed: executedIn(tests), ...told(failing.map(nameOf), state) }
      // Of later rounds nothing is reported: jest would take it for the result.
      if (first === null) [first, firstErrors] = [tests.map((test) => ({ ...test })), state.unhandledErrors]
      reported.open = false
      return result
    }
    const leave = (): void => {
      for (const index of failed) Object.assign(asLoaded[index] ?? {}, { mode: 'skip' })
    }
    watch.begin({ name: relative(watch.directory, file.path), goesOn: true, round, leave, end })
  })
  for (const [index, test] of tests.entries()) Object.assign(test, first?.[index])
  state.unhandledErrors = firstErrors
  reported.open = true
}

const testsOf = (block: Block): readonly Test[] =>
  block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)))

const executedIn = (tests: readonly Test[]): number => tests.filter(({ status }) => status === 'done').length

function told(failing: readonly string[], { unhandledErrors }: State): Pick<TestRound, 'failed' | 'failing'> {
  if (failing.length > 0) return { failed: failing[0] ?? '', failing }
  return { failed: unhandledErrors.length > 0 ? '' : null }
}

const nameOf = ({ name, parent }: Test): string => [...namesAbove(parent), name].join(' > ')

const namesAbove = ({ name, parent }: Block): readonly string[] =>
  parent === undefined ? [] : [...namesAbove(parent), name]
