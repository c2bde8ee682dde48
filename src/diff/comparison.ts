import type { Quantity, Unit } from '../profile/profile.ts'
import type { Role, Site, TrialFrame } from '../trial/trial.ts'
import type { Growth } from './growth.ts'

/** One series of one trial, and what became of it. */
export interface TrialGrowth {
  readonly number: number
  readonly stage: 'first' | 'confirm'
  /**
   * One value a measured round; a round in which the site or total was absent counts as 0 for sites. Where a
   * measured round was several of the workload's, the first value, and what one of them added to it: all
   * growth is for one of the workload's rounds.
   */
  readonly series: readonly number[]
  readonly growth: Growth
  /** Value after the drain less the value of the first round; null without a drain. */
  readonly left: number | null
  /** What an idle phase after the last round added; null when there was none, or nothing to judge it by. */
  readonly idle: IdleGrowth | null
  /**
   * Standard deviation of `growth.plain` that sampling alone gives, in units a round; left out:
   * nothing was sampled.
   */
  readonly sampling?: number
  /** How many of the workload's rounds each measured one was; left out: one. */
  readonly repeat?: number
}

/** Growth by the clock alone. */
export interface IdleGrowth {
  /** Units that as long a time as one round took brings without any round. */
  readonly perRound: number
  readonly perSecond: number
}

/** A role's exact total on both sides. A side without the role has no trials in it. */
export interface TotalDiff {
  readonly role: string
  readonly started: boolean
  readonly quantity: Quantity
  readonly unit: Unit
  readonly base: readonly TrialGrowth[]
  readonly head: readonly TrialGrowth[]
}

/** A site on both sides, paired by role and normalised stack, else by what the pull request moved. */
export interface SiteDiff {
  readonly role: string
  readonly quantity: Quantity
  readonly unit: Unit
  /** Normalised names, outermost first: the identity. */
  readonly names: readonly string[]
  /** The frames as head (else base) prints them, outermost first. */
  readonly stack: readonly TrialFrame[]
  readonly tasks: Site['tasks'] | null
  readonly base: readonly TrialGrowth[]
  readonly head: readonly TrialGrowth[]
}

export interface Comparison {
  readonly workload: string
  readonly roles: readonly Role[]
  readonly totals: readonly TotalDiff[]
  readonly sites: readonly SiteDiff[]
}
