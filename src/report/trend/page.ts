import { anchor, commandHtml, commitHtml, factsHtml, pageHtml, timeHtml } from '../page/shell.ts'
import { htmlText } from '../render/escape.ts'
import { trendHtml, trendStyle } from './section.ts'
import { driftHeadline } from './terminal.ts'
import { dayOf, type Trend } from './trend.ts'

export interface TrendPage {
  /** ISO 8601, UTC. */
  readonly date: string
  /** The page's own script, as text; without it charts are walked by no key. */
  readonly script: string
  readonly version: string
  /** Its name, with its owner's where it has one. */
  readonly repository: string
  /** Its address, where it has one that people can open. */
  readonly repositoryUrl: string | null
  /** The default branch; null: nobody says which it is. */
  readonly branch: string | null
  /** The command that makes the page again, as it is typed. */
  readonly command: string
}

/** A page of the trend alone, as self-contained as the report's. */
export function renderTrendPage(trend: Trend, about: TrendPage): string {
  const { branch, command, date, repository, repositoryUrl, script, version } = about
  const title = trend.drift === null ? 'leakdiff: growth over time' : driftHeadline(trend.drift)
  const facts = [
    repositoryUrl === null ? htmlText(repository) : anchor(repositoryUrl, repository),
    branch === null ? 'the default branch' : `branch <code>${htmlText(branch)}</code>`,
    rangeHtml(trend, repositoryUrl),
    timeHtml(date),
    `leakdiff ${htmlText(version)}`,
  ]
  return pageHtml({
    title,
    verdict: trend.drift?.verdict ?? 'pass',
    style: trendStyle,
    script,
    content: [`<h1>${htmlText(title)}</h1>`, factsHtml(facts), commandHtml(command), trendHtml(trend)].join(
      '\n',
    ),
  })
}

/** The first and the last commit that anything was measured at; '' when nothing was. */
function rangeHtml({ series }: Trend, repositoryUrl: string | null): string {
  const points = series
    .flatMap((one) => one.points)
    .toSorted((a, b) => a.committed.localeCompare(b.committed))
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const commits = new Set(points.map(({ commit }) => commit)).size
  const told = ({ commit, committed }: typeof first) =>
    `${commitHtml(commit, repositoryUrl)} (${dayOf(committed)})`
  return `${commits} ${commits === 1 ? 'commit' : 'commits'}, ${told(first)} to ${told(last)}`
}
