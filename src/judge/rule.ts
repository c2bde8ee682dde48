import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { slopeNoise } from '../diff/growth.ts'
import { baseMargin, levellingRatio, staysRatio, visibleNoise } from './constants.ts'

/** What one trial of head, set against every base trial, says of one total. */
export type Outcome = 'quiet' | 'leaks' | 'levels' | 'slow to settle'

/** Head's steady growth less 1.1 times the largest that base showed in any trial; head's alone without a base. */
export function excessOf(head: TrialGrowth, base: readonly TrialGrowth[]): number {
  return head.growth.steady - baseMargin * Math.max(0, ...base.map((b) => b.growth.steady))
}

/** Judges one head trial: over `threshold` (units a round), still as fast late as early, and still there after a drain. */
export function outcomeOf(head: TrialGrowth, base: readonly TrialGrowth[], threshold: number): Outcome {
  if (excessOf(head, base) <= threshold) return 'quiet'
  if (head.growth.late < levellingRatio * head.growth.early) return 'levels'
  return stays(head) ? 'leaks' : 'slow to settle'
}

/** True unless a drain showed that less than half of the growth is left. */
export function stays(trial: TrialGrowth): boolean {
  const rise = (trial.series.at(-1) ?? 0) - (trial.series[0] ?? 0)
  return trial.left === null || trial.left >= staysRatio * rise
}

/** The larger of threshold, three times this run's own noise, and the margin that base's own growth needs. */
export function smallestVisible(diff: TotalDiff, threshold: number): number {
  const noise = (trials: readonly TrialGrowth[]) => Math.max(0, ...trials.map((t) => slopeNoise(t.series)))
  const base = Math.max(0, ...diff.base.map((b) => b.growth.steady))
  return Math.max(
    threshold,
    visibleNoise * Math.hypot(noise(diff.base), noise(diff.head)),
    (baseMargin - 1) * base,
  )
}
