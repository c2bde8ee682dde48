import type { SiteDiff, TotalDiff, TrialGrowth } from './comparison.ts'
import { differences, growthOf } from './growth.ts'

/**
 * A type grows steadily when at least the share `rising` of its steps from a round to the next rise and none
 * falls, in `fewest` steps or more: so few rise by chance. Base grew by at most the share `onBase` of it: two
 * starts of one program differ by less.
 */
export const steady = { rising: 0.85, fewest: 5, onBase: 0.5 } as const

/**
 * The types of which more objects live after every round, in every trial of head and not on base. All others
 * come and go: a total of all of them would hide one that stays. Where types of somebody's own grow so, those
 * of the runtime's library hold them, and are left out. Other quantities are left as they are.
 */
export function steadyTypes(sites: readonly SiteDiff[]): readonly SiteDiff[] {
  const grown = sites.filter((site) => site.quantity === 'instances' && isSteady(site))
  const owned = new Set(grown.filter((site) => !isOfRuntime(site)).map(({ role }) => role))
  const kept = new Set(grown.filter((site) => !owned.has(site.role) || !isOfRuntime(site)))
  return sites.filter((site) => site.quantity !== 'instances' || kept.has(site))
}

function isSteady({ base, head }: SiteDiff): boolean {
  const least = Math.min(...head.map(({ growth }) => growth.plain))
  const before = Math.max(0, ...base.map(({ growth }) => growth.plain))
  return head.length > 0 && head.every(risesAlways) && before <= steady.onBase * least
}

function risesAlways({ series }: TrialGrowth): boolean {
  const steps = differences(series)
  const risen = steps.filter((step) => step > 0).length
  return (
    steps.length >= steady.fewest && steps.every((step) => step >= 0) && risen >= steady.rising * steps.length
  )
}

const isOfRuntime = ({ stack }: SiteDiff): boolean =>
  stack.every(({ location }) => location.origin === 'runtime')

/** A total of objects as the sum of these types of its role; of others it stays what it is. */
export function ofSteadyTypes(total: TotalDiff, sites: readonly SiteDiff[]): TotalDiff {
  if (total.quantity !== 'instances') return total
  const types = sites.filter((site) => site.quantity === 'instances' && site.role === total.role)
  const summed = (side: 'base' | 'head') =>
    total[side].map((trial) => sumIn(trial, types.flatMap((site) => site[side]).filter(isOf(trial))))
  return { ...total, base: summed('base'), head: summed('head') }
}

const isOf =
  ({ number }: TrialGrowth) =>
  (other: TrialGrowth): boolean =>
    other.number === number

function sumIn(trial: TrialGrowth, parts: readonly TrialGrowth[]): TrialGrowth {
  const series = trial.series.map((_, i) => sum(parts.map((part) => part.series[i] ?? 0)))
  const idle = trial.idle && {
    perRound: sum(parts.map((part) => part.idle?.perRound ?? 0)),
    perSecond: sum(parts.map((part) => part.idle?.perSecond ?? 0)),
  }
  return {
    ...trial,
    series,
    growth: growthOf(series),
    left: trial.left === null ? null : sum(parts.map((part) => part.left ?? 0)),
    idle,
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
