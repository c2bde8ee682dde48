import type { Point, Series } from '../../../history/series.ts'

/**
 * The newest value of each series, for places that keep a history of their own and take one run at a time.
 */
export function newestOf(
  series: readonly Series[],
): readonly { readonly name: string; readonly series: Series; readonly point: Point }[] {
  return series.flatMap((one) => {
    const point = one.points.at(-1)
    if (point === undefined) return []
    const leg = one.leg === null ? '' : ` (${one.leg})`
    return [{ name: `${one.workload}${leg}: ${one.role}`, series: one, point }]
  })
}

export const noiseOf = ({ high, low }: Point): number => Number(((high - low) / 2).toPrecision(6))
