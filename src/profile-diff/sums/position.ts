import type { Sign } from '../../profile/formats/pprof/fold.ts'

/** Where in the comparison a profile stands. */
export interface Position {
  /** 1 where it adds to the growth, -1 where it takes off, 0 in the middle of a series. */
  readonly sign: Sign | 0
  /** Its place in a series of more than two moments, from 0; null elsewhere. */
  readonly moment: number | null
  /** Whether percentages are of its total. */
  readonly isFirst: boolean
}

/** Sums over all samples, whatever row they fall into. */
export interface Totals {
  /** Magnitudes of all values at the first moment: what percentages are of, as in pprof. */
  first: number
  /** Of all moments, for when the first is empty. */
  all: number
}

export function addTotals(totals: Totals, value: number, { isFirst }: Position): void {
  const magnitude = Math.abs(value)
  totals.all += magnitude
  if (isFirst) totals.first += magnitude
}

/** Adds one value of a moment to what grew in each step of a series, from one moment to the next. */
export function addSteps(
  steps: readonly Float64Array[],
  at: number,
  value: number,
  moment: number | null,
): void {
  if (moment === null) return
  const [before, after] = [steps[moment - 1], steps[moment]]
  if (before !== undefined) before[at] = (before[at] as number) + value
  if (after !== undefined) after[at] = (after[at] as number) - value
}
