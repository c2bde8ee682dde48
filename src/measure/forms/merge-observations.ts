import type { Observation } from '../rounds/rounds.ts'

/** Observations of processes that were measured one after the other, as if they had been measured at once. */
export function mergeObservations(series: readonly (readonly Observation[])[]): readonly Observation[] {
  const longest = Math.max(0, ...series.map((s) => s.length))
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => {
    const [first, ...others] = series.flatMap((s) => s[index] ?? [])
    return first === undefined ? [] : [others.reduce(both, first)]
  })
}

const both = (a: Observation, b: Observation): Observation => ({
  ...a,
  elapsed: a.elapsed + b.elapsed,
  settled: a.settled && b.settled,
  reading: [...a.reading, ...b.reading],
  files: new Map([...a.files, ...b.files]),
})
