import type { Series } from '../../../history/series.ts'
import { newestOf } from './newest.ts'

/**
 * The newest run in Bencher Metric Format (bencher.dev/docs/reference/bencher-metric-format): a benchmark for
 * each role, a measure for each total; lower and upper value are the 99 % interval.
 */
export function bencherText(series: readonly Series[]): string {
  const benchmarks: Record<string, Record<string, object>> = {}
  for (const { name, point, series: of } of newestOf(series)) {
    const measures = benchmarks[name] ?? {}
    measures[`${of.quantity}-per-operation`] = {
      value: point.growth,
      lower_value: point.low,
      upper_value: point.high,
    }
    benchmarks[name] = measures
  }
  return `${JSON.stringify(benchmarks, null, 2)}\n`
}
