import type { Revision, Side } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import type { Log } from '../log.ts'
import type { Runtime, Stage } from '../runtimes/runtime.ts'
import type { Trial } from '../trial/trial.ts'
import type { Search } from './diagnose/diagnostic-run.ts'
import type { AllRepeats } from './rounds/repeat.ts'

export interface WorkloadRequest {
  readonly workload: Workload
  readonly workloadHash: string
  readonly runtime: Runtime
  readonly base: Revision | null
  readonly head: Revision
  /** Measure this side alone. */
  readonly only?: Side | undefined
  /** Measure the trial of this number alone. */
  readonly onlyTrial?: number | undefined
  /** Base's first trial from an earlier run; it may only clear. */
  readonly cachedBase?: Trial | null | undefined
  /** A directory of ours that outlives the revisions' set-up. */
  readonly scratch: string
  /** Measured rounds of a trial that is about to begin. */
  readonly rounds: (stage: Stage) => number
  readonly version: string
  /** How often a measured round repeats the workload's own. */
  readonly repeats: AllRepeats
  /** What the trials so far call for. */
  readonly next: (trials: readonly Trial[]) => 'confirm' | 'done'
  /**
   * Whether base, driven as long as head's newest trial, might change what the trials say. Left out: always.
   */
  readonly baseMatters?: (trials: readonly Trial[]) => boolean
  /** Whether it will, by the first trials. */
  readonly baseMayMatter?: (trials: readonly Trial[]) => boolean
  /**
   * Whether head's first trial calls for a confirming one already, base unseen; and, once base was seen,
   * whether that is driven as it has to be. Left out: never, and always.
   */
  readonly ahead?: (trials: readonly Trial[]) => boolean
  readonly fits?: (trials: readonly Trial[]) => boolean
  /** Whether a first trial of head grows by itself, whatever base does. Left out: nobody asks. */
  readonly grows?: (trial: Trial) => boolean
  /** Cores of the machine; left out: what it says of itself. */
  readonly cores?: number
  /**
   * Whether what was suspected of head is clear by the first rounds of its confirming trial. Left out:
   * it is measured to its end.
   */
  readonly isClear?: (soFar: Trial) => boolean
  /** What is to be found of a red head, and of which of its programs; null: nothing. */
  readonly goal: (trials: readonly Trial[]) => Search | null
  /** Roles that the trials so far leave open: of tests no others are confirmed. Left out: all are. */
  readonly undecided?: () => ReadonlySet<string>
  /** What the pull request changes, from the root. Left out: nobody knows. */
  readonly changed?: readonly string[]
  /** Milliseconds for the first trial of a suite of tests; null: no limit. Left out: none. */
  readonly testsLimit?: number | null
  /** Keeps a finished trial and gives it back as it was kept. */
  readonly keep: (trial: Trial) => Promise<Trial>
  /**
   * Directory that gets the raw profiles and dumps of every round, in a folder a trial. Left out:
   * nobody asked.
   */
  readonly keepProfiles?: string | undefined
  readonly log: Log
  readonly signal: AbortSignal
}
