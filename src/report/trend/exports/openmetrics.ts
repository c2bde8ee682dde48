import type { Point, Series } from '../../../history/series.ts'
import { quantities } from '../../../profile/profile.ts'
import { noiseOf } from './newest.ts'

const figures = {
  growth: { of: ({ growth }: Point) => growth, help: 'Growth an operation on the default branch.' },
  growth_noise: { of: noiseOf, help: 'Half of the 99 % interval of the growth an operation.' },
  smallest_visible: {
    of: ({ smallestVisible }: Point) => smallestVisible,
    help: 'The smallest growth an operation that counts as a leak.',
  },
} as const

/**
 * All runs as OpenMetrics 1.0 text, each with the time of its commit: what `promtool tsdb create-blocks-from
 * openmetrics` makes a past of.
 */
export function openMetricsText(series: readonly Series[]): string {
  const units = [...new Set(series.map(({ quantity }) => quantities[quantity]))]
  const families = units.flatMap((unit) => {
    const counted = series.filter(({ quantity }) => quantities[quantity] === unit)
    return Object.entries(figures).flatMap(([figure, { help, of }]) => {
      const name = `leakdiff_${figure}_per_operation_${unit}`
      return [
        `# TYPE ${name} gauge`,
        `# UNIT ${name} ${unit}`,
        `# HELP ${name} ${help}`,
        ...counted.flatMap((one) => samples(name, one, of)),
      ]
    })
  })
  return `${[...families, '# EOF'].join('\n')}\n`
}

function samples(
  name: string,
  { leg, points, quantity, role, workload }: Series,
  of: (point: Point) => number,
) {
  const labels = { workload, ...(leg === null ? {} : { leg }), role, quantity }
  const written = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  let last = 0
  return points.map((point) => {
    // Points of one metric stand in the order of their time, and none twice.
    const time = Math.max(Date.parse(point.committed), last + 1)
    last = time
    return `${name}{${written.join(',')}} ${of(point)} ${(time / 1000).toFixed(3)}`
  })
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
