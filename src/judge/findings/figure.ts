import type { TotalDiff, TrialGrowth } from '../../diff/comparison.ts'
import { alike } from '../rules/rule.ts'
import type { Figure, JudgedTotal, Slope, Standing } from '../verdict.ts'
import { storyOf } from './story.ts'

/** Of what grows, whatever its shape: steps count, and the figures of its stacks add up to it. */
const growing: readonly Standing[] = ['suspected', 'between', 'red', 'waived']

/**
 * What everybody is told of a total: the one figure of its growth, head's less base's in units a round. Of
 * what grows it is the least-squares slope; of all else the robust one, in which a step or a cache that
 * fills comes to little. `past`: it is told because it grew on base.
 */
function figureOf(
  { diff, excess, standing }: Pick<JudgedTotal, 'diff' | 'excess' | 'standing'>,
  past: boolean,
): Figure | null {
  const head = diff.head.at(-1)
  if (head === undefined) return null
  const slope = past || growing.includes(standing) ? plain : robust
  const base = past ? diff.base.at(-1) : steepest(diff, head, slope)
  const [of, was] = [slope(head), base === undefined ? null : slope(base)]
  const more = of.perRound - Math.max(0, was?.perRound ?? 0)
  // A red one never reads as less than what made it red.
  return { head: of, base: was, more: slope === plain && !past ? Math.max(more, excess) : more }
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
    return { ...total, figure: figureOf({ ...total, standing }, storyOf(total) === 'past') }
  })
}

export type Unfigured = Omit<JudgedTotal, 'figure'>

/** The base trial that excuses most, of those as long as head's. */
const steepest = ({ base }: TotalDiff, head: TrialGrowth, slope: (trial: TrialGrowth) => Slope) =>
  alike(head, base).toSorted((a, b) => slope(b).perRound - slope(a).perRound)[0]

const plain = ({ growth }: TrialGrowth): Slope => ({
  perRound: growth.plain,
  low: Math.min(growth.low, growth.plain),
  high: Math.max(growth.high, growth.plain),
})

const robust = ({ growth }: TrialGrowth): Slope => ({
  perRound: growth.whole,
  low: growth.low,
  high: growth.high,
})
