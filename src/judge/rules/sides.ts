import type { TrialGrowth } from '../../diff/comparison.ts'
import type { Growth } from '../../diff/growth.ts'
import { baseMargin } from '../constants.ts'
import { type Parts, partsOf } from './rare-moves.ts'
import { alike, most } from './rule.ts'

/** One trial of head beside base's of its length, taken apart; all figures in units a round. */
export interface Sides {
  readonly head: Parts
  readonly base: readonly Parts[]
  /** Most that base climbs, or falls: what it lets go of it has gathered before, and will again. */
  readonly before: number
  /** Steady growth of head beyond `margin` times base's, rare moves left out, and its standard deviation. */
  readonly excess: number
  readonly noise: number
}

/** Moves below `least` units are never large ones. */
export function sidesOf(
  trial: TrialGrowth,
  trials: readonly TrialGrowth[],
  { least, margin = baseMargin }: { readonly least: number; readonly margin?: number },
): Sides {
  const of = (t: TrialGrowth, whole: boolean) => partsOf(t.series, least, whole)
  const bases = alike(trial, trials)
  const whole = ![trial, ...bases].every((t) => of(t, false).rare)
  const head = of(trial, whole)
  const base = bases.map((b) => of(b, whole))
  const before = margin * most(base.map(({ growth }) => Math.max(growth.steady, -growth.whole)))
  // Where base leaks as well, both may leak by chance.
  const leaks = most(base.map(({ growth }) => growth.whole)) > least / 2
  const noise = (parts: Parts) => (leaks ? Math.max(parts.noise, parts.noiseOfChanges) : parts.noise)
  return {
    head,
    base,
    before,
    excess: Math.min(head.growth.steady - before, ...base.map((b) => beyond(head.growth, b.growth, margin))),
    noise: Math.hypot(noise(head), margin * most(base.map(noise))),
  }
}

/**
 * Whole with whole and late with late: of two leaks by chance one has the slower half,
 * and that excuses nothing.
 */
const beyond = (head: Growth, base: Growth, margin: number): number =>
  Math.min(head.whole - margin * most([base.whole]), head.late - margin * most([base.late]))
