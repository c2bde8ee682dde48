import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { undecidedReasons } from '../../src/judge/undecided-reasons.ts'
import { budgets, rising, trialOf } from './trials.ts'

const threshold = thresholdOf(budgets, { tasks: 0.5, 'heap-bytes': 8192, 'heap-objects': 64 })

type Series = readonly number[]

function judged(base: readonly Series[], head: readonly Series[], drained?: number, spare = 0) {
  const made = (side: 'base' | 'head') => (series: Series, i: number) =>
    trialOf(side, i + 1, [
      { quantity: 'heap-bytes', series, ...(drained === undefined || i === 0 ? {} : { drained }) },
    ])
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold,
    taskStack: 'running',
    trials: 3,
    spare,
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

  it('is no leak because base rises once by more than it falls', () => {
    const [first, second] = [teeth(8, 100 * kB, 20, 5), teeth(24, 100 * kB, 20, 5)]
    const step = (rounds: number) => steps(rounds, 9e6, [4])
    expect(judged([step(8), step(24), step(24)], [first, second, second])).toMatchObject({ verdict: 'pass' })
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

  it('by the clock, on both sides, is no leak: what head rises by makes no small thing of what base falls by', () => {
    const kilo = (text: string): Series => text.split(' ').map((value) => 2 * kB * Number(value))
    const bases = [
      '66 22 44 67 90 38 63 71',
      '67 18 40 65 91 112 54 75 84 100 41 50 71 92 115 55 75 91 121 65 80 101 123 63',
    ]
    const heads = [
      '26 56 99 121 69 98 117 130',
      '25 54 79 105 129 77 99 122 141 79 93 124 140 160 98 117 135 150 101 117 128 159 182 121',
    ]
    expect(judged(bases.map(kilo), heads.map(kilo)).verdict).not.toBe('fail')
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

  it('is looked at once more than anything else, and no oftener', () => {
    const heads = [first, steps(24, 1e6, [9, 18]), steps(24, 1e6, [6, 20])]
    expect(judged(bases, heads, undefined, 1)).toMatchObject({ next: 'confirm' })
    const more = [...heads, steps(24, 1e6, [7, 21])]
    expect(judged([...bases, still(24)], more, undefined, 1)).toMatchObject({ next: 'done' })
    const levelling = [8, 24, 24].map((rounds) => rising(1, rounds).map((v) => 9e5 * Math.sqrt(v)))
    expect(judged(bases, levelling, undefined, 1)).toMatchObject({ next: 'done' })
  })

  it('is none when base moves as much', () => {
    const moving = [still(8), steps(24, 1e6, [5, 16]), steps(24, 1e6, [11, 19])]
    const heads = [first, steps(24, 1e6, [9, 18]), steps(24, 1e6, [6, 20])]
    expect(judged(moving, heads)).toMatchObject({ verdict: 'pass' })
  })

  it('is over when nothing came for twice the longest wait, in two long trials', () => {
    const heads = [first, steps(24, 1e6, [1, 4, 6])]
    expect(judged(bases.slice(0, 2), heads)).toMatchObject({ next: 'confirm' })
    expect(judged(bases, [...heads, steps(24, 1e6, [2, 5])])).toMatchObject({ verdict: 'pass' })
  })

  it('is over however late something moved that is nothing beside it', () => {
    const table = (rounds: number, late: number) =>
      steps(rounds, 4e6, [3]).map((value, i) => value + (i >= late ? 20 * kB : 0))
    const heads = [table(8, 8), table(24, 7), table(24, 13)]
    expect(judged(bases, heads)).toMatchObject({ verdict: 'pass', totals: [{ shape: 'step' }] })
  })

  it('has one figure: the mean of the long trials, in the excess, in what head grows by and in the finding', () => {
    const heads = [first, steps(24, 1e6, [4, 5, 20, 21]), steps(24, 1e6, [1, 2, 3, 16])]
    const { findings, totals } = judged(bases, heads)
    const [total] = totals
    expect(total).toMatchObject({ standing: 'red', head: { growth: { steady: 0 } } })
    expect(total?.excess).toBeGreaterThan(140 * kB)
    expect(total?.excess).toBeLessThan(220 * kB)
    expect(total?.figure).toMatchObject({ head: { perRound: total?.excess }, more: total?.excess })
    expect(findings).toMatchObject([{ excess: total?.excess, head: { perRound: total?.excess } }])
    expect(total?.figure?.head.low).toBeGreaterThan(0)
    expect(total?.figure?.head.high).toBeGreaterThan(200 * kB)
  })

  it('hides no even leak behind values that stand out for one round', () => {
    const spikes = (rounds: number, at: readonly number[], leak: number) =>
      rising(leak, rounds).map((value, i) => value + (at.includes(i) ? 800 * kB : 0))
    const quiet = [spikes(8, [3, 6], 0), spikes(24, [4, 9, 13, 17], 0)]
    const leaking = [spikes(8, [1, 4], 38 * kB), spikes(24, [3, 8, 12, 15, 20], 38 * kB)]
    expect(judged(quiet, leaking)).toMatchObject({ verdict: 'fail' })
    expect(judged(quiet, quiet)).toMatchObject({ verdict: 'pass' })
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

  it('of base’s noise makes no scatter of starts: what base grows by is no leak there', () => {
    expect(judged(side(8, 2, 0), side(30, 27, 26))).toMatchObject({ verdict: 'fail' })
  })

  it('comes on top of the threshold, and is printed so: twice what base grows by while each side was started once', () => {
    const total = judged([rising(400 * kB, 8)], [rising(430 * kB, 8)]).totals[0]
    expect(total).toMatchObject({ standing: 'quiet' })
    expect(total?.smallestVisible).toBeCloseTo(8192 + 800 * kB, 0)
  })

  it('is as large where a first trial lets go of something: that may turn', () => {
    const total = judged([rising(-50 * kB, 8)], [rising(-60 * kB, 8)]).totals[0]
    expect(total?.smallestVisible).toBeCloseTo(8192 + 120 * kB, 0)
  })

  it('is what starts were seen to differ by, once they were seen', () => {
    const total = judged(side(100, 101, 100), side(102, 101, 100)).totals[0]
    expect(total?.smallestVisible).toBeLessThan(20 * kB)
  })
})

describe('the drain', () => {
  it('is asked before levelling: what is gone after it is slow to settle, not undecided', () => {
    const slowing = [...rising(20 * kB, 12), ...rising(6 * kB, 12, 240 * kB)]
    const result = judged([still(8), still(24)], [rising(20 * kB, 8), slowing], 10 * kB)
    expect(result).toMatchObject({ verdict: 'pass', totals: [{ standing: 'cleared' }] })
  })
})

describe('a leak by chance on both sides', () => {
  // Of one program: 55 kB at a time, once every other round.
  const kilo = (text: string): Series => text.split(' ').map((value) => kB * Number(value))
  const base = [
    '0 7 20 8 11 11 15 19',
    '0 10 11 13 13 19 20 20 18 23 79 83 139 136 113 119 105 163 170 221 229 277 281 277',
  ]
  const head = [
    '0 70 77 140 148 203 271 276',
    '0 2 60 69 133 188 355 408 412 410 412 466 515 619 704 706 761 813 874 875 875 1084 1082 1137',
  ]

  it('is no worse on head for having come more often: what is usual there is no large move on base', () => {
    expect(judged(base.map(kilo), head.map(kilo)).verdict).not.toBe('fail')
  })
})

describe('bursts', () => {
  const kilo = (text: string): Series => text.split(' ').map((value) => kB * Number(value))
  const climb = (rounds: number, at: Readonly<Record<number, number>>): Series =>
    rising(40 * kB, rounds).map((value, i) => value + (at[i] ?? 0))

  it('that cover half of a first trial, on either side, call for a second look at what grows below them', () => {
    const still = kilo('9 24 37 45 47 13 643 20')
    const growing = kilo('581 723 141 622 269 333 387 441')
    expect(judged([still], [growing])).toMatchObject({ next: 'confirm' })
    const bursting = kilo('2088 17 26 1362 34 1892 1722 47')
    expect(judged([bursting], [kilo('11 79 143 199 261 311 371 428')])).toMatchObject({ next: 'confirm' })
    expect(judged([still], [bursting])).toMatchObject({ verdict: 'pass', next: 'done' })
  })

  it('in which trials begin clear no leak, though they fall to one level', () => {
    const heads = [
      climb(8, { 4: 800 * kB }),
      climb(24, { 0: 1200 * kB, 15: 1600 * kB }),
      climb(24, { 0: 1500 * kB, 3: 1200 * kB }),
    ]
    expect(judged([still(8), still(24), still(24)], heads)).toMatchObject({ verdict: 'fail' })
  })
})

describe('a large fall', () => {
  it('after a rise as large takes nothing off what climbs beside them', () => {
    const level = (rounds: number, from: number, to: number): Series =>
      rising(40 * kB, rounds).map((value, i) => value + (i >= from && i < to ? 1700 * kB : 0))
    const heads = [rising(40 * kB, 8), level(24, 10, 17), rising(40 * kB, 24)]
    expect(judged([still(8), still(24), still(24)], heads)).toMatchObject({ verdict: 'fail' })
  })
})

describe('what moves at times, and stays there', () => {
  // Of one program: walks by a few kB a round, and now and then by a hundred.
  const kilo = (text: string): Series => text.split(' ').map((value) => 2 * kB * Number(value))
  const base = '12 18 24 25 22 23 26 27 42 43 45 42 45 39 43 50 53 47 52 51 48 54 60 60'
  const head = '11 14 20 22 -61 -55 -63 -36 -14 -39 -34 -35 -32 -25 -8 11 18 20 22 22 26 54 61 66'
  const first = '8 28 34 45 72 76 78 124'

  it('moves by little as well: its slope is known by its changes, not by their scatter about a line', () => {
    const result = judged([still(8), kilo(base)], [kilo(first), kilo(head)])
    expect(result.totals[0]?.standing).not.toBe('red')
  })
})

describe('containers that double on both sides', () => {
  const capacity = (rounds: number, at: readonly number[]): Series =>
    Array.from({ length: rounds }, (_, i) => 1e6 * 2 ** at.filter((round) => round <= i).length)
  const bases = [capacity(8, [3]), capacity(24, [3, 8]), capacity(24, [3, 8])]

  it('are red when head doubles once more in two starts', () => {
    const heads = [capacity(8, [3]), capacity(24, [3, 8, 19]), capacity(24, [3, 8, 19])]
    expect(judged(bases.slice(0, 2), [capacity(8, [3, 6]), ...heads.slice(1, 2)])).toMatchObject({
      next: 'confirm',
    })
    expect(judged(bases, [capacity(8, [3, 6]), ...heads.slice(1)])).toMatchObject({ verdict: 'fail' })
  })

  it('are not when chance shows one more step in one of them', () => {
    const heads = [capacity(8, [3, 6]), capacity(24, [3, 8, 19]), capacity(24, [3, 8])]
    expect(judged(bases, heads)).toMatchObject({ verdict: 'pass' })
  })
})
