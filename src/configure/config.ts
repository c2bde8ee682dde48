import type { Quantity } from '../profile/profile.ts'
import type { Budget, Settings } from './key.ts'
import { type BudgetKey, budgetKeys, type RunKey, type WorkloadKey } from './keys.ts'
import type { Ready } from './values/ready.ts'

/** The budget that covers a quantity; `off` when the user can give none for it. */
export function budgetOf(budgets: Workload['budgets'], quantity: Quantity): Budget {
  const key = (Object.keys(budgetKeys) as BudgetKey[]).find((k) => budgetKeys[k] === quantity)
  return key === undefined ? 'off' : budgets[key]
}

/** A site excused by the user, up to a bound, with a reason, until a day. */
/** What a waiver excuses by one site. */
export interface Excuse {
  /** `*` is any run of characters, all else literal; matched against each frame. */
  readonly site: string
  /** null: every quantity counted in the bound's unit. */
  readonly quantity: Quantity | null
  /** Accepted excess per round of the total, in `unit`. */
  readonly upTo: number
  readonly unit: 'bytes' | 'count'
}

export interface Waiver extends Excuse {
  /** Other rows of the same leak, each excused by its own site, quantity and bound, and by no other's. */
  readonly with: readonly Excuse[]
  readonly reason: string
  /** Last valid day, UTC, as YYYY-MM-DD. */
  readonly expires: string
}

/** One workload, checked; durations in milliseconds, paths relative to the revision. */
export type Workload = ServerWorkload | TestWorkload | RunWorkload

/** A long-lived program, and a command that gives it work. */
export interface ServerWorkload extends CommonWorkload {
  readonly form: 'server'
  readonly start: string
  readonly ready: Ready
  readonly round: string
  /**
   * A command after which the program's own profiles are there. Left out: leakdiff instruments,
   * or fetches from `profiles`.
   */
  readonly snapshot?: string
}

/** A test command as it is: leakdiff repeats its tests as rounds in one process. */
export interface TestWorkload extends CommonWorkload {
  readonly form: 'test'
  readonly test: string
}

/** A command that makes its rounds itself, and tells leakdiff of each. */
export interface RunWorkload extends CommonWorkload {
  readonly form: 'run'
  readonly run: string
  /**
   * Globs of the profiles that it writes itself: then it tells of no round,
   * and nothing is thrown away as warm-up.
   */
  readonly files?: WrittenFiles
}

/** At least one of the two. */
export type WrittenFiles = Settings<WorkloadKey>['files']

/** What every form has: the keys of `keys.ts` but those of one form alone. */
interface CommonWorkload extends Omit<Settings<WorkloadKey>, OfOneForm> {
  readonly name: string
  readonly waivers: readonly Waiver[]
  /**
   * By key, what of its texts may be published, as it stands in the repository;
   * a text that is absent is named by its key alone.
   */
  readonly shown?: Readonly<Record<string, string>>
}

type OfOneForm = 'start' | 'ready' | 'round' | 'snapshot' | 'test' | 'run' | 'files'

export interface Config extends Settings<RunKey> {
  readonly workloads: readonly Workload[]
}

/** The command whose processes are measured, and its key. */
export function commandOf(workload: Workload): string {
  return workload.form === 'server' ? workload.start : workload.form === 'test' ? workload.test : workload.run
}
