import { join } from 'node:path'
import type { Log } from '../log.ts'
import type { DiagnosticGoal, Instrumentation, Runtime, Stage } from '../runtimes/runtime.ts'
import type { Trial } from '../trial/trial.ts'
import type { TestPlan } from './forms/test-plan.ts'
import type { Elder } from './rounds/elder.ts'
import type { Living } from './rounds/living.ts'
import type { Repeats } from './rounds/repeat.ts'
import type { Calm } from './rounds/settle.ts'
import type { SandboxRequest } from './sandbox.ts'

/** What is asked of one fresh start of a program. */
export interface TrialRequest extends SandboxRequest {
  readonly workloadHash: string
  /** Counts the trials of one side from 1. */
  readonly number: number
  readonly stage: Stage
  readonly runtime: Runtime
  readonly instrumentation: Instrumentation
  readonly versions: Trial['versions']
  /** Shared by all trials of a run: base and head are driven alike. */
  readonly repeats: Repeats
  readonly log: Log
  /** Set: a diagnostic run, which explains a red; nothing of it is judged. */
  readonly goal?: DiagnosticGoal
  /**
   * Whether what was suspected of head is clear after so many rounds of a confirming trial as have done what
   * the first trial did. Left out: it is measured to its end.
   */
  readonly clears?: { readonly rounds: number; readonly isClear: (soFar: Trial) => boolean } | undefined
  /** How the side's programs settle, learned in all trials; left out: nothing is known. */
  readonly calm?: Calm
  /** Told of the first rounds of a confirming trial, totals alone. */
  readonly onFirst?: { readonly rounds: number; readonly tell: (soFar: Trial) => void } | undefined
  /** Told of all rounds before the idle phase of a confirming trial, and before its drain; totals alone. */
  readonly onRest?: ((soFar: Trial) => void) | undefined
  /** The first trial's program, idle since. */
  readonly elder?: Elder | undefined
  /**
   * Given the trial, and its program as it was left, before that is ended. Never called of one that fails, or
   * that is clear before its end. Left out: the program is ended at once.
   */
  readonly afterwards?: ((trial: Trial, living: Living) => Promise<void>) | undefined
  /** Which tests of a suite are measured. Left out: all. */
  readonly plan?: TestPlan | undefined
  /** Aborted: the trial ends at once, with the failure `interrupted`. */
  readonly signal: AbortSignal
}

/** Tells whose code the frames of the trial's program are. */
export function locator({
  revision,
  runtime,
  workload,
}: Pick<TrialRequest, 'revision' | 'runtime' | 'workload'>): ReturnType<Runtime['locator']> {
  return runtime.locator({
    root: revision.directory,
    directory: join(revision.directory, workload.directory),
  })
}
