import type { Excuse, Waiver } from '../configure/config.ts'
import type { SiteDiff, TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import type { Quantity, Unit } from '../profile/profile.ts'
import type { TrialFrame } from '../trial/trial.ts'
import type { Outcome } from './rules/rule.ts'
import type { Shape } from './shape.ts'

/**
 * Where the judging of one total stands.
 * `red` was seen in two fresh starts of head and is excused by no base.
 */
export type Standing = 'quiet' | 'suspected' | 'cleared' | 'between' | 'red' | 'waived'

/**
 * How a total is told to grow, as it was judged: evenly; in steps, of which a slope knows little; or by what
 * was left after a drain that most of it did not outlast.
 */
export type Manner = 'even' | 'stepped' | 'left'

export interface JudgedTotal {
  readonly diff: TotalDiff
  readonly standing: Standing
  /** What the newest trial said of a total that is left in between; null for all others. */
  readonly undecided: Outcome | null
  /** Cleared by what base does as well; by itself it would not be. */
  readonly excused: boolean
  /** Units a round above which the excess fails; null: this total never fails. */
  readonly threshold: number | null
  /** How it is told what this total grows by. */
  readonly manner: Manner
  /** What was judged: at least so much, in units a round, and more than base explains. */
  readonly excess: number
  /** What is told of it, everywhere; null when head does not have this total. */
  readonly figure: Figure | null
  readonly smallestVisible: number
  /**
   * The trials whose growth is shown: the newest of each side;
   * base null when it was not measured or has no such role.
   */
  readonly head: TrialGrowth | null
  readonly base: TrialGrowth | null
  readonly shape: Shape
  /** The waivers that name what grows, and what came of them; null when none does. */
  readonly waiver: WaiverUse | null
}

/** The one figure of a growth and the two slopes whose difference it is; units a round. */
export interface Figure {
  readonly base: Slope | null
  readonly head: Slope
  readonly more: number
}

/**
 * exceeded: more grows than the bounds allow. not alone: something grows that no waiver names.
 * Both fail as without it.
 */
interface WaiverUse {
  /** Those that name what grows; their bounds count together. */
  readonly lines: readonly [WaiverLine, ...WaiverLine[]]
  readonly state: 'applied' | 'exceeded' | 'not alone'
}

/** A waiver, and one of the sites that it excuses. */
export interface WaiverLine {
  readonly waiver: Waiver
  readonly excuse: Excuse
}

/** What a waiver of a finding has to name; the first by its own name, the others beside it. */
export interface Acceptance {
  readonly site: string
  readonly quantity: Quantity
  /** Units a round. */
  readonly upTo: number
}

export type Ruling = 'leak' | 'worse' | 'existing' | 'fixed' | 'suspect' | 'waived'

/** A part of the same leak: another role, or another row that grows with it. */
export interface Part {
  readonly quantity: Quantity
  readonly role: string
  readonly culprit: TrialFrame | null
  /** Of tasks: what most of them wait for, or are. */
  readonly state?: string
  /** Excess in units a round. */
  readonly perRound: number
}

export interface Finding {
  readonly ruling: Ruling
  readonly quantity: Quantity
  readonly unit: Unit
  readonly role: string
  /** The role is the process that `start` became. */
  readonly started: boolean
  /** The frame to read first; null when the total has no site to show. */
  readonly culprit: TrialFrame | null
  /** The site with most of the growth; null when the total has none to show. */
  readonly site: SiteDiff | null
  /** Stacks of other sites with the same culprit. */
  readonly kin?: readonly SiteDiff['stack'][]
  /**
   * Names of types of which as many objects come in every round; left out: nobody counts them, or none do.
   */
  readonly types?: readonly string[]
  /** The deepest frame below which nearly all of it was made, where that says more than `culprit`. */
  readonly inside: TrialFrame | null
  /** Of the total, where this is all that is told of it; else of its sites. */
  readonly base: Slope | null
  readonly head: Slope
  /** The figure of the leak: head's growth less base's, in units a round. */
  readonly excess: number
  /** How much of `excess` the sites of `culprit` make, never more than all of it. */
  readonly own: number
  readonly threshold: number | null
  readonly shape: Shape
  readonly parts: readonly Part[]
  readonly waiver: WaiverUse | null
  /** The lines of the one waiver that would excuse it; empty for what fails nothing. */
  readonly accept: readonly Acceptance[]
}

/** What grows by itself while its total does not; figures in units a round. */
export interface MaskedGrowth {
  readonly role: string
  readonly quantity: Quantity
  readonly unit: Unit
  readonly function: string
  readonly base: number
  readonly head: number
  /** Trials of head, in each of which it was seen. */
  readonly trials: number
  /** What shrinks meanwhile, most first. */
  readonly by: readonly { readonly function: string; readonly perRound: number }[]
}

/** What grew in every round, and by less than can be judged; figures in units a round. */
export interface FaintGrowth {
  readonly role: string
  readonly quantity: Quantity
  /** Who makes most of it; null when no stack tells. */
  readonly function: string | null
  readonly perRound: number
  readonly smallestVisible: number
}

/** Units a round with the 99 % interval. */
export interface Slope {
  readonly perRound: number
  readonly low: number
  readonly high: number
}

/** What the trials measured so far say. */
export interface Judgement {
  /** confirm: fresh and longer trials of both sides are needed. done: this is the verdict. */
  readonly next: 'confirm' | 'done'
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  readonly totals: readonly JudgedTotal[]
  readonly findings: readonly Finding[]
  readonly masked: readonly MaskedGrowth[]
  readonly faint: readonly FaintGrowth[]
  /** Snapshots of the shortest trial, when they are too few to pass. */
  readonly tooShort?: number
  /** The waivers that met something that grows. */
  readonly used: readonly Waiver[]
}
