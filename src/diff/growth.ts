/** How one series of equally spaced rounds grows, in units per round. */
export interface Growth {
  /** The smaller of the whole and the late slope, never below 0: a step, a spike or a full cache counts as none. */
  readonly steady: number
  /** Robust (Theil–Sen) slopes over all rounds, the first half and the second half. */
  readonly whole: number
  readonly early: number
  readonly late: number
  /** Least-squares slope: those of sites add up to that of their total. */
  readonly plain: number
  /** 99 % interval of the whole slope. */
  readonly low: number
  readonly high: number
}

/** Two-sided 99 % of the normal distribution. */
const z99 = 2.5758

/** Growth of `series`, one value a round. A series shorter than two values has no growth: all zeros. */
export function growthOf(series: readonly number[]): Growth {
  const half = Math.ceil(series.length / 2)
  const slopes = pairSlopes(series)
  const whole = median(slopes)
  const late = median(pairSlopes(series.slice(series.length - half)))
  return {
    steady: Math.max(0, Math.min(whole, late)),
    whole,
    early: median(pairSlopes(series.slice(0, half))),
    late,
    plain: leastSquares(series),
    ...interval(slopes, series.length),
  }
}

/**
 * Standard deviation of a slope over the whole series when its noise is white, in units per round: the scale of successive
 * differences times 8 / n^1.5, which simulation gave within 11 % for 7 to 25 values.
 */
export function slopeNoise(series: readonly number[]): number {
  const steps = series.slice(1).map((value, i) => value - (series[i] ?? value))
  const centre = median([...steps].sort(ascending))
  const deviation = median(steps.map((step) => Math.abs(step - centre)).sort(ascending))
  return ((1.4826 * deviation) / Math.SQRT2) * (8 / series.length ** 1.5)
}

/** Slopes of all pairs of values, ascending (Theil 1950). */
function pairSlopes(series: readonly number[]): number[] {
  const slopes: number[] = []
  for (const [i, from] of series.entries()) {
    for (let j = i + 1; j < series.length; j++) slopes.push(((series[j] ?? from) - from) / (j - i))
  }
  return slopes.sort(ascending)
}

/** Interval of the median slope from the ranks of Kendall's statistic (Sen 1968). */
function interval(slopes: readonly number[], n: number): { low: number; high: number } {
  const reach = z99 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const from = Math.max(0, Math.floor((slopes.length - reach) / 2) - 1)
  const to = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach) / 2))
  return { low: slopes[from] ?? 0, high: slopes[to] ?? 0 }
}

function leastSquares(series: readonly number[]): number {
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
function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

const ascending = (a: number, b: number): number => a - b
