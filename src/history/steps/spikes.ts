/** Deviations from its neighbours beyond which one run alone says nothing of those around it. */
const far = 4

/**
 * Values of which those that lie far from both neighbours are the median of the three, at either end of the
 * nearest three: what one run alone has shown is no step yet. Medians keep steps where they are (Tukey 1977).
 */
export function withoutSpikes(values: readonly number[], deviations: readonly number[]): readonly number[] {
  if (values.length < 3) return values
  return values.map((value, i) => {
    const from = Math.min(Math.max(0, i - 1), values.length - 3)
    const middle = values.slice(from, from + 3).toSorted((a, b) => a - b)[1] ?? value
    return Math.abs(value - middle) > far * (deviations[i] ?? 0) ? middle : value
  })
}
