const blocks = '▁▂▃▄▅▆▇█'

/** The trial with most rounds, the newest of equals; empty when there is none. */
export function longest(trials: readonly (readonly number[])[]): readonly number[] {
  return trials.reduce<readonly number[]>((best, trial) => (trial.length >= best.length ? trial : best), [])
}

/** A series as one block a value, at most `width`; a series that never moves is a line at the bottom. */
export function sparkline(series: readonly number[], width = 12): string {
  const values = thinned(series, width)
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  return values.map((v) => blocks[span > 0 ? Math.round(((v - low) / span) * 7) : 0] ?? '').join('')
}

/** Means of equal stretches of the series. */
function thinned(series: readonly number[], width: number): readonly number[] {
  if (series.length <= width) return series
  return Array.from({ length: width }, (_, i) => {
    const from = Math.floor((i * series.length) / width)
    const part = series.slice(from, Math.max(from + 1, Math.floor(((i + 1) * series.length) / width)))
    return part.reduce((a, b) => a + b, 0) / part.length
  })
}

/** In how many of a series' steps it rose. */
export const rises = (series: readonly number[]): number =>
  series.filter((value, i) => i > 0 && value > (series[i - 1] ?? value)).length
