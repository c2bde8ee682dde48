import { longest } from '../render/sparkline.ts'
import type { TotalResult } from '../result.ts'
import type { Context } from './context.ts'
import { failing, inOrder, rank, ruled } from './context.ts'
import type { Block, Column, Inline } from './document.ts'
import { code, strong } from './document.ts'
import { bytes, count, noiseOf, plusMinus, supported } from './numbers.ts'

/**
 * The table of totals that decide: those that leak or belong to a suspect, of the processes that findings
 * name. A process with the same leak as another is a part of that finding and stands in the evidence.
 * Null when there are none.
 */
export function decidingTotals(context: Context): Block | null {
  const { workload } = context
  const told = ruled(workload, ...failing, 'suspect')
  const named = (t: TotalResult) => told.some((f) => f.quantity === t.quantity && f.role === t.role)
  const deciding = inOrder(workload.totals.filter((t) => t.leaks || named(t)))
  const first = deciding.filter((t) => told.some((f) => f.role === t.role))
  const rows = byRole(first.length > 0 ? first : deciding).slice(0, 12)
  const roles = new Set(deciding.map((t) => t.role)).size
  return rows.length === 0 ? null : totalsTable(context, rows, roles > 1)
}

/** One role after the other, in the order in which they first occur. */
function byRole(totals: readonly TotalResult[]): readonly TotalResult[] {
  const roles = [...new Set(totals.map((t) => t.role))]
  return roles.flatMap((role) => totals.filter((t) => t.role === role))
}

const column = (title: string, align: Column['align']): Column => ({ title: [title], align })

function totalsTable(context: Context, totals: readonly TotalResult[], several: boolean): Block {
  const { operations, rounds } = context.workload
  const [first] = totals
  const roles = totals.some((t) => t.role !== first?.role)
  const unit = operations === 1 ? 'per round' : `per round of ${count(operations)}`
  const whose = several && !roles && first !== undefined ? [', ', code(first.role)] : []
  return {
    kind: 'table',
    columns: [
      { title: [unit, ...whose], align: 'left' },
      column(judged(context), 'right'),
      // A phone shows three columns of a comment's table.
      column(`${rounds} rounds`, 'left'),
      column('base', 'right'),
      column('budget', 'right'),
    ],
    rows: totals.map((t) => [
      nameOf(context, t, roles),
      t.leaks ? [strong(more(context, t))] : [more(context, t)],
      [seriesOf(t)],
      t.base === null ? ['–'] : [slope(context, t, t.base)],
      [limit(context, t.budget, t.quantity)],
    ]),
  }
}

/**
 * What the judged column is called: growth of head less that of base, and head's own where there is no base.
 */
const judged = ({ result }: Context): string => (result.base === null ? 'head' : 'head − base')

const nameOf = ({ words }: Context, t: TotalResult, withRole: boolean): readonly Inline[] =>
  withRole ? [`${words.name(t.quantity)}, `, code(t.role)] : [words.name(t.quantity)]

/**
 * `+34.1 MB ± 0.2 MB`: what head grows by beyond base, the one figure of a leak. Of what leaks the figure is
 * told even where it comes so unevenly that its noise is larger; elsewhere growth within its noise reads 0.
 */
function more({ words, workload }: Context, t: TotalResult): string {
  const named = ruled(workload, ...failing).some((f) => f.quantity === t.quantity && f.role === t.role)
  const { high, low } = t.excess < 0 && t.base !== null ? t.base : t.head
  const noise = noiseOf(t.excess, low, high)
  const uneven = noise >= Math.abs(t.excess)
  const value = uneven && !t.leaks && !named ? 0 : supported(t.excess, (high - low) / 2)
  const figure = `${value > 0 ? '+' : ''}${unbroken(words.figure(value, t.quantity))}`
  return uneven && value > 0 ? `${figure}, unevenly` : `${figure}${range(words, value, noise, t.quantity)}`
}

const range = (words: Context['words'], value: number, noise: number, quantity: string): string =>
  unbroken(plusMinus(value, noise, (amount) => words.figure(amount, quantity)))

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

/**
 * `34.1 MB ± 0.2 MB`; growth within its noise reads 0,
 * and noise that cannot be seen at the digits shown is left out.
 */
export function slope({ words }: Context, { quantity }: { readonly quantity: string }, s: Slope): string {
  const noise = noiseOf(s.perRound, s.low, s.high)
  const value = Math.abs(s.perRound) <= noise ? 0 : supported(s.perRound, noise)
  return `${unbroken(words.figure(value, quantity))}${range(words, value, noise, quantity)}`
}

const limit = ({ words }: Context, value: number | null, quantity: string): string => {
  if (value === null) return 'none'
  return quantity.endsWith('bytes') ? unbroken(bytes(value)) : words.figure(value, quantity)
}

/**
 * Nobody sees more than two digits of what noise allows. What is counted grows by whole units, so half of
 * one in a round is one in a round.
 */
export const visible = (context: Context, { quantity, smallestVisible }: TotalResult): string => {
  const least = quantity.endsWith('bytes') ? smallestVisible : Math.max(1, smallestVisible)
  return limit(context, Number(least.toPrecision(2)), quantity)
}

/** Memory of classes says something where classes leak. */
const isTold =
  ({ workload }: Context) =>
  (total: TotalResult): boolean =>
    total.quantity !== 'class-bytes' ||
    workload.totals.some((t) => t.role === total.role && t.quantity === 'classes' && t.leaks)

const unbroken = (figure: string): string => figure.replaceAll(' ', '\u00A0')

/** Every total of a workload, with what this run could see at all. */
export function allTotals(context: Context, most: number): Block | null {
  const totals = context.workload.totals.filter(isTold(context))
  if (totals.length === 0) return null
  const titles = [judged(context), 'base', 'budget', 'smallest visible']
  const roles = new Set(totals.map((t) => t.role)).size > 1
  return {
    kind: 'table',
    columns: [column('per round', 'left'), ...titles.map((title) => column(title, 'right'))],
    rows: byRole(totals.toSorted((a, b) => rank(a) - rank(b)))
      .slice(0, most)
      .map((t) => [
        nameOf(context, t, roles),
        t.leaks ? [strong(more(context, t))] : [more(context, t)],
        t.base === null ? ['–'] : [slope(context, t, t.base)],
        [limit(context, t.budget, t.quantity)],
        [visible(context, t)],
      ]),
  }
}
