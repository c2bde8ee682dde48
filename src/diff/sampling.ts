/**
 * Standard deviation, in units a round, of the slope of a series that was sampled every `period` units:
 * its steps are counts of samples, so it walks at random by their square roots (6/5 of a step's variance over
 * n, as `slopeNoise`). 0 when nothing is sampled.
 */
export function samplingNoise(period: number, series: readonly number[]): number {
  const steps = series.length - 1
  if (period <= 1 || steps < 1) return 0
  const moved = series.slice(1).reduce((sum, value, i) => sum + Math.abs(value - (series[i] ?? value)), 0)
  return Math.sqrt((1.2 * period * Math.max(period, moved)) / steps / series.length)
}
