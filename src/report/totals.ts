import type { Context } from './context.ts'
import { inOrder } from './context.ts'
import type { Block, Column, Inline } from './document.ts'
import { code, strong } from './document.ts'
import { bytesLimit, noiseOf } from './numbers.ts'
import type { TotalResult } from './result.ts'
import { longest } from './sparkline.ts'

/** The table of totals that decide: those that leak or belong to a suspect. Null when there are none. */
export function decidingTotals(context: Context): Block | null {
  const { findings, totals } = context.workload
  const told = findings.filter((f) => ['leak', 'worse', 'suspect'].includes(f.ruling))
  const named = (t: TotalResult) => told.some((f) => f.quantity === t.quantity && f.role === t.role)
  const rows = inOrder(totals.filter((t) => t.leaks || named(t)))
  return rows.length === 0 ? null : totalsTable(context, byRole(rows).slice(0, 12))
}

/** One role after the other, in the order in which they first occur. */
function byRole(totals: readonly TotalResult[]): readonly TotalResult[] {
  const roles = [...new Set(totals.map((t) => t.role))]
  return roles.flatMap((role) => totals.filter((t) => t.role === role))
}

const column = (title: string, align: Column['align']): Column => ({ title: [title], align })

function totalsTable(context: Context, totals: readonly TotalResult[]): Block {
  const { operations, rounds } = context.workload
  const roles = new Set(totals.map((t) => t.role)).size > 1
  const unit = operations === 1 ? 'per round' : `per round of ${operations.toLocaleString('en-US')}`
  return {
    kind: 'table',
    columns: [
      column(unit, 'left'),
      column('base', 'right'),
      column('head', 'right'),
      column('budget', 'right'),
      column(`${rounds} rounds`, 'left'),
    ],
    rows: totals.map((t) => [
      nameOf(context, t, roles),
      t.base === null ? ['–'] : [slope(context, t, t.base, '')],
      t.leaks ? [strong(slope(context, t, t.head, '+'))] : [slope(context, t, t.head, '+')],
      [limit(context, t.budget, t.quantity)],
      [seriesOf(t)],
    ]),
  }
}

const nameOf = ({ words }: Context, t: TotalResult, withRole: boolean): readonly Inline[] =>
  withRole ? [`${words.name(t.quantity)}, `, code(t.role)] : [words.name(t.quantity)]

const seriesOf = (t: TotalResult): Inline => ({
  kind: 'series',
  base: t.base === null ? [] : [longest(t.base.series)],
  head: [longest(t.head.series)],
})

interface Slope {
  readonly perRound: number
  readonly low: number
  readonly high: number
}

/** `+34.1 MB ± 0.2 MB`; noise that cannot be seen at the digits shown is left out. */
export function slope(
  { words }: Context,
  { quantity }: { readonly quantity: string },
  s: Slope,
  sign: '' | '+',
): string {
  const figure = words.figure(s.perRound, quantity)
  const noise = noiseOf(s.perRound, s.low, s.high)
  const shown = noise === 0 ? '0' : words.figure(noise, quantity)
  const range = /^0(?: B)?$/.test(shown) ? '' : ` ± ${shown}`
  return `${s.perRound > 0 && !/^0(?: B)?$/.test(figure) ? sign : ''}${figure}${range}`
}

export const limit = ({ words }: Context, value: number | null, quantity: string): string => {
  if (value === null) return 'none'
  return quantity.endsWith('bytes') ? bytesLimit(value) : words.figure(value, quantity)
}

/** Every total of a workload, with what this run could see at all. */
export function allTotals(context: Context, most: number): Block | null {
  const { totals } = context.workload
  if (totals.length === 0) return null
  const titles = ['base', 'head', 'excess', 'budget', 'visible from']
  const roles = new Set(totals.map((t) => t.role)).size > 1
  return {
    kind: 'table',
    columns: [column('per round', 'left'), ...titles.map((title) => column(title, 'right'))],
    rows: byRole(totals)
      .slice(0, most)
      .map((t) => [
        nameOf(context, t, roles),
        t.base === null ? ['–'] : [slope(context, t, t.base, '')],
        [slope(context, t, t.head, '')],
        t.leaks
          ? [strong(context.words.figure(t.excess, t.quantity))]
          : [context.words.figure(t.excess, t.quantity)],
        [limit(context, t.budget, t.quantity)],
        [limit(context, t.smallestVisible, t.quantity)],
      ]),
  }
}
