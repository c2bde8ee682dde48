import { createNodeRunner } from './node-runner.ts'
import { repeatVitest } from './vitest-runner.ts'

/** The tests of one file, to be repeated in this process with their modules loaded once. */
export interface TestSession {
  /** Their file, below the workload's directory. */
  readonly name: string
  /** Whether the process goes on with other files. */
  readonly goesOn: boolean
  /** Runs all of them once. */
  readonly round: () => Promise<{ readonly executed: number; readonly failed: string | null }>
  /** Lets the runner go on as if it had run them once. */
  readonly end: () => void
}

export interface TestWatch {
  readonly directory: string
  /** Runs our own code: nothing that it opens is counted. */
  readonly ours: <T>(run: () => T) => T
  readonly begin: (session: TestSession) => void
}

/** @public by require() */
export interface TestWatcher {
  /** Told of every test of Node's own runner as it is made. */
  readonly onTest: (test: object) => void
  /** To be called once, before the program begins. */
  readonly start: (watch: TestWatch) => void
}

/**
 * Waits for the tests of Node's own runner, or of vitest, and has them repeated.
 * @public by require()
 */
export function createTestWatcher(): TestWatcher {
  const runner = createNodeRunner()
  return {
    onTest: runner.onTest,
    start: (watch) => {
      runner.start(watch)
      repeatVitest(watch)
    },
  }
}
