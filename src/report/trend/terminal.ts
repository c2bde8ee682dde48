import stringWidth from 'string-width'
import { clip, plain } from '../render/escape.ts'
import { sparkline } from '../render/sparkline.ts'
import {
  dayOf,
  driftText,
  each,
  type Group,
  groupsOf,
  type Line,
  stepText,
  type Trend,
  withNoise,
} from './trend.ts'

/** Growth an operation of every total over the commits, with its steps, for a terminal. */
export function renderTrend(trend: Trend): string {
  const groups = groupsOf(trend)
  const all = groups.flatMap((group) => groupText(group, trend.drift?.budget ?? ''))
  const end = trend.drift === null ? [] : ['', driftHeadline(trend.drift)]
  return `${[...all, ...end].join('\n')}\n`
}

const marks = { pass: '✅', fail: '❌', inconclusive: '⚠️' } as const

/** One line: whether many small steps came to too much. */
export function driftHeadline({ budget, drifts, verdict }: NonNullable<Trend['drift']>): string {
  const named = (of: string) => [
    ...new Set(drifts.filter((one) => one.verdict === of).map(({ series }) => series.workload)),
  ]
  const said = {
    pass: `growth is within ${budget}`,
    fail: `${named('beyond').join(', ')} drifted beyond ${budget}`,
    inconclusive:
      drifts.length === 0
        ? `there is no record yet to compare with for ${budget}`
        : `no record of ${named('unknown').join(', ')} is old enough for ${budget}`,
  }
  return `${marks[verdict]} leakdiff: ${plain(said[verdict])}`
}

function groupText({ first, lines, title }: Group, budget: string): readonly string[] {
  const longest = lines.reduce((a, b) => (b.series.points.length > a.series.points.length ? b : a))
  const { points } = longest.series
  const [from, to] = [points[0], points.at(-1)]
  const span = from && to ? `${dayOf(from.committed)} to ${dayOf(to.committed)}` : ''
  const name = (line: Line) =>
    `${line.words.name(line.series.quantity)} of ${clip(plain(line.series.role), 40)}`
  const width = lines.reduce((most, line) => Math.max(most, stringWidth(name(line))), 0)
  const head = `${plain(title)}: ${points.length} ${points.length === 1 ? 'commit' : 'commits'}, ${span}; ${plain(first.points.at(-1)?.toolchain ?? '')}`
  return [head, '', ...lines.flatMap((line) => lineText(line, name(line), width, budget)), '']
}

function lineText(line: Line, name: string, width: number, budget: string): readonly string[] {
  const curve = sparkline(
    line.series.points.map(({ growth }) => growth),
    24,
  )
  const now = `${withNoise(line, line.now.growth, line.now.noise)} ${each(line)}`
  const drift = line.drift?.verdict === 'beyond' ? driftText(line, budget) : null
  return [
    `  ${name}${' '.repeat(width - stringWidth(name))}  ${curve.padEnd(24)}  ${now}`,
    ...line.steps.map((step) => `    step: ${plain(stepText(line, step))}`),
    ...(drift === null ? [] : [`    drift: ${plain(drift)}`]),
  ]
}
