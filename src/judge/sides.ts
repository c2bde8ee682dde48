import type { TrialGrowth } from '../diff/comparison.ts'
import { baseMargin } from './constants.ts'
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
  const head = partsOf(trial.series, least)
  const base = alike(trial, trials).map((b) => partsOf(b.series, least))
  const before = margin * most(base.map(({ growth }) => Math.max(growth.steady, -growth.whole)))
  // Where base leaks as well, both may leak by chance.
  const noise = (parts: Parts) => (before > least ? Math.max(parts.noise, parts.noiseOfChanges) : parts.noise)
  return {
    head,
    base,
    before,
    excess: head.growth.steady - before,
    noise: Math.hypot(noise(head), margin * most(base.map(noise))),
  }
}
