import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import type { Growth } from '../../diff/growth.ts'
import { baseMargin, rareMove } from '../constants.ts'
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
  /** That of each side, base's times `margin`. */
  readonly noises: { readonly head: number; readonly base: number }
}

/** Moves below `least` units are never large ones. */
export function sidesOf(
  trial: TrialGrowth,
  trials: readonly TrialGrowth[],
  { least, margin = baseMargin }: { readonly least: number; readonly margin?: number },
): Sides {
  const bases = alike(trial, trials)
  const own = partsOf(trial.series, least)
  // What is usual on head is no large move on base.
  const usual = own.reach / rareMove.floors
  const apart = own.rare && bases.every(({ series }) => partsOf(series, usual).few)
  const how = apart ? 'apart' : 'whole'
  const head = partsOf(trial.series, least, how)
  const base = bases.map(({ series }) => partsOf(series, usual, how))
  const before = margin * most(base.map(({ growth }) => Math.max(growth.steady, -growth.whole)))
  // Where base leaks as well, both may leak by chance.
  const leaks = most(base.map(({ growth }) => growth.whole)) > least
  const noiseOf = (parts: Parts) => (leaks ? Math.max(parts.noise, parts.noiseOfChanges) : parts.noise)
  const noises = { head: noiseOf(head), base: margin * most(base.map(noiseOf)) }
  return {
    head,
    base,
    before,
    excess: Math.min(head.growth.steady - before, ...base.map((b) => beyond(head.growth, b.growth, margin))),
    noise: Math.hypot(noises.head, noises.base),
    noises,
  }
}

/**
 * The same over all trials of head as long as one of them: their mean, which less noise is left in;
 * `difference` is from the mean of base's trials.
 */
export function meanOfSides(
  diff: TotalDiff,
  head: TrialGrowth,
  options: { readonly least: number; readonly margin?: number },
): Pick<Sides, 'excess' | 'noise'> & { readonly difference: number } {
  const heads = alike(head, diff.head)
  const sides = heads.map((trial) => sidesOf(trial, diff.base, options))
  const mean = (of: (one: Sides) => number) => sides.reduce((sum, one) => sum + of(one), 0) / sides.length
  const bases = Math.max(1, alike(head, diff.base).length)
  const noise = Math.hypot(
    mean(({ noises }) => noises.head) / Math.sqrt(heads.length),
    mean(({ noises }) => noises.base) / Math.sqrt(bases),
  )
  const grown = (parts: readonly Parts[]) =>
    parts.reduce((sum, { growth }) => sum + growth.steady, 0) / parts.length
  const [first] = sides
  const difference =
    mean((one) => one.head.growth.steady) -
    (first === undefined || first.base.length === 0 ? 0 : grown(first.base))
  return { excess: mean(({ excess }) => excess), noise, difference }
}

/**
 * Whole with whole and late with late: of two leaks by chance one has the slower half,
 * and that excuses nothing.
 */
const beyond = (head: Growth, base: Growth, margin: number): number =>
  Math.min(head.whole - margin * most([base.whole]), head.late - margin * most([base.late]))
