import type { TrialGrowth } from '../../diff/comparison.ts'
import { lateShare, screenNoise } from '../constants.ts'
import { type Bounds, netExcessOf } from './rule.ts'
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
    isStepped(head, base, { ...bounds, threshold: screen })
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
