import { nameHtml } from '../page/blocks.ts'
import { htmlText } from '../render/escape.ts'
import { trendChart } from './chart.ts'
import { driftText, each, type Group, groupsOf, type Line, stepText, type Trend, withNoise } from './trend.ts'

/** What the charts of a trend need beyond those of a run. */
export const trendStyle = `.chart .step line { stroke: var(--text); stroke-dasharray: 3 3 } .chart.trend .step text { fill: var(--text) }
@media (max-width: 30rem) { .chart.trend text { font-size: 24px } .chart.trend .value { transform: translate(-74px, -7px) } .chart.trend .day.other { display: none } }
`

/** Charts of a workload that stand open. */
const open = 3

/** How growth an operation went over the commits of the default branch; '' when nothing is recorded. */
export function trendHtml(trend: Trend): string {
  return groupsOf(trend)
    .map((group) => section(group, trend.drift?.budget ?? ''))
    .join('\n')
}

function section({ lines, title }: Group, budget: string): string {
  const figures = lines.map((line) => figure(line, budget))
  const folded = figures.slice(open)
  const more =
    folded.length === 0
      ? ''
      : `<details><summary>Everything else that was counted</summary>${folded.join('\n')}</details>`
  return `<section class="pictures" aria-label="${htmlText(`${title}: trend`)}"><h2>${nameHtml(title)}: growth ${each(lines[0] as Line)}, commit by commit</h2>
<p class="about">Each point is a run of the default branch; the band is its 99 % interval.</p>
${figures.slice(0, open).join('\n')}${more}</section>`
}

function figure(line: Line, budget: string): string {
  const { now, series, steps, words } = line
  const told = `${withNoise(line, now.growth, now.noise)} ${each(line)} now`
  const drift = line.drift?.verdict === 'within' ? null : driftText(line, budget)
  const notes = [
    ...steps.map((step) => `Step: ${stepText(line, step)}.`),
    ...(drift === null ? [] : [`Drift: ${drift}.`]),
  ]
  const list =
    notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${htmlText(note)}</li>`).join('')}</ul>`
  return `<figure><figcaption><strong>${htmlText(words.name(series.quantity))}</strong> of <code>${nameHtml(series.role)}</code>: ${htmlText(told)}</figcaption>${trendChart(line)}<output class="reading" aria-live="polite"></output>${list}</figure>`
}
