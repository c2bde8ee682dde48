const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A value with its unit, three significant digits: 34.1 MB, 1,200, −3.5 kB. */
export function amount(value: number, unit: 'bytes' | 'count'): string {
  const size = Math.abs(value)
  const power =
    unit === 'count' || size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3))
  const shown = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 }).format(size / 1000 ** power)
  return `${value < 0 ? '−' : ''}${shown}${unit === 'bytes' ? ` ${units[power]}` : ''}`
}
