import type { How, Side } from '../checkout/revision.ts'
import type { Frame, Quantity, Total } from '../profile/profile.ts'
import type { RuntimeName } from '../runtimes/names.ts'
import type { Location, Stage } from '../runtimes/runtime.ts'

/** What went wrong or is worth saying; `code` is stable, `text` is for people. */
export interface Reason {
  readonly code: string
  readonly text: string
  readonly remedy: string
}

/** Worth saying of a trial. */
interface TrialNote {
  readonly code: string
  readonly text: string
  /** Of tests that were left out: which, in few words. */
  readonly subject?: string
  /** Their files, and folders with a slash at the end, from the root. */
  readonly paths?: readonly string[]
}

/** A frame of a trial with all that later stages need: its name without build noise, and whose code it is. */
export interface TrialFrame extends Frame {
  readonly site: string
  readonly location: Location
}

/** What a process is. A pool of equal processes under one parent is one role, summed. */
export interface Role {
  readonly name: string
  /** The process that `start` itself became. */
  readonly started: boolean
  /** probe: profiles and totals; proc: rss, threads and files from /proc alone. */
  readonly seen: 'probe' | 'proc'
  readonly processes: number
  /**
   * Processes of the pool ended and others took their place while it was measured:
   * its totals tell nothing of growth.
   */
  readonly renewed?: true
  /** Each measured round was so many of the workload's; left out: one. */
  readonly repeat?: number
}

/** One place where something lives: role and stack, outermost frame first, as indexes into `Trial.frames`. */
export interface Site {
  /** Index into `Trial.roles`. */
  readonly role: number
  readonly quantity: Quantity
  readonly stack: readonly number[]
  /** Tasks only, from the dump after the drain. */
  readonly tasks?: {
    readonly state: string | null
    readonly minutes: number | null
    readonly creators: readonly { readonly frame: TrialFrame; readonly count: number }[]
  }
}

export interface RoleTotal extends Total {
  /** Index into `Trial.roles`. */
  readonly role: number
}

/** All figures after one round, once settled. */
export interface Snapshot {
  /** Milliseconds since the first warm-up round began. */
  readonly elapsed: number
  /** false: the limit passed before two readings agreed. */
  readonly settled: boolean
  readonly totals: readonly RoleTotal[]
  /** [index into `Trial.sites`, value]; sites without a value are absent. */
  readonly sites: readonly (readonly [number, number])[]
}

/** One fresh start of the program at one side, with warm-up and rounds. What a trial file holds. */
export interface Trial {
  readonly workload: string
  readonly workloadHash: string
  readonly side: Side
  /** Counts the trials of one side from 1. */
  readonly number: number
  readonly stage: Stage
  readonly sha: string
  readonly how: How
  readonly runtime: RuntimeName
  readonly versions: { readonly leakdiff: string; readonly toolchain: string }
  readonly host: { readonly cpus: number; readonly image: string }
  readonly roles: readonly Role[]
  readonly frames: readonly TrialFrame[]
  readonly sites: readonly Site[]
  /** Units of one heap sample, 0 when unsampled. One a trial; a changed one is a failure. */
  readonly period: number
  /** After warm-up, in order. */
  readonly rounds: readonly Snapshot[]
  /** After the drain of a confirming trial, else null. */
  readonly drained: Snapshot | null
  /** After an idle phase that followed the last round of a confirming trial in which something grew. */
  readonly idled?: Snapshot
  /** Why this trial cannot be judged; empty when it can. */
  readonly failures: readonly Reason[]
  /** Worth saying, no reason to doubt: short-lived processes, endpoints at the default sampling rate. */
  readonly notes: readonly TrialNote[]
  readonly seconds: number
  /**
   * Measured in a job of its own: whoever joins trials expects all that the workload may have, on both sides.
   */
  readonly alone?: true
}
