import { doubling } from '../constants.ts'

/**
 * True when a series rises in steps that grow by one factor, at intervals that widen by it:
 * the capacity of a slice, map or buffer to which something is added for ever. Between steps it stands still,
 * so its late slope may be 0 although it has no bound. False while the next step is overdue, because then the
 * container has stopped growing.
 */
export function isDoubling(series: readonly number[]): boolean {
  const rises = risesOf(series)
  return rises !== null && (double(rises, series.length) || double(joined(rises), series.length))
}

function double(rises: readonly Rise[], rounds: number): boolean {
  if (rises.length < doubling.steps) return false
  const sizes = ratios(rises.map((rise) => rise.size))
  const factor = Math.exp(sizes.reduce((sum, ratio) => sum + Math.log(ratio), 0) / sizes.length)
  if (factor < doubling.least || factor > doubling.most) return false
  const even = sizes.every((ratio) => ratio < factor * doubling.spread && ratio > factor / doubling.spread)
  const gaps = rises.slice(1).map((rise, i) => rise.round - (rises[i]?.round ?? 0))
  return even && widen(gaps, factor) && !isOverdue(rounds, rises, gaps, factor)
}

interface Rise {
  readonly round: number
  readonly size: number
}

/** null when the series falls back by as much as a step: then it is no capacity. */
function risesOf(series: readonly number[]): readonly Rise[] | null {
  const least = doubling.share * (Math.max(...series) - Math.min(...series))
  const steps = series.slice(1).map((value, i) => ({ round: i + 1, size: value - (series[i] ?? value) }))
  if (least <= 0 || steps.some((step) => step.size < -least)) return null
  return steps.filter((step) => step.size > least)
}

/**
 * Rises in consecutive rounds as one, in the round of the largest: a map that is split into many tables
 * doubles them one by one, though all within a few rounds.
 */
function joined(rises: readonly Rise[]): readonly Rise[] {
  const runs: Rise[][] = []
  for (const rise of rises) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1)?.round === rise.round - 1) run.push(rise)
    else runs.push([rise])
  }
  return runs.map((run) => ({
    round: run.reduce((a, b) => (b.size > a.size ? b : a)).round,
    size: run.reduce((sum, rise) => sum + rise.size, 0),
  }))
}

const ratios = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value / (values[i] ?? value))

/** Each gap is the one before it times the factor, give or take the round in which the step fell. */
function widen(gaps: readonly number[], factor: number): boolean {
  return gaps.slice(1).every((gap, i) => {
    const before = gaps[i] ?? gap
    return gap + 1 >= factor * (before - 1) && gap - 1 <= factor * (before + 1)
  })
}

function isOverdue(rounds: number, rises: readonly Rise[], gaps: readonly number[], factor: number): boolean {
  const since = rounds - 1 - (rises.at(-1)?.round ?? 0)
  return since > factor * ((gaps.at(-1) ?? 0) + 1) + 1
}
