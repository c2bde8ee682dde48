import { ticks } from 'd3-array'
import { noiseOf, supported } from '../narrative/numbers.ts'
import type { Words } from '../narrative/words.ts'
import { htmlText } from '../render/escape.ts'
import type { TotalResult } from '../result.ts'
import { type Curve, type Point, phaseWidth } from './curves.ts'

const size = { width: 760, height: 260, left: 72, right: 16, top: 14, bottom: 40 } as const

/**
 * Growth curves as an SVG that needs no script: head's trials as lines with points, base's dashed,
 * the judged growth of head as a line within its noise, warm-up, idle phase and drain shaded. Every point
 * tells its value on hover.
 */
export function chart(total: TotalResult, curves: readonly Curve[], words: Words, warmup: number): string {
  const scale = scaleOf(total, curves, warmup)
  const label = `${words.name(total.quantity)} over the rounds: ${summary(total, words)}`
  const parts = [
    ...axes(total, scale, words),
    ...phases(curves, scale, warmup),
    ...fitLine(total, curves, scale),
    ...curves
      .toSorted((a, b) => a.side.localeCompare(b.side))
      .map((curve) => curveOf(curve, scale, total, words)),
  ]
  return `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" tabindex="0" aria-label="${htmlText(label)}">${parts.join('')}</svg>`
}

/**
 * Both sides' growth in words, each its own, and the one figure that was judged. A hundredth of the other
 * side's growth is called standing still.
 */
export function summary({ base, excess, head, quantity }: TotalResult, words: Words): string {
  const amount = (perRound: number, { high, low }: Side) =>
    words.amount(Math.abs(supported(perRound, (high - low) / 2)), quantity)
  const moves = (side: Side) => `${side.perRound < 0 ? 'shrinks' : 'grows'} by ${amount(side.perRound, side)}`
  const still = (side: Side, beside = 0) =>
    words.figure(side.perRound, quantity) === '0' ||
    Math.abs(side.perRound) <= Math.max(noiseOf(side.perRound, side.low, side.high), Math.abs(beside) / 100)
  if (base === null) return still(head) ? 'head stands still' : `head ${moves(head)} a round`
  const [was, is] = [still(base, head.perRound), still(head, base.perRound)]
  if (was && is) return 'head and base stand still'
  if (was) return `head ${moves({ ...head, perRound: excess })} a round, base stands still`
  if (is) return `head stands still, base ${moves(base)} a round`
  const [both, other] = [moves(head), moves(base)]
  if (both === other) return `head and base ${both.replace(/^(\w+)s /, '$1 ')} a round`
  return `head ${both} a round, base ${other.replace(/^grows /, '')}: ${amount(excess, head)} ${excess < 0 ? 'less' : 'more'}`
}

type Side = TotalResult['head']

interface Scale {
  readonly x: (round: number) => number
  readonly y: (value: number) => number
  readonly low: number
  readonly high: number
  readonly rounds: number
}

/**
 * Where nothing leaks, what could just be seen as a leak sets the scale: less than that looks like little.
 */
function scaleOf(
  { head, leaks, smallestVisible }: TotalResult,
  curves: readonly Curve[],
  warmup: number,
): Scale {
  const points = curves.flatMap((curve) => curve.points)
  const values = points.map(({ value }) => value)
  const rounds = points.reduce(
    (most, { round, moment }) => (moment === 'round' ? Math.max(most, round) : most),
    2,
  )
  const low = values.reduce((a, b) => Math.min(a, b), 0)
  const least = leaks ? head.perRound : Math.max(head.perRound, smallestVisible)
  const highest = values.reduce((a, b) => Math.max(a, b), Math.max(0, least) * (rounds - 1))
  // The band is seen on both sides of its line, and never flattens the curves.
  const band = leaks ? Math.min(head.high * (rounds - 1), highest * 1.4) : 0
  const high = Math.max(highest, band) > low ? Math.max(highest, band) : low + 1
  const last = points.reduce((most, { round }) => Math.max(most, round), rounds)
  const span = last + warmup - 1 || 1
  return {
    x: (round) => size.left + ((round + warmup - 1) / span) * (size.width - size.left - size.right),
    y: (value) =>
      size.height - size.bottom - ((value - low) / (high - low)) * (size.height - size.top - size.bottom),
    low,
    high,
    rounds,
  }
}

