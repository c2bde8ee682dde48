import type { SiteDiff, TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { growthOf } from '../../diff/growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import { boundNoise, counted, levellingRatio, plainExcess, wholeShare } from '../constants.ts'
import { isRuntime, type Naming, plainSlope } from '../findings/groups.ts'
import { isDoubling } from './doubling.ts'
import { leftExcessOf, leftOf, stays } from './rule.ts'

/**
 * Whether a drain left half of the growth, or of more than that what would be a leak by itself: idle
 * connections close, and the sessions that opened them stay. What a program keeps of its largest moment, dead
 * tasks and the capacity of maps, is left as well: memory counts where stacks of the program outlast the
 * drain whole and grow evenly, and `evenly` is how much of them does.
 */
export function isLeft(
  diff: TotalDiff,
  head: TrialGrowth,
  about: { readonly threshold: number; readonly noise: number; readonly evenly: number },
): boolean {
  if (stays(head)) return true
  const exact = counted.includes(diff.quantity)
  const least = Math.max((exact ? 1 : plainExcess.other) * about.threshold, boundNoise * about.noise)
  return leftExcessOf(head, diff.base) > least && (exact || about.evenly > 0)
}

const heap: readonly Quantity[] = ['heap-bytes', 'heap-objects']

/**
 * Units a round by which head's stacks outside the runtime grow more than base's in the newest trial,
 * of those that the drain took nothing of; 0 when together they do not grow evenly.
 * Stacks tell the bytes of a heap, and no number of objects.
 */
export function evenlyStaying({ comparison, culpritOf }: Naming, { quantity, role }: TotalDiff): number {
  const wanted = heap.includes(quantity) ? 'heap-bytes' : quantity
  const whole = comparison.sites.filter(
    (site) =>
      site.role === role &&
      site.quantity === wanted &&
      !isRuntime(culpritOf(site)) &&
      plainSlope(site.head) > Math.max(0, plainSlope(site.base)) &&
      outlasts(site),
  )
  const series = sumOf(whole.flatMap(({ head }) => head.at(-1) ?? []))
  const { early, late, steady } = growthOf(series)
  return late < levellingRatio * early || isDoubling(series) ? 0 : steady
}

/** Sampled, it may have lost a little. */
function outlasts({ head }: SiteDiff): boolean {
  const trial = head.at(-1)
  if (trial === undefined || trial.left === null) return false
  const rise = (trial.series.at(-1) ?? 0) - (trial.series[0] ?? 0)
  return rise > 0 && leftOf(trial) * (trial.series.length - 1) >= wholeShare * rise
}

function sumOf(trials: readonly TrialGrowth[]): readonly number[] {
  const longest = Math.max(0, ...trials.map(({ series }) => series.length))
  return Array.from({ length: longest }, (_, i) =>
    trials.reduce((sum, { series }) => sum + (series[i] ?? 0), 0),
  )
}
