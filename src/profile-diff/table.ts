import prettyBytes from 'pretty-bytes'
import type { DiffResult } from './diff.ts'

/** The difference as a table for a terminal, with at most `top` rows (0: all) and the sum of all; ends with a line break. */
export function renderTable({ quantity, unit, by, rows }: DiffResult, top: number): string {
  const shown = top === 0 ? rows : rows.slice(0, top)
  const figure = (value: number) => (unit === 'bytes' ? prettyBytes(value, { signed: true }) : signed(value))
  const cells = [
    ['flat', 'cumulative', by],
    ...shown.map(({ name, flat, cumulative }) => [figure(flat), figure(cumulative), printable(name)]),
  ]
  const [flat = 0, cumulative = 0] = [0, 1].map((column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  )
  const lines = cells.map(
    ([a = '', b = '', c = '']) => `${a.padStart(flat)}  ${b.padStart(cumulative)}  ${c}`,
  )
  const total = rows.reduce((sum, row) => sum + row.flat, 0)
  const hidden = rows.length - shown.length
  const more = hidden > 0 ? `… and ${hidden} more rows (--top 0 shows all)\n` : ''
  if (rows.length === 0) return `${quantity}: nothing grew or shrank.\n`
  return `${lines.join('\n')}\n${more}${quantity}: ${figure(total)} in all, ${rows.length} rows by ${by}.\n`
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value)
}

/** Names are other people's text: they may not steer the terminal. */
function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, '\u{fffd}')
}
