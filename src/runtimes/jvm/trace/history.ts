import type { Births, ClassCount } from '../attribute/attribute.ts'
import type { Histogram } from '../live/histogram.ts'

/** How many there were of each class, round by round. */
export interface History {
  /** Takes what lives after a round. The first one is what growth is reckoned from. */
  readonly add: (round: number, histogram: Histogram) => void
  /** When the first was taken, in milliseconds since 1970. */
  readonly since: () => number
  /** The same of the first round that ever was: a program that is driven on keeps what it had before. */
  readonly began: () => number
  readonly first: () => readonly ClassCount[]
  /**
   * Of what `name` grew by from the first to the last, which share stayed since each round:
   * what falls again later did not stay.
   */
  readonly births: Births
}

interface Taken {
  readonly round: number
  readonly bytes: ReadonlyMap<string, number>
  readonly histogram: Histogram
}

export function createHistory(): History {
  let taken: Taken[] = []
  let since = 0
  let began = 0
  const add = (round: number, histogram: Histogram): void => {
    // Rounds are counted anew where a program is driven on that was measured.
    if (taken.some((one) => one.round > round)) taken = []
    const bytes = new Map(histogram.classes.map((one) => [one.name, one.bytes]))
    const again = taken.findIndex((one) => one.round === round)
    if (taken.length === 0) since = Date.now()
    if (began === 0) began = since
    if (again > 0) taken[again] = { round, bytes, histogram }
    else if (again < 0) taken.push({ round, bytes, histogram })
  }
  return {
    add,
    since: () => since,
    began: () => began,
    first: () => taken[0]?.histogram.classes ?? [],
    births: (name) => birthsOf(taken.map(({ round, bytes }) => ({ round, bytes: bytes.get(name) ?? 0 }))),
  }
}

function birthsOf(series: readonly { readonly round: number; readonly bytes: number }[]): ReturnType<Births> {
  const from = series[0]?.bytes ?? 0
  const stayed: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const { bytes } of series.toReversed()) {
    least = Math.min(least, bytes)
    stayed.unshift(Math.max(0, least - from))
  }
  const whole = stayed.at(-1) ?? 0
  const births = series.map(({ round }, i) => ({
    born: round,
    share: ((stayed[i] ?? 0) - (stayed[i - 1] ?? 0)) / whole,
  }))
  return whole > 0 ? births.filter(({ share }) => share > 0) : []
}
