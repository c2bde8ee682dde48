import type { Point } from '../series.ts'
import { deviations } from './noise.ts'
import { type Segment, segments } from './segments.ts'
import { withoutSpikes } from './spikes.ts'

/** A stretch of a series at one level; growth an operation. */
export interface Level extends Segment {
  readonly growth: number
  /** Half of its 99 % interval. */
  readonly noise: number
}

/** Where a series changed: the first commit that was measured at the new level, and the one before it. */
export interface Step {
  readonly at: number
  readonly point: Point
  readonly before: Point
  readonly from: number
  readonly to: number
}

/** The levels of a series, oldest first: one where nothing ever changed, none where nothing was measured. */
export function levelsOf(points: readonly Point[]): readonly Level[] {
  if (points.length === 0) return []
  const noise = deviations(points)
  const growths = points.map(({ growth }) => growth)
  const values = withoutSpikes(growths, noise)
  return segments(values, noise).map((segment) => ({ ...segment, ...meanOf(values, noise, segment) }))
}

/** Share of the floor from which on a step is told: the rest is for drift, which adds it up. */
const told = 0.25

export function stepsOf(points: readonly Point[]): readonly Step[] {
  const levels = levelsOf(points)
  return levels.slice(1).flatMap((level, i) => {
    const [point, before, from] = [points[level.from], points[level.from - 1], levels[i]]
    if (point === undefined || before === undefined || from === undefined) return []
    if (Math.abs(level.growth - from.growth) < told * point.floor) return []
    return [{ at: level.from, point, before, from: from.growth, to: level.growth }]
  })
}

const z99 = 2.5758

/** Mean of a stretch, each value weighed by its precision, with half of its 99 % interval. */
export function meanOf(
  values: readonly number[],
  deviations: readonly number[],
  { from, to }: Segment,
): { readonly growth: number; readonly noise: number } {
  let [weights, sum] = [0, 0]
  for (let i = from; i < to; i++) {
    const weight = 1 / (deviations[i] ?? 1) ** 2
    weights += weight
    sum += weight * (values[i] ?? 0)
  }
  return { growth: weights === 0 ? 0 : sum / weights, noise: weights === 0 ? 0 : z99 / Math.sqrt(weights) }
}
