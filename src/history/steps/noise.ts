import { differences, scaleOf } from '../../diff/growth.ts'
import type { Point } from '../series.ts'

/** Two-sided 99 % of the normal distribution. */
const z99 = 2.5758

/** Share of the floor below which nothing is told apart: counts are exact, and have no noise. */
const least = 0.02

/** What has neither noise nor a floor still has a deviation that can be divided by. */
const exact = 1e-6
const tiny = 1e-9

/** The scale of few differences is often too small: of so many values it is doubled. */
const unsure = 8

/**
 * Standard deviation of each point of a series, in its units: of the run itself, and from run to run. The
 * latter is the robust scale of differences between neighbours, which steps do not move.
 */
export function deviations(points: readonly Point[]): readonly number[] {
  const scale = scaleOf(differences(points.map(({ growth }) => growth))) / Math.SQRT2
  const between = scale * (1 + unsure / points.length)
  return points.map(({ growth, high, low, floor }) =>
    Math.max((high - low) / 2 / z99, between, least * floor, exact * Math.abs(growth), tiny),
  )
}
