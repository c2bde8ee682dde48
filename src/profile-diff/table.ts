import type { DiffResult } from './diff.ts'
import { figure, percentage } from './figures.ts'
import type { Row } from './rows.ts'

const longestShown = 2000

/**
 * The difference as a table for a terminal, with at most `top` rows (0: all), their share of what was there
 * before, and the sum of all rows; of a series with the growth of each step. Ends with a line break.
 */
export function renderTable(result: DiffResult, top: number): string {
  const { quantity, unit, by, rows, total } = result
  if (rows.length === 0) return `${quantity}: nothing grew or shrank.\n`
  const shown = top === 0 ? rows : rows.slice(0, top)
  const lines = aligned([
    ['flat', 'flat%', 'cum', 'cum%', ...stepNames(result), by],
    ...shown.map((row) => cells(row, result)),
    cells({ name: 'total', flat: total, cumulative: total, ...stepTotals(result) }, result),
  ])
  const hidden = rows.length - shown.length
  const more = hidden > 0 ? `… and ${hidden} more ${hidden === 1 ? 'row' : 'rows'} (--top 0 shows all)\n` : ''
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`
  return `${lines.join('\n')}\n${more}${quantity}: ${figure(total, unit)} in all, ${count} by ${by}.\n`
}

function cells({ name, flat, cumulative, steps = [] }: Row, { unit, of }: DiffResult): readonly string[] {
  return [
    ...[flat, cumulative].flatMap((value) => [figure(value, unit), percentage(value, of)]),
    ...steps.map((step) => figure(step, unit)),
    printable(name),
  ]
}

function stepNames({ moments = 2 }: DiffResult): readonly string[] {
  return moments === 2 ? [] : Array.from({ length: moments - 1 }, (_, step) => `step ${step + 1}`)
}

function stepTotals({ moments = 2, rows }: DiffResult): { readonly steps?: readonly number[] } {
  if (moments === 2) return {}
  const sum = (step: number) => rows.reduce((total, row) => total + (row.steps?.[step] ?? 0), 0)
  return { steps: Array.from({ length: moments - 1 }, (_, step) => sum(step)) }
}

/** All columns but the last are figures, which end below each other. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const last = (rows[0]?.length ?? 1) - 1
  const widths = Array.from({ length: last }, (_, column) =>
    rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0),
  )
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}

/** Names are other people's text: they may not steer the terminal, nor fill it. */
function printable(name: string): string {
  const short = name.length <= longestShown ? name : `${name.slice(0, longestShown)}…`
  return short.replace(/\p{Cc}|\p{Bidi_Control}/gu, '\u{fffd}')
}