function phases(curves: readonly Curve[], { x, rounds }: Scale, warmup: number): readonly string[] {
  const has = (moment: Point['moment']) => curves.some((c) => c.points.some((p) => p.moment === moment))
  const idle = has('idle')
  const shade = (from: number, to: number, name: string) =>
    `<rect class="phase" x="${fixed(x(from))}" y="${size.top}" width="${fixed(x(to) - x(from))}" height="${size.height - size.top - size.bottom}"/><text class="phase-name" x="${fixed((x(from) + x(to)) / 2)}" y="${(size.height - size.bottom + size.top) / 2}" text-anchor="middle">${name}</text>`
  const afterIdle = rounds + (idle ? phaseWidth : 0)
  return [
    ...(warmup > 0 ? [shade(1 - warmup, 1, 'warm-up')] : []),
    ...(idle ? [shade(rounds, rounds + phaseWidth, 'idle')] : []),
    ...(has('drain') ? [shade(afterIdle, afterIdle + phaseWidth, 'drain')] : []),
  ]
}

function axes(
  { quantity }: TotalResult,
  { high, low, rounds, x, y }: Scale,
  words: Words,
): readonly string[] {
  const across = `x1="${size.left}" x2="${size.width - size.right}"`
  const values = ticks(low, high, 4).map(
    (value) =>
      `<line class="grid" ${across} y1="${fixed(y(value))}" y2="${fixed(y(value))}"/><text class="value" x="${size.left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${htmlText(signed(value, words.figure(value, quantity)))}</text>`,
  )
  const step = Math.max(1, Math.ceil(rounds / 12))
  const numbers = Array.from({ length: rounds }, (_, i) => i + 1).filter((round) => (round - 1) % step === 0)
  const bottom = size.height - size.bottom + 16
  return [
    ...values,
    ...numbers.map(
      (round) =>
        `<text class="round" x="${fixed(x(round))}" y="${bottom}" text-anchor="middle">${round}</text>`,
    ),
    `<text class="axis" x="${size.width - size.right}" y="${size.height - 6}" text-anchor="end">round</text>`,
    `<text class="axis" x="${size.left}" y="${size.height - 6}">${htmlText(words.name(quantity))} since round 1, after a collection</text>`,
  ]
}

/** What was judged, and how sure it is. */
function fitLine(
  { head, leaks }: TotalResult,
  curves: readonly Curve[],
  { rounds, x, y, low, high }: Scale,
): readonly string[] {
  if (!leaks || !curves.some(({ side }) => side === 'head')) return []
  const end = (perRound: number) => Math.min(high, Math.max(low, perRound * (rounds - 1)))
  const [from, to] = [fixed(x(1)), fixed(x(rounds))]
  const band = `${from},${fixed(y(0))} ${to},${fixed(y(end(head.high)))} ${to},${fixed(y(end(head.low)))}`
  return [
    `<polygon class="noise" points="${band}"/>`,
    `<line class="fit" x1="${from}" y1="${fixed(y(0))}" x2="${to}" y2="${fixed(y(end(head.perRound)))}"/>`,
  ]
}

function curveOf(
  { points, side, trial }: Curve,
  { x, y }: Scale,
  { quantity }: TotalResult,
  words: Words,
): string {
  const at = ({ round, value }: Point) => `${fixed(x(round))},${fixed(y(value))}`
  const shown = points.map((point) => {
    const when = point.moment === 'round' ? `round ${point.round}` : `after the ${point.moment} phase`
    const told = `${side}, trial ${trial}, ${when}: ${signed(point.value, words.amount(point.value, quantity))}`
    const [cx, cy] = at(point).split(',')
    return `<circle cx="${cx}" cy="${cy}" r="3.2"><title>${htmlText(told)}</title></circle>`
  })
  return `<g class="${side}"><polyline points="${points.map(at).join(' ')}"/>${shown.join('')}</g>`
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text)
const fixed = (value: number): string => value.toFixed(1)
