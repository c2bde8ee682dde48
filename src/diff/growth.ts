/** How one series of equally spaced rounds grows, in units per round. */
export interface Growth {
  /**
   * The smallest of the whole slope, the late one and, in a series long enough, the last one with the benefit
   * of its noise; never below 0: a step, a spike or a full cache counts as none.
   */
  readonly steady: number
  /** Robust (Theil–Sen) slopes over all rounds, the first half and the second half. */
  readonly whole: number
  readonly early: number
  readonly late: number
  /**
   * What is left of the growth when that part of it which decays from quarter to quarter is gone;
   * null in a short series.
   */
  readonly settled: number | null
  /** Least-squares slope: those of sites add up to that of their total. */
  readonly plain: number
  /**
   * 99 % interval of the whole slope: Sen's, or what the noise of the slope makes of it when that is wider.
   */
  readonly low: number
  readonly high: number
}

/**
 * Two-sided 99 % of the normal distribution, and of Student's with 5 degrees of freedom, which is what the
 * noise of a slope is known by.
 */
const z99 = 2.5758
const t99 = 4.0321

/** Growth of `series`, one value a round. A series shorter than two values has no growth: all zeros. */
export function growthOf(series: readonly number[]): Growth {
  const half = Math.ceil(series.length / 2)
  const slopes = pairSlopes(series)
  const whole = median(slopes)
  const late = median(pairSlopes(series.slice(series.length - half)))
  const last = lastSlope(series)
  const noise = t99 * slopeNoise(series)
  const { low, high } = interval(slopes, series.length)
  return {
    steady: Math.max(0, Math.min(whole, late, last)),
    whole,
    early: median(pairSlopes(series.slice(0, half))),
    late,
    plain: leastSquares(series),
    settled: settledSlope(series),
    low: Math.min(low, whole - noise),
    high: Math.max(high, whole + noise),
  }
}

/** Values from which on a quarter of a series tells something of its own. */
const quartered = 16
/** Times its noise by which a quarter's slope is given the benefit of the doubt. */
const doubt = 3

/** Slope of the last quarter and three times its own noise; infinite in a series too short for quarters. */
function lastSlope(series: readonly number[]): number {
  if (series.length < quartered) return Number.POSITIVE_INFINITY
  const last = series.slice(series.length - Math.ceil(series.length / 4) - 1)
  return median(pairSlopes(last)) + doubt * slopeNoise(last)
}

/**
 * Where the slopes of the last three quarters lead if what falls keeps falling by the same factor (Aitken's
 * delta-squared): 0 for a cache that fills ever more slowly, the leak alone for a leak beside one. The last
 * slope itself when they do not fall.
 */
function settledSlope(series: readonly number[]): number | null {
  if (series.length < quartered) return null
  const quarter = Math.floor(series.length / 4)
  const slopeFrom = (back: number) => {
    const end = series.length - quarter * back
    return median(pairSlopes(series.slice(end - quarter - 1, end)))
  }
  const [second, third, fourth] = [slopeFrom(2), slopeFrom(1), slopeFrom(0)]
  if (!(second > third && third > fourth && fourth > 0 && second - third > third - fourth)) return fourth
  return (second * fourth - third * third) / (second + fourth - 2 * third)
}

/**
 * Standard deviation of a slope over the whole series, in units per round: the larger of what it is if the
 * noise is white and what it is if the values walk at random. White: the scale of successive differences
 * times 8 / n^1.5, which simulation gave within 11 % for 7 to 25 values. Walk: from differences over a
 * quarter of the series; its slope deviates by 1.1 / sqrt(n) of a step (6/5 of the step's variance over n,
 * the variance of a least-squares slope of a random walk).
 */
export function slopeNoise(series: readonly number[]): number {
  const n = series.length
  const lag = Math.max(1, Math.floor(n / 4))
  const white = whiteNoise(series)
  const walk = (scaleOf(differences(series, lag)) / Math.sqrt(lag)) * Math.sqrt(1.2 / n)
  return n < 2 ? 0 : Math.max(white, walk)
}

function whiteNoise(series: readonly number[]): number {
  return (scaleOf(differences(series)) / Math.SQRT2) * (8 / series.length ** 1.5)
}

/**
 * The same where values are white noise upon a walk at random, each as large as the variance of changes over
 * one round and over a quarter of the series says (2 w² + lag s²); plain deviations, which no half of the
 * changes can hide.
 */
export function mixedNoise(series: readonly number[]): number {
  const n = series.length
  const lag = Math.floor(n / 4)
  if (lag < 2) return slopeNoise(series)
  const [near, far] = [varianceOf(differences(series)), varianceOf(differences(series, lag))]
  const walk = Math.max(0, (far - near) / (lag - 1))
  const white = Math.max(0, near - walk) / 2
  const mixed = Math.sqrt(white * (64 / n ** 3) + walk * (1.2 / n))
  return Math.max(whiteNoise(series), mixed)
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}

/** Changes from each value to the one `lag` later. */
export function differences(series: readonly number[], lag = 1): number[] {
  return series.slice(lag).map((value, i) => value - (series[i] ?? value))
}

/** Robust standard deviation: 1.4826 times the median distance from the median. */
export function scaleOf(values: readonly number[]): number {
  const centre = medianOf(values)
  return 1.4826 * medianOf(values.map((value) => Math.abs(value - centre)))
}

/** Median of values in any order; 0 when there are none. */
export const medianOf = (values: readonly number[]): number => median(Float64Array.from(values).sort())

/**
 * Slopes of all pairs of values, ascending (Theil 1950). Typed, since it sorts numbers several times as fast.
 */
function pairSlopes(series: readonly number[]): Float64Array {
  const slopes = new Float64Array((series.length * (series.length - 1)) / 2)
  let made = 0
  for (const [i, from] of series.entries()) {
    for (let j = i + 1; j < series.length; j++) slopes[made++] = ((series[j] ?? from) - from) / (j - i)
  }
  return slopes.sort()
}

/** Interval of the median slope from the ranks of Kendall's statistic (Sen 1968). */
function interval(slopes: Float64Array, n: number): { low: number; high: number } {
  const reach = z99 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const from = Math.max(0, Math.floor((slopes.length - reach) / 2) - 1)
  const to = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach) / 2))
  return { low: slopes[from] ?? 0, high: slopes[to] ?? 0 }
}

export function leastSquares(series: readonly number[]): number {
  const centre = (series.length - 1) / 2
  let product = 0
  let square = 0
  for (const [i, value] of series.entries()) {
    product += (i - centre) * value
    square += (i - centre) ** 2
  }
  return square === 0 ? 0 : product / square
}

/** Median of ascending values; 0 when there are none. */
function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
