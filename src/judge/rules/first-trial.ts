import type { TrialGrowth } from '../../diff/comparison.ts'
import { growthOf, mixedNoise } from '../../diff/growth.ts'
import { baseMargin, keptNoise, lateShare, screenNoise } from '../constants.ts'
import { alike, type Bounds, most, netExcessOf } from './rule.ts'
import { type Sides, sidesOf } from './sides.ts'

/**
 * Whether a first trial calls for longer ones: it grew steadily,
 * or noise may hide in the late half that it did, or it rose in steps that may come again.
 */
export function isSuspect(head: TrialGrowth, base: readonly TrialGrowth[], bounds: Bounds): boolean {
  const sides = sidesOf(head, base, { least: bounds.threshold })
  const screen = Math.max(bounds.threshold, screenNoise * sides.noise)
  return (
    sides.excess > screen ||
    isPromising(sides, screen) ||
    isStepped(head, base, { ...bounds, threshold: screen }) ||
    isKept(head, base, bounds)
  )
}

/** In a first trial noise hides in the late half what the whole shows. */
function isPromising({ head, before }: Sides, screen: number): boolean {
  const { whole, late } = head.growth
  return whole - before > screen && late - before > lateShare * screen
}

function isStepped(head: TrialGrowth, base: readonly TrialGrowth[], bounds: Bounds): boolean {
  return netExcessOf(head, base) > bounds.threshold
}

/**
 * Bursts that last for a while, on either side, hide what lies below them: it grew all the same
 * when it never comes down again to where it was.
 */
function isKept(head: TrialGrowth, base: readonly TrialGrowth[], { threshold }: Bounds): boolean {
  const [own, ...others] = [head, ...alike(head, base)].map(({ series }) => keptOf(series))
  if (own === undefined) return false
  const before = baseMargin * most(others.map((kept) => growthOf(kept).whole))
  const screen = Math.max(threshold, keptNoise * mixedNoise(own))
  const { whole, late } = growthOf(own)
  return whole - before > screen && late - before > lateShare * screen
}

/** At each round, the least that a series comes down to from there on. */
const keptOf = (series: readonly number[]): readonly number[] =>
  series.map((_, i) => Math.min(...series.slice(i)))
