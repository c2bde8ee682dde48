import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { undecidedReasons } from '../../src/judge/undecided-reasons.ts'
import { rising, trialOf } from './trials.ts'

const budgets = {
  heap: 'auto',
  objects: 'auto',
  external: 'auto',
  tasks: 0,
  files: 0,
  threads: 2,
  rss: 'off',
} as const
const threshold = thresholdOf(budgets, { tasks: 0.5, 'heap-bytes': 8192, 'heap-objects': 64 })

type Series = readonly number[]

function judged(base: readonly Series[], head: readonly Series[], drained?: number) {
  const made = (side: 'base' | 'head') => (series: Series, i: number) =>
    trialOf(side, i + 1, [
      { quantity: 'heap-bytes', series, ...(drained === undefined || i === 0 ? {} : { drained }) },
    ])
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold,
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
}

const kB = 1000
/** Climbs `by` a round and falls back to nothing every `period` rounds. */
const teeth = (rounds: number, by: number, period: number, phase: number, leak = 0): Series =>
  Array.from({ length: rounds }, (_, i) => by * ((i + phase) % period) + leak * i)
const still = (rounds: number): Series => rising(0, rounds, 1e6)
/** Rises by `size` in those rounds. */
const steps = (rounds: number, size: number, at: readonly number[]): Series =>
  Array.from({ length: rounds }, (_, i) => size * at.filter((round) => round <= i).length)

describe('a sawtooth', () => {
  it('on head alone is cleared once two trials fell back to one level', () => {
    const [first, second] = [teeth(8, 100 * kB, 20, 5), teeth(24, 100 * kB, 20, 5)]
    expect(judged([still(8), still(24)], [first, second])).toMatchObject({
      verdict: 'inconclusive',
      next: 'confirm',
    })
    const result = judged([still(8), still(24), still(24)], [first, second, second])
    expect(result).toMatchObject({ verdict: 'pass', totals: [{ standing: 'cleared', shape: 'sawtooth' }] })
  })

  it('is undecided when it falls to another level each time', () => {
    const up = (rounds: number, floor: number) => teeth(rounds, 100 * kB, 20, 5).map((value) => value + floor)
    const heads = [up(8, 0), up(24, 0), up(24, 900 * kB)]
    expect(judged([still(8), still(24), still(24)], heads)).toMatchObject({ verdict: 'inconclusive' })
  })

  it.each([3, 9, 12, 14, 19])('on both sides never reads as a leak, whatever its phase (%i)', (phase) => {
    const side = (at: number) => [8, 24, 24].map((rounds) => teeth(rounds, 100 * kB, 20, at))
    expect(judged(side(0), side(phase)).verdict).not.toBe('fail')
    expect(judged(side(phase), side(0)).verdict).not.toBe('fail')
  })

  it('hides no leak that comes with it: base lets go of as much, and no more', () => {
    const side = (leak: number) => [8, 24].map((rounds) => teeth(rounds, 400 * kB, 12, 2, leak))
    expect(judged(side(0), side(205 * kB))).toMatchObject({ verdict: 'fail' })
  })

  it('makes what is visible as coarse as it is', () => {
    const series = [0, 1, 2, 3, 0, 1, 2, 3].map((n) => n * 500 * kB)
    expect(judged([series], [series]).totals[0]?.smallestVisible).toBeGreaterThan(200 * kB)
  })
})

describe('a leak that comes rarely', () => {
  const bases = [still(8), still(24), still(24)]
  const first = steps(8, 1e6, [5])

  it('is red when it came seven times, and never where base stood still', () => {
    const heads = [first, steps(24, 1e6, [3, 9, 15, 21]), steps(24, 1e6, [2, 8, 14, 20])]
    expect(judged(bases.slice(0, 2), heads.slice(0, 2))).toMatchObject({ next: 'confirm' })
    expect(judged(bases, heads)).toMatchObject({ verdict: 'fail', totals: [{ shape: 'growing' }] })
  })

  it('is undecided when it came too rarely, with what could be seen', () => {
    const heads = [first, steps(24, 1e6, [9, 18]), steps(24, 1e6, [6, 20])]
    const result = judged(bases, heads)
    expect(result).toMatchObject({ verdict: 'inconclusive' })
    expect(undecidedReasons(result)).toMatchObject([{ code: 'too-rare' }])
    expect(result.totals[0]?.smallestVisible).toBeGreaterThan(150 * kB)
  })

  it('is none when base moves as much', () => {
    const moving = [still(8), steps(24, 1e6, [5, 16]), steps(24, 1e6, [11, 19])]
    const heads = [first, steps(24, 1e6, [9, 18]), steps(24, 1e6, [6, 20])]
    expect(judged(moving, heads)).toMatchObject({ verdict: 'pass' })
  })

  it('is over when nothing came for twice the longest wait, in every trial', () => {
    const heads = [first, steps(24, 1e6, [1, 4, 6])]
    expect(judged(bases.slice(0, 2), heads)).toMatchObject({ verdict: 'pass' })
  })
})

describe('the margin', () => {
  const leak = (rate: number) => (rounds: number) => rising(rate * kB, rounds)
  const side = (first: number, ...others: number[]) => [
    leak(first)(8),
    ...others.map((rate) => leak(rate)(24)),
  ]

  it('knows how much starts of one program differ', () => {
    expect(judged(side(100, 130), side(125, 160))).toMatchObject({ next: 'confirm' })
    expect(judged(side(100, 130, 95), side(125, 160, 140))).toMatchObject({ verdict: 'pass' })
  })

  it('is small where they hardly do', () => {
    expect(judged(side(100, 101, 100), side(120, 121, 120))).toMatchObject({ verdict: 'fail' })
  })

  it('compares trials of one length: a cache that still filled in the first excuses no leak in the long ones', () => {
    const bases = [rising(410 * kB, 8), rising(44 * kB, 24), rising(44 * kB, 24)]
    const heads = [rising(615 * kB, 8), rising(265 * kB, 24), rising(265 * kB, 24)]
    expect(judged(bases, heads)).toMatchObject({
      verdict: 'fail',
      findings: [{ excess: 265 * kB - 44 * kB }],
    })
  })

  it('comes on top of the threshold, and is printed so', () => {
    const total = judged([rising(400 * kB, 8)], [rising(430 * kB, 8)]).totals[0]
    expect(total).toMatchObject({ standing: 'quiet' })
    expect(total?.smallestVisible).toBeCloseTo(8192 + 40 * kB, 0)
  })
})

describe('the drain', () => {
  it('is asked before levelling: what is gone after it is slow to settle, not undecided', () => {
    const slowing = [...rising(20 * kB, 12), ...rising(6 * kB, 12, 240 * kB)]
    const result = judged([still(8), still(24)], [rising(20 * kB, 8), slowing], 10 * kB)
    expect(result).toMatchObject({ verdict: 'pass', totals: [{ standing: 'cleared' }] })
  })
})
