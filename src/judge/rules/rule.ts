import type { TrialGrowth } from '../../diff/comparison.ts'
import { baseMargin, staysRatio, unknownMargin } from '../constants.ts'
import { meanRise } from './rare-moves.ts'

/**
 * What one trial of head, set against base's, says of one total. `steps`: it rose by more than allowed,
 * though not steadily, and that is over. `unsure`: more than allowed, but within the noise. `rare`:
 * in too few rounds. `undone`: it fell back. `while idle`: by the clock, and more than on base. `scattered`:
 * no more than starts of one program may differ by, as far as that is known.
 */
export type Outcome =
  | 'quiet'
  | 'leaks'
  | 'leaks in steps'
  | 'levels'
  | 'unsure'
  | 'rare'
  | 'undone'
  | 'slow to settle'
  | 'steps'
  | 'while idle'
  | 'scattered'

/** What a total has to stay below, and how long the process was driven before its first value. */
export interface Bounds {
  /** Units a round. */
  readonly threshold: number
  /** Rounds thrown away. */
  readonly warmup: number
  /** Units a round of which stacks show that they grow evenly and outlast a drain whole. Left out: none. */
  readonly evenly?: number
  /** What is left of it is what the runtime keeps of tasks that ended. Left out: it is not. */
  readonly isOfTasks?: boolean
}

/**
 * Head's steady growth less `margin` times the largest that base showed in a trial of the same length;
 * head's alone without a base.
 */
export function excessOf(head: TrialGrowth, base: readonly TrialGrowth[], margin = baseMargin): number {
  return head.growth.steady - margin * most(alike(head, base).map((b) => b.growth.steady))
}

/** The same of plain slopes, in which steps count: what a total that doubles grows by. */
export function plainExcessOf(head: TrialGrowth, base: readonly TrialGrowth[], margin = baseMargin): number {
  return head.growth.plain - margin * most(alike(head, base).map((b) => b.growth.plain))
}

/** The same of the end against the beginning. */
export function netExcessOf(head: TrialGrowth, base: readonly TrialGrowth[]): number {
  return meanRise(head.series) - baseMargin * most(alike(head, base).map((b) => meanRise(b.series)))
}

/**
 * The base trials as long as head's, else all: a cache that is full in a long trial still fills in a short
 * one, and noise is larger there.
 */
export function alike(head: TrialGrowth, base: readonly TrialGrowth[]): readonly TrialGrowth[] {
  const same = base.filter((b) => b.stage === head.stage)
  return same.length > 0 ? same : base
}

export const most = (values: readonly number[]): number => Math.max(0, ...values)

/** What one trial kept, in units a round: after its drain, where it had one. */
export const leftOf = ({ left, series }: TrialGrowth): number =>
  (left ?? (series.at(-1) ?? 0) - (series[0] ?? 0)) / Math.max(1, series.length - 1)

/**
 * What head kept beyond `baseMargin` times the most that base did: beyond `unknownMargin` times as much where
 * base leaks, of which two starts of one program keep different amounts.
 */
export function leftExcessOf(head: TrialGrowth, base: readonly TrialGrowth[], threshold: number): number {
  const before = most(alike(head, base).map(leftOf))
  return leftOf(head) - (before > threshold ? unknownMargin : baseMargin) * before
}

/** True unless a drain showed that less than half of the growth is left. */
export function stays({ left, series }: TrialGrowth): boolean {
  const rise = (series.at(-1) ?? 0) - (series[0] ?? 0)
  return left === null || left >= rise - (1 - staysRatio) * Math.abs(rise)
}
