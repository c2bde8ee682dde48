import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestRound } from '../../../test-runner.ts'
import { executedIn, failuresIn, type NodeTest, noHooks, withoutFailed } from './node-tree.ts'
import type { TestSession, TestWatch } from './test-session.ts'

/** What a file asked the runner for at its top level, in order. */
interface Recorded {
  readonly tests: unknown[][]
  readonly hooks: unknown[][]
}

/**
 * Holds back what a test file registers with `node:test`, and makes it anew in each round: its modules are
 * loaded once, its tests and hooks run once a round.
 */
export function createNodeRunner(): {
  onTest: (test: object) => void
  start: (watch: TestWatch) => void
} {
  const recorded: Recorded = { tests: [], hooks: [] }
  // All that was made in a round. The runner's map of tests by async id holds each until it is told that it
  // is over.
  const made = new Set<NodeTest>()
  let root: NodeTest | null = null
  let watch: TestWatch | null = null
  return {
    onTest: (test) => {
      if (root !== null) made.add(test as NodeTest)
      else if (watch !== null && !isParent()) {
        root = test as NodeTest
        holdBack(root, recorded)
        void begin(root, recorded, made, watch)
      }
    },
    start: (given) => {
      watch = given
    },
  }
}

/** `node --test` itself runs each file in a process of its own. */
const isParent = (): boolean => process.execArgv.includes('--test') && !process.env.NODE_TEST_CONTEXT

function holdBack(root: NodeTest, { tests, hooks }: Recorded): void {
  const placeholder = { root: { harness: {} }, start: () => Promise.resolve() }
  const proto = Object.getPrototypeOf(root) as NodeTest
  for (const name of ['createSubtest', 'createHook', 'run', 'start'] as const)
    if (typeof proto[name] !== 'function') throw otherShape(`no ${name}`)
  root.createSubtest = (...args) => {
    // A program that calls run() of node:test is the parent of those that run the files.
    if ((args[0] as { name?: string }).name === 'FileTest') return proto.createSubtest.apply(root, args)
    tests.push(args)
    return placeholder as unknown as NodeTest
  }
  root.createHook = (...args) => void hooks.push(args)
}

const otherShape = (what: string): Error =>
  new Error(`leakdiff does not know node:test of ${process.version}: ${what}`)

async function begin(
  root: NodeTest,
  recorded: Recorded,
  made: Set<NodeTest>,
  watch: TestWatch,
): Promise<void> {
  const file = realpathSync(process.argv[1] ?? '.')
  const alive = watch.ours(() => setInterval(() => {}, 60_000))
  try {
    await new Promise((resolve) => watch.ours(() => setImmediate(resolve)))
    // It is being loaded already: this waits until it is.
    await import(pathToFileURL(file).href)
  } catch {
    return // Node tells of it as it does without us
  } finally {
    clearInterval(alive)
  }
  if (recorded.tests.length === 0) return
  watch.begin(sessionOf(relative(watch.directory, file), root, recorded, made, watch))
}

/** From the end of the last round until a process that does not end by itself is ended. */
const patience = 500

function leave({ harness }: NodeTest): void {
  harness?.teardown()
  setTimeout(() => process.exit(), 200)
}

function sessionOf(
  name: string,
  root: NodeTest,
  recorded: Recorded,
  made: Set<NodeTest>,
  watch: TestWatch,
): TestSession {
  const { reporter } = root
  const left = new Set<string>()
  let failed: readonly string[] = []
  let rounds = 0
  return {
    name,
    goesOn: false,
    leave: () => {
      for (const place of failed) left.add(place)
    },
    round: async () => {
      await null // leaves the stack of who asked
      const { harness } = root
      // Of later rounds nothing is reported: the runner would count every test again, and keep its result.
      root.reporter = rounds++ === 0 ? reporter : silent
      const { counters, success } = harness ?? {}
      const before = { ...counters }
      const { places, ...result } = await runOnce(root, recorded, left)
      failed = places
      forget(root, made)
      if (harness !== null && rounds > 1) {
        harness.counters = before
        if (success !== undefined) harness.success = success
      }
      return result
    },
    end: () => {
      root.reporter = reporter
      // What leaked keeps the process alive as well: its results are told all the same.
      watch.ours(() => setTimeout(() => leave(root), patience)).unref()
    },
  }
}

const silent: object = new Proxy({}, { get: () => () => {} })

interface NodeRound extends TestRound {
  /** Where those that failed stand, for `withoutFailed`. */
  readonly places: readonly string[]
}

async function runOnce(
  root: NodeTest,
  { hooks, tests }: Recorded,
  left: ReadonlySet<string>,
): Promise<NodeRound> {
  const proto = Object.getPrototypeOf(root) as NodeTest
  let ended: Promise<void> = Promise.resolve()
  // What the runner calls when all tests have ended: it runs the hooks that come after.
  root.run = () => {
    ended = proto.run.call(root)
    return ended
  }
  await bootstrapped(root)
  for (const args of hooks) proto.createHook.apply(root, args)
  const all = tests.map((args) => proto.createSubtest.apply(root, args))
  await Promise.all(all.map((test) => test.buildSuite))
  withoutFailed(all, left)
  await Promise.all(all.map((test) => test.start()))
  await ended
  const failures = failuresIn(all)
  const failed = failures[0]?.name ?? (root.error === null ? null : '')
  return {
    executed: executedIn(all),
    failed,
    failing: failures.map(({ name }) => name),
    places: failures.map(({ place }) => place),
  }
}

async function bootstrapped({ harness }: NodeTest): Promise<void> {
  if (harness === null) return
  await harness.bootstrapPromise
  if ('bootstrapPromise' in harness) harness.bootstrapPromise = null
  if ('buildPromise' in harness) harness.buildPromise = null
  if ('allowTestsToRun' in harness) harness.allowTestsToRun = true
  if ('bootstrapComplete' in harness) harness.bootstrapComplete = true
}

/** Takes from the runner what it keeps of tests that have ended, functions and all that these hold. */
function forget(root: NodeTest, made: Set<NodeTest>): void {
  if (root.readySubtests.size > 0) throw otherShape('tests that have ended and are not let go')
  for (const test of made) {
    test.emitDestroy()
    // The map also holds it by promises of its own, for as long as it holds them.
    test.subtestsPromise = null
    test.buildSuite = undefined
    test.subtests = []
  }
  made.clear()
  root.subtests = []
  root.waitingOn = 0
  if ('nextReportOrder' in root) root.nextReportOrder = 1
  if ('subtestsPromise' in root) root.subtestsPromise = null
  root.error = null
  root.hooks = noHooks()
}
