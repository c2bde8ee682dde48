import { stackGrowths } from '../../diff/stack-growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { Trial } from '../../trial/trial.ts'
import { count } from '../narrative/numbers.ts'
import { type Words, wordsFor } from '../narrative/words.ts'
import type { RenderOptions } from '../options.ts'
import { htmlText } from '../render/escape.ts'
import type { Result, TotalResult, WorkloadResult } from '../result.ts'
import { nameHtml } from './blocks.ts'
import { chart, summary } from './chart.ts'
import { curvesOf } from './curves.ts'
import { flameTrees } from './flame.ts'
import { changeAt, type FlameTree, type NamedTree, pathTo, smaller } from './flame-tree.ts'
import { holdersHtml } from './holders.ts'
import { tasksHtml } from './tasks.ts'

const pictured: readonly Quantity[] = ['heap-bytes', 'heap-objects', 'external-bytes', 'tasks']
/** Charts that stand open: more of them hide what matters. */
const openCharts = 2

/**
 * The pictures of one workload: growth curves, flame graph, who holds it, tasks.
 * '' when nothing was measured.
 */
export function workloadHtml(
  result: Result,
  workload: WorkloadResult,
  options: RenderOptions,
  index: number,
): string {
  if (workload.totals.length === 0) return ''
  const words = wordsFor(workload)
  const trials = (options.trials ?? []).filter((trial) => trial.workload === workload.name)
  const unseen = result.workloads.length > 1 ? '' : ' class="unseen"'
  const title = `<h2${unseen}>${nameHtml(workload.name)}: growth</h2>`
  return [
    `<section class="pictures" aria-label="${htmlText(`${workload.name}: growth`)}">`,
    title,
    charts(workload, trials, words),
    flames(flameTrees(stackGrowths(trials), pictured), words, index),
    holdersHtml(workload),
    tasksHtml(trials, words),
    '</section>',
  ].join('\n')
}

/** What leaks first, beginning with what the first finding tells, then what comes nearest to its budget. */
function charts({ findings, totals }: WorkloadResult, trials: readonly Trial[], words: Words): string {
  const [first] = findings
  const weight = ({ leaks, excess, budget, quantity, role }: TotalResult) =>
    (leaks ? 32 : 0) +
    (first?.role === role ? 4 : 0) +
    (first?.role === role && first.quantity === quantity ? 16 : 0) +
    (budget ? Math.max(0, Math.min(1, excess / budget)) : -1)
  const ordered = totals.toSorted((a, b) => weight(b) - weight(a))
  const figures = ordered.map((total) => figure(total, trials, words))
  const leaking = ordered.filter(({ leaks }) => leaks).length
  const shown = leaking === 0 ? openCharts : Math.min(openCharts, leaking)
  const [open, folded] = [figures.slice(0, shown), figures.slice(shown)]
  const more =
    folded.length === 0
      ? ''
      : `<details><summary>Growth of everything else that was counted</summary>${folded.join('\n')}</details>`
  return `${open.join('\n')}${more}`
}

function figure(total: TotalResult, trials: readonly Trial[], words: Words): string {
  const curves = curvesOf(total, trials)
  const picture = chart(total, curves, words, warmupOf(trials))
  const legend = (['head', 'base'] as const)
    .filter((side) => curves.some((curve) => curve.side === side))
    .map((side) => `<span class="key ${side}">${side}</span>`)
    .join(' ')
  return `<figure><figcaption><strong>${htmlText(words.name(total.quantity))}</strong> of <code>${nameHtml(total.role)}</code>: ${htmlText(summary(total, words))} <span class="keys">${legend}</span></figcaption>${picture}<output class="reading" aria-live="polite"></output></figure>`
}

/** Rounds that the time before the first measured one stands for. */
function warmupOf(trials: readonly Trial[]): number {
  const [first] = trials.filter(({ side }) => side === 'head')
  const [one, two] = first?.rounds ?? []
  if (one === undefined || two === undefined || two.elapsed <= one.elapsed) return 0
  return Math.min(4, Math.max(0, Math.round(one.elapsed / (two.elapsed - one.elapsed)) - 1))
}

/** Data for the script, and the widest paths for readers without it. */
function flames(trees: readonly FlameTree[], words: Words, index: number): string {
  if (trees.length === 0) return ''
  const named = trees.map(
    (tree): NamedTree => ({ ...tree, title: words.name(tree.quantity), unit: unitOf(tree.quantity) }),
  )
  // Nothing in JSON may end the element: `<` is written as an escape.
  const data = JSON.stringify(named).replaceAll('<', '\\u003c')
  const folded = trees.reduce((sum, { cut }) => sum + cut, 0)
  const note =
    folded === 0
      ? ''
      : `<p class="about">${htmlText(count(folded))} stacks, each too narrow to be seen, are drawn together as <code>${smaller}</code>.</p>`
  return `<section class="flame" data-flame="flame-${index}"><h3>Where it grows: stacks by growth a round</h3>${note}
<script type="application/json" id="flame-${index}">${data}</script>
<div class="flame-view"></div>
<details class="paths"><summary>The widest paths, as text</summary>${trees.map((tree) => widest(tree, words)).join('')}</details></section>`
}

const unitOf = (quantity: Quantity): NamedTree['unit'] => (quantity.endsWith('-bytes') ? 'bytes' : 'count')

function widest(tree: FlameTree, words: Words): string {
  const order = tree.name.map((_, i) => i).filter((i) => changeAt(tree, i) !== 0)
  order.sort((a, b) => Math.abs(changeAt(tree, b)) - Math.abs(changeAt(tree, a)))
  const items = order.slice(0, 12).map((i) => {
    const names = pathTo(tree, i).map((name) => `<code>${nameHtml(name)}</code>`)
    return `<li>${htmlText(words.amount(changeAt(tree, i), tree.quantity))} a round: ${names.join(' › ')}</li>`
  })
  return `<h4>${htmlText(words.name(tree.quantity))}</h4><ol>${items.join('\n')}</ol>`
}
