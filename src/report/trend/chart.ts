import { ticks } from 'd3-array'
import type { Point } from '../../history/series.ts'
import { htmlText } from '../render/escape.ts'
import { dayOf, each, type Line, shortSha, stepText, withNoise } from './trend.ts'

const size = { width: 760, height: 240, left: 84, right: 16, top: 26, bottom: 40 } as const

/**
 * Growth an operation over the commits as an SVG that needs no script: a point a run within its noise, a mark
 * where it stepped and where the drift budget counts from. Every point tells its commit and value.
 */
export function trendChart(line: Line): string {
  const { points } = line.series
  const scale = scaleOf(points)
  const parts = [
    ...valueAxis(line, scale),
    ...timeAxis(points, scale),
    noiseBand(points, scale),
    ...line.steps.map((step) => mark(scale.x(step.at), shortSha(step.point.commit), stepText(line, step))),
    ...anchorMark(line, scale),
    curve(line, scale),
  ]
  const label = `${line.words.name(line.series.quantity)} ${each(line)} over ${points.length} commits`
  return `<svg class="chart trend" viewBox="0 0 ${size.width} ${size.height}" role="img" tabindex="0" aria-label="${htmlText(label)}">${parts.join('')}</svg>`
}

interface Scale {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly low: number
  readonly high: number
}

function scaleOf(points: readonly Point[]): Scale {
  const grown = points.map(({ growth }) => growth)
  const least = grown.reduce((a, b) => Math.min(a, b), 0)
  const most = grown.reduce((a, b) => Math.max(a, b), 0)
  // What is noise whatever a team accepts sets the least scale: less than that looks like little.
  const reach = Math.max(most - least, ...points.map(({ floor }) => floor)) || 1
  // A run with much noise must not flatten all others: its band is cut.
  const [low, high] = [least - reach * 0.1, Math.max(most, least + reach) + reach * 0.15]
  const across = size.width - size.left - size.right
  return {
    x: (index) => size.left + ((index + 0.5) / Math.max(1, points.length)) * across,
    y: (value) =>
      size.top +
      ((high - Math.min(high, Math.max(low, value))) / (high - low)) * (size.height - size.top - size.bottom),
    low,
    high,
  }
}

function valueAxis({ series, words }: Line, { high, low, y }: Scale): readonly string[] {
  // What is shown as 0 without being it would stand there several times, and beside nothing it says nothing.
  const isZero = (value: number) => words.figure(value, series.quantity) === '0'
  const flat = series.points.every(({ growth }) => isZero(growth))
  const shown = ticks(low, high, 4).filter((value) => value === 0 || !(flat || isZero(value)))
  return shown.map(
    (value) =>
      `<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/><text class="value" x="${size.left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${htmlText(words.figure(value, series.quantity))}</text>`,
  )
}

/** Days of a few commits, never so many that they run into each other. */
function timeAxis(points: readonly Point[], { x }: Scale): readonly string[] {
  const step = Math.max(1, Math.ceil(points.length / 7))
  const days = points.flatMap(({ committed }, i) =>
    i % step === 0 && (i === 0 || i + step / 2 <= points.length)
      ? [
          `<text class="day${(i / step) % 2 === 1 ? ' other' : ''}" x="${fixed(x(i))}" y="${size.height - size.bottom + 16}" text-anchor="middle">${dayOf(committed)}</text>`,
        ]
      : [],
  )
  const bottom = size.height - 6
  return [
    ...days,
    `<text class="axis" x="${size.width - size.right}" y="${bottom}" text-anchor="end">commits of the default branch</text>`,
  ]
}

function noiseBand(points: readonly Point[], { x, y }: Scale): string {
  const above = points.map(({ high }, i) => `${fixed(x(i))},${fixed(y(high))}`)
  const below = points.map(({ low }, i) => `${fixed(x(i))},${fixed(y(low))}`).reverse()
  return `<polygon class="noise" points="${[...above, ...below].join(' ')}"/>`
}

function mark(x: number, name: string, told: string): string {
  return `<g class="step"><title>${htmlText(told)}</title><line x1="${fixed(x)}" x2="${fixed(x)}" y1="${size.top}" y2="${size.height - size.bottom}"/><text x="${fixed(x)}" y="${size.top - 8}" text-anchor="middle">${htmlText(name)}</text></g>`
}

function anchorMark({ drift, series }: Line, { x }: Scale): readonly string[] {
  if (drift === null || drift.verdict === 'unknown') return []
  const at = series.points.indexOf(drift.then)
  return [mark(x(at), 'since', `the drift budget counts from ${shortSha(drift.then.commit)}`)]
}

function curve(line: Line, { x, y }: Scale): string {
  const at = ({ growth }: Point, i: number) => `${fixed(x(i))},${fixed(y(growth))}`
  const { series } = line
  const shown = series.points.map((point, i) => {
    const [cx, cy] = at(point, i).split(',')
    const told = `${shortSha(point.commit)}, ${dayOf(point.committed)}: ${withNoise(line, point.growth, (point.high - point.low) / 2)}, ${point.toolchain}`
    return `<circle cx="${cx}" cy="${cy}" r="${series.points.length > 120 ? 2 : 3.2}"><title>${htmlText(told)}</title></circle>`
  })
  return `<g class="head"><polyline points="${series.points.map(at).join(' ')}"/>${shown.join('')}</g>`
}

const fixed = (value: number): string => value.toFixed(1)
