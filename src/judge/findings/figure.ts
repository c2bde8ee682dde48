import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { rateOf, robustRate } from '../rates.ts'
import { alike } from '../rules/rule.ts'
import type { Figure, JudgedTotal, Slope, Standing } from '../verdict.ts'
import { storyOf } from './story.ts'

/** Of what grows, whatever its shape: steps count, and the figures of its stacks add up to it. */
const growing: readonly Standing[] = ['suspected', 'between', 'red', 'waived']

/**
 * What everybody is told of a total: the one figure of its growth, head's less base's in units a round, the
 * mean of the longest trials. Of what grows it is the least-squares slope,
 * or what was gained where steps were judged, or left; of all else the robust slope,
 * in which a step or a cache that fills comes to little. `past`: it is told because it grew on base.
 */
function figureOf(
  { diff, excess, manner, standing, threshold }: Omit<Unfigured, 'smallestVisible'>,
  past: boolean,
): Figure | null {
  const newest = diff.head.at(-1)
  if (newest === undefined) return null
  const grows = past || growing.includes(standing)
  const told = (trials: readonly TrialGrowth[]) => rateOf(trials, manner, threshold ?? 0)
  const rate = grows ? told : robustRate
  const head = rate(diff.head)
  if (head === null) return null
  const base = past ? rate(diff.base) : steepest(diff, newest, rate)
  const more = head.perRound - Math.max(0, base?.perRound ?? 0)
  // A red one never reads as less than what made it red.
  return { head, base, more: grows && !past ? Math.max(more, excess) : more }
}

/**
 * The totals with their figures. Bytes are told where it is the number of objects that was judged, and then
 * as what grows.
 */
export function withFigures(totals: readonly Unfigured[]): readonly JudgedTotal[] {
  const counted = new Map(
    totals.filter(({ diff }) => diff.quantity === 'heap-objects').map((t) => [t.diff.role, t.standing]),
  )
  return totals.map((total) => {
    const { quantity, role } = total.diff
    const other = quantity === 'heap-bytes' ? counted.get(role) : undefined
    const standing = other !== undefined && growing.includes(other) ? other : total.standing
    const figure = figureOf({ ...total, standing }, storyOf(total) === 'past')
    return { ...total, figure, smallestVisible: seen(total, [total.standing, standing], figure) }
  })
}

/** What was found is visible, be it by the objects that it is made of. */
function seen(
  { smallestVisible, threshold }: Unfigured,
  standings: readonly Standing[],
  figure: Figure | null,
): number {
  if (!standings.includes('red') || figure === null) return smallestVisible
  return Math.min(smallestVisible, Math.max(figure.more, threshold ?? 0))
}

export type Unfigured = Omit<JudgedTotal, 'figure'>

/** The base trial that excuses most, of those as long as head's. */
function steepest(
  { base }: TotalDiff,
  head: TrialGrowth,
  rate: (trials: readonly TrialGrowth[]) => Slope | null,
): Slope | null {
  const rates = alike(head, base).flatMap((trial) => rate([trial]) ?? [])
  return rates.toSorted((a, b) => b.perRound - a.perRound)[0] ?? null
}
