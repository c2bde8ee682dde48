import type { TestRound } from '../../../test-runner.ts'

/** The tests of one file, to be repeated in this process with their modules loaded once. */
export interface TestSession {
  /** Their file, below the workload's directory. */
  readonly name: string
  /** Whether the process goes on with other files. */
  readonly goesOn: boolean
  /** Runs all of them once. */
  readonly round: () => Promise<TestRound>
  /** Skips from now on the tests that failed in the last round. */
  readonly leave: () => void
  /** Lets the runner go on as if it had run them once. */
  readonly end: () => void
}

export interface TestWatch {
  readonly directory: string
  /** Runs our own code: nothing that it opens is counted. */
  readonly ours: <T>(run: () => T) => T
  readonly begin: (session: TestSession) => void
}
