import type { Probe } from './probe.ts'

/**
 * A process that repeats its tests, one round when it is told to. Between rounds nothing of ours runs in it.
 */
export interface TestProcess extends Probe {
  /** What its tests are called: the import path of a package, or a file. */
  readonly name: string
  /** Runs the tests once. Rejects when the process ends meanwhile. */
  round(): Promise<TestRound>
  /**
   * Skips from now on the tests that failed in the last round, by themselves. Left out: tests of a process
   * are repeated together or not at all.
   */
  leaveOut?(): Promise<void>
  /**
   * Files whose code it has loaded, from the workload's directory; asked after a round. Left out:
   * nobody knows.
   */
  files?(): Promise<readonly string[]>
  /** Has it end as it would have after its only round. */
  end(): Promise<void>
  /** Whether the process goes on with other tests then. */
  readonly goesOn?: boolean
}

export interface TestRound {
  /** Tests that were executed; skipped ones are not. */
  readonly executed: number
  /** null: they passed; else the first that failed, '' when it is not known. */
  readonly failed: string | null
  /** The names of all that failed, where they are known one by one. */
  readonly failing?: readonly string[]
}

/** How tests are repeated as rounds in one process. */
export interface TestRunner {
  /** The command without what would end a repetition: a time limit meant for one run of the tests. */
  command(text: string): string
  /** What opened a socket at `path`: a test process before its first round. */
  connect(path: string): Promise<TestProcess>
  /**
   * Whether what was made of `files` may do something else once `changed` are changed; both are paths from
   * the workload's directory. Left out: always.
   */
  reaches?(files: readonly string[], changed: readonly string[]): boolean
  /** Which tests it repeats, for a sentence: `tests of …`. */
  readonly repeats: string
  /** What runs after the last test, for a sentence: `what … does after the tests`. */
  readonly tearDown: string
  /** Of an output, the names of test processes that failed, or could not be built. */
  failures(output: string): readonly string[]
  /** Of an output, the test in which a process crashed; '' when none is told. Left out: no output tells. */
  crashed?(output: string): string
  /**
   * Of an output, the test runner whose tests cannot be repeated; null when there is none. Left out:
   * all can be.
   */
  refused?(output: string): string | null
}
