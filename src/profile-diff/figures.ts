/** How values are shown: as pprof does, in steps of 1024 bytes, but by the names that say so. */
export function figure(value: number, unit: string): string {
  if (unit === 'bytes') return scaled(value, byteUnits)
  if (unit === 'nanoseconds') return scaled(value, timeUnits)
  return signed(String(value), value)
}

/** A share of `of` in percent, with as many digits as pprof shows. */
export function percentage(value: number, of: number): string {
  const ratio = of === 0 ? 0 : Math.abs(value / of) * 100
  const sign = value < 0 ? '-' : ''
  if (ratio >= 99.95 && ratio <= 100.05) return `${sign}100%`
  if (ratio >= 1) return `${sign}${ratio.toFixed(2)}%`
  return ratio === 0 ? '0%' : `${sign}${Number(ratio.toPrecision(2))}%`
}

const byteUnits: readonly (readonly [string, number])[] = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
]
const timeUnits: readonly (readonly [string, number])[] = [
  ['h', 3.6e12],
  ['min', 6e10],
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
]

function scaled(value: number, units: readonly (readonly [string, number])[]): string {
  const [name, size] = units.find(([, one]) => Math.abs(value) >= one) ?? (units.at(-1) as [string, number])
  const text = (value / size)
    .toFixed(size === 1 ? 0 : 2)
    .replace(/\.?0+$/, (zeros) => (zeros[0] === '.' ? '' : zeros.replace(/0+$/, '')))
  return `${signed(size === 1 ? String(value) : text, value)} ${name}`
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text
}

/** A limit as people write it: `1MB`, `512 KiB`, `1.5s`, `10`; null when it is none of that unit. */
export function readLimit(text: string, unit: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-zµ]*)\s*$/i.exec(text)
  if (match === null) return null
  const [, digits = '', name = ''] = match
  const size = name === '' ? 1 : limitUnits[unit]?.[name.toLowerCase()]
  return size === undefined ? null : Number(digits) * size
}

const limitUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bytes: {
    ...{ b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 },
    ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 },
  },
  nanoseconds: { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, min: 6e10, h: 3.6e12 },
}
