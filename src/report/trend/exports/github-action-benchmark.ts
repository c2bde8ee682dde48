import type { Series } from '../../../history/series.ts'
import { quantities } from '../../../profile/profile.ts'
import { newestOf, noiseOf } from './newest.ts'

/** The newest run as benchmark-action/github-action-benchmark takes it with `tool: customSmallerIsBetter`. */
export function benchmarkActionText(series: readonly Series[]): string {
  const entries = newestOf(series).map(({ name, point, series: of }) => ({
    name: `${name}, ${of.quantity}`,
    unit: `${quantities[of.quantity]}/operation`,
    value: point.growth,
    range: `± ${noiseOf(point)}`,
    extra: `smallest visible: ${point.smallestVisible}\n${point.toolchain}, leakdiff ${point.leakdiff}`,
  }))
  return `${JSON.stringify(entries, null, 2)}\n`
}
