import prettyBytes from 'pretty-bytes'

/** Numbers for readers: three significant digits, thousands grouped, a true minus. */

const minus = (text: string): string => text.replace(/^-/, '−')

/** A whole number is exact and is not rounded. */
const whole = new Intl.NumberFormat('en-US')
const rounded = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

/** A plain number: 2,400; 99.9; 0.25. */
export function count(value: number): string {
  const settled = Math.abs(value) < 0.0005 ? 0 : value
  return minus((Number.isInteger(settled) ? whole : rounded).format(settled))
}

/** Bytes in steps of 1000: 341 kB; 0.8 B; 0 without a unit. */
export function bytes(value: number): string {
  return Math.abs(value) < 0.05 ? '0' : minus(prettyBytes(value))
}

/** Half of an interval's width when it can be seen beside `value` at the digits shown, else 0. */
export function noiseOf(value: number, low: number, high: number): number {
  const half = (high - low) / 2
  return half > Math.abs(value) * 0.005 ? half : 0
}

/**
 * The last digit that stands against noise, as a unit: `±` has one digit, or two where the first is a 1, as
 * the rules of the Particle Data Group round (https://pdg.lbl.gov, Introduction, 5.3).
 */
function stepOf(noise: number): number {
  const place = 10 ** Math.floor(Math.log10(noise))
  return noise / place < 2 ? place / 10 : place
}

const inSteps = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12))

/** A figure in the digits that its noise supports, never under two of them. Noise 0: as it is. */
export function supported(value: number, noise: number): number {
  if (!(noise > 0) || value === 0 || !Number.isFinite(noise)) return value
  const twoDigits = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
  return inSteps(value, Math.min(stepOf(noise), twoDigits))
}

/** A figure divided, which makes no digit of it more certain: 61 kB by 50 are 1.2 kB. */
export function shareOf(figure: number, many: number): number {
  if (many === 1 || figure === 0) return figure / many
  const [mantissa = ''] = Math.abs(figure).toPrecision(12).split('e')
  const digits = mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
  return Number((figure / many).toPrecision(Math.max(2, digits)))
}

/** Beside a growth of nothing less is not worth a word, be it of a byte or of a task. */
const leastNoise = 0.05

/**
 * ` ± 0.2 MB` behind `value`, written by `figure` as its kind is; '' for noise that nobody sees beside it.
 */
export function plusMinus(value: number, noise: number, figure: (value: number) => string): string {
  if (!(noise > 0) || !Number.isFinite(noise) || (value === 0 && noise < leastNoise)) return ''
  const shown = figure(inSteps(noise, stepOf(noise)))
  return shown === '0' ? '' : ` ±\u00A0${shown}`
}

/** How often a count that is seldom or not quite whole happens: `exact` is false for `about`. */
export function rate(value: number): {
  readonly times: number
  readonly every: number
  readonly exact: boolean
} {
  const size = Math.abs(value)
  const near = (a: number, b: number, share: number) => Math.abs(a - b) <= share * b
  if (size >= 0.9) {
    const whole = Math.round(size)
    if (near(size, whole, 0.06)) return { times: whole, every: 1, exact: near(size, whole, 0.0005) }
    return { times: Number(size.toPrecision(2)), every: 1, exact: false }
  }
  const every = size === 0 ? 1 : Math.round(1 / size)
  return { times: 1, every, exact: near(1 / size, every, 0.0005) }
}

/** A share as a percentage: 98 %; under 1 % is said so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1\u00A0%'
  return `${Math.round(share * 100)}\u00A0%`
}

/** A time span: 42 s; 3 min; 1 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
