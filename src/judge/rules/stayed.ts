import type { SiteDiff, TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { growthOf, slopeNoise } from '../../diff/growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import {
  baseMargin,
  boundNoise,
  counted,
  levellingRatio,
  plainExcess,
  staysRatio,
  wholeShare,
} from '../constants.ts'
import { isRuntime, type Naming, plainSlope } from '../findings/groups.ts'
import { isDoubling } from './doubling.ts'
import { type Bounds, leftExcessOf, leftOf, most, stays } from './rule.ts'

/**
 * What a drain says of growth; null: at least half of it stayed, and nothing is said. Where less did, what is
 * left may be a leak by itself: idle connections close, and the sessions that opened them stay.
 * What a program keeps of its largest moment, dead tasks and the capacity of maps, is left as well:
 * so stacks of the program have to show that they grow evenly and outlast the drain whole, `evenly` units a
 * round of them. Of what is counted without stacks the rest of the rules decides.
 */
export function afterDrain(
  diff: TotalDiff,
  head: TrialGrowth,
  { evenly = 0, isOfTasks = false, threshold }: Bounds,
): 'leaks' | 'slow to settle' | null {
  if (stays(head)) return isOfTasks ? 'slow to settle' : null
  const isCounted = counted.includes(diff.quantity)
  const least = (isCounted ? 1 : plainExcess.other) * threshold
  if (leftExcessOf(head, diff.base, threshold) <= least) return 'slow to settle'
  return evenly > threshold ? 'leaks' : isCounted ? null : 'slow to settle'
}

const heap: readonly Quantity[] = ['heap-bytes', 'heap-objects']

/**
 * Units a round by which head's stacks outside the runtime grow more than base's in the newest trial,
 * of those that the drain took nothing of, less what the clock brings;
 * 0 when together they do not grow evenly and beyond their noise. Stacks tell the bytes of a heap,
 * and no number of objects.
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
  const trials = whole.flatMap(({ head }) => head.at(-1) ?? [])
  const series = sumOf(trials)
  const { early, late, steady } = growthOf(series)
  const clock = trials.reduce((sum, { idle }) => sum + (idle?.perRound ?? 0), 0)
  const isEven = late >= levellingRatio * early && !isDoubling(series)
  return isEven && steady - clock > boundNoise * slopeNoise(series) ? steady - clock : 0
}

/**
 * Whether a heap grew by what the runtime keeps of tasks for those to come: tasks of the role that head has
 * more of than base ended in the drain, and stacks of the runtime alone make most of what outlasted it.
 */
export function isOfEndedTasks({ comparison, culpritOf }: Naming, { quantity, role }: TotalDiff): boolean {
  const tasks = comparison.totals.find((total) => total.role === role && total.quantity === 'tasks')
  const trial = tasks?.head.at(-1)
  if (!heap.includes(quantity) || tasks === undefined || trial === undefined || stays(trial)) return false
  if (trial.growth.plain <= baseMargin * most(tasks.base.map(({ growth }) => growth.plain))) return false
  const sites = comparison.sites.filter(
    (site) => site.role === role && site.quantity === 'heap-bytes' && outlasts(site),
  )
  const grown = (some: readonly SiteDiff[]) =>
    some.reduce((sum, site) => sum + Math.max(0, plainSlope(site.head)), 0)
  const all = grown(sites)
  return all > 0 && grown(sites.filter((site) => isRuntime(culpritOf(site)))) >= staysRatio * all
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
