/**
 * Head's values (a line) over base's (a dashed one) as an inline SVG; both on one scale,
 * each from its own first value.
 */
export function sparkSvg({ base, head }: { readonly base: Series; readonly head: Series }): string {
  const rise = (trial: readonly number[]) => trial.map((value) => value - (trial[0] ?? 0))
  const [bases, heads] = [base.map(rise), head.map(rise)]
  const values = [...bases, ...heads].flat()
  if (values.length === 0) return ''
  const low = values.reduce((a, b) => Math.min(a, b), 0)
  const high = values.reduce((a, b) => Math.max(a, b), 0)
  const line = (name: 'base' | 'head') => (trial: readonly number[]) =>
    `<polyline class="${name}" points="${points(trial, low, high)}"/>`
  const lines = [...bases.map(line('base')), ...heads.map(line('head'))].join('')
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="growth over the rounds">${lines}</svg>`
}

type Series = readonly (readonly number[])[]

const [width, height, margin] = [120, 28, 2]

function points(trial: readonly number[], low: number, high: number): string {
  const x = (i: number) => margin + (trial.length > 1 ? (i / (trial.length - 1)) * (width - 2 * margin) : 0)
  const y = (value: number) =>
    height - margin - (high > low ? (value - low) / (high - low) : 0) * (height - 2 * margin)
  return trial.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
}
