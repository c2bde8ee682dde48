import type { Quantity } from '../profile/profile.ts'
import type { RuntimeName } from '../runtimes/names.ts'

/** A budget in units per round of a role's total; `auto` is the runtime's floor, `off` never fails. */
export type Budget = number | 'auto' | 'off'

/** The quantities that a budget can be given for, by the key the user writes. */
export const budgetKeys = {
  heap: 'heap-bytes',
  objects: 'heap-objects',
  external: 'external-bytes',
  tasks: 'tasks',
  files: 'files',
  threads: 'threads',
  rss: 'rss-bytes',
} as const satisfies Record<string, Quantity>

export type BudgetKey = keyof typeof budgetKeys

/** The budget that covers a quantity; `off` when the user can give none for it. */
export function budgetOf(budgets: Readonly<Record<BudgetKey, Budget>>, quantity: Quantity): Budget {
  const key = (Object.keys(budgetKeys) as BudgetKey[]).find((k) => budgetKeys[k] === quantity)
  return key === undefined ? 'off' : budgets[key]
}

/** A pprof endpoint of the user's own: the role's name, or null for the only one, and its URL before `$NAME` is expanded. */
export interface Endpoint {
  readonly name: string | null
  readonly url: string
}

/** When the started program can be driven. Strings are expanded (`$NAME`) at the time of use. */
export type Ready =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'port'; readonly address: string }
  | { readonly kind: 'output'; readonly pattern: string; readonly flags: string }
  | { readonly kind: 'probe' }

/** A site excused by the user, up to a bound, with a reason, until a day. */
export interface Waiver {
  /** `*` is any run of characters, all else literal; matched against each frame. */
  readonly site: string
  /** null: every quantity counted in the bound's unit. */
  readonly quantity: Quantity | null
  /** Accepted excess per round of the total, in `unit`. */
  readonly upTo: number
  readonly unit: 'bytes' | 'count'
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
  /** A command after which the program's own profiles are there. Left out: leakdiff instruments, or fetches from `profiles`. */
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
  /** Globs of the profiles that it writes itself: then it tells of no round, and nothing is thrown away as warm-up. */
  readonly files?: WrittenFiles
}

/** At least one of the two. */
export interface WrittenFiles {
  readonly heap?: string | undefined
  readonly tasks?: string | undefined
}

interface CommonWorkload {
  readonly name: string
  /** null: recognised from the repository at run time, and said. */
  readonly runtime: RuntimeName | null
  readonly directory: string
  readonly driver: readonly string[]
  /** Globs; empty or left out: measured whatever head changes. */
  readonly changed?: readonly string[]
  /** Ignored files of the checkout that both revisions get. */
  readonly copy?: readonly string[]
  readonly setup: string | null
  readonly stop: string | null
  readonly operations: number
  readonly warmup: number
  readonly rounds: number
  readonly trials: number
  /** `when-needed`: base is set up and measured only once head grows. Left out: always. */
  readonly measureBase?: 'always' | 'when-needed'
  readonly settle: { readonly quiet: number; readonly limit: number }
  readonly timeout: {
    readonly setup: number
    readonly ready: number
    readonly round: number
    readonly stop: number
  }
  readonly measure: 'all' | 'started'
  /** Empty: leakdiff instruments the program itself. */
  readonly profiles: readonly Endpoint[]
  readonly budgets: Readonly<Record<BudgetKey, Budget>>
  readonly waivers: readonly Waiver[]
}

export interface Config {
  readonly workloads: readonly Workload[]
  readonly comment: 'auto' | 'always' | 'never'
  readonly failOn: 'inconclusive' | 'leak' | 'never'
  /** Milliseconds for all trials together, set-up excluded. Left out: no limit. */
  readonly timeLimit?: number
}

/** The command whose processes are measured, and its key. */
export function commandOf(workload: Workload): string {
  return workload.form === 'server' ? workload.start : workload.form === 'test' ? workload.test : workload.run
}
