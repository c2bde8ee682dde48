import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Quantity } from '../../src/profile/profile.ts'
import { maskedNotes } from '../../src/report/narrative/notes/masked-growth.ts'
import { wordsFor } from '../../src/report/narrative/words.ts'
import { type Row, rising, trialOf } from './trials.ts'

function judged(base: readonly Row[][], head: readonly Row[][], period = 4096) {
  const made = (side: 'base' | 'head') => (rows: readonly Row[], i: number) => ({
    ...trialOf(side, i + 1, rows),
    period,
  })
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold: (quantity) => (quantity === 'tasks' ? 0.5 : 8192),
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
}

type Sites = Readonly<Record<string, number | readonly number[]>>

/** A total and the sites that make it up, each by its growth a round or by its series. */
function made(quantity: Quantity, sites: Sites, rounds = 8): Row[] {
  const rows = Object.entries(sites).map(([name, grows]) => ({
    quantity,
    series: typeof grows === 'number' ? rising(grows, rounds, grows < 0 ? -grows * rounds : 0) : grows,
    stack: [name],
  }))
  const total = rising(0, rounds).map((_, i) => rows.reduce((sum, row) => sum + (row.series[i] ?? 0), 0))
  return [{ quantity, series: total }, ...rows]
}

const tasks = (sites: Sites, rounds = 8) => made('tasks', sites, rounds)
const heap = (sites: Sites, rounds = 8) => made('heap-bytes', sites, rounds)

describe('growth that its total hides', () => {
  it('tells one leak that came and an equal one that went', () => {
    const { masked, verdict } = judged(
      [tasks({ 'main.old': 100, 'main.fresh': 0 })],
      [tasks({ 'main.old': 0, 'main.fresh': 100 })],
    )
    expect(verdict).toBe('pass')
    expect(masked).toMatchObject([
      {
        function: 'main.fresh',
        base: 0,
        head: 100,
        trials: 1,
        by: [{ function: 'main.old', perRound: 100 }],
      },
    ])
  })

  it('tells a leak inside a cache that shrinks on both sides', () => {
    const { masked, verdict } = judged(
      [heap({ 'main.cache': -200_000, 'main.fresh': 0 })],
      [heap({ 'main.cache': -200_000, 'main.fresh': 150_000 })],
    )
    expect(verdict).toBe('pass')
    expect(masked).toMatchObject([{ function: 'main.fresh', by: [{ function: 'main.cache' }] }])
  })

  it('says it in words', () => {
    const judgement = judged([tasks({ 'main.old': 100 })], [tasks({ 'main.fresh': 98 })])
    const words = wordsFor({
      operations: 1,
      tasks: { one: 'goroutine', many: 'goroutines', stack: 'running' },
    })
    expect(maskedNotes(words, judgement)).toEqual([
      {
        code: 'masked-growth',
        text: '`main.fresh` grows by 98 goroutines a round, on base by 0 goroutines, yet the total of goroutines does not grow more: `main.old` by 100 goroutines less (seen in one start of head). One may hide the other.',
      },
    ])
  })

  it.each<[string, Row[], Row[], number?]>([
    ['an equal leak', tasks({ a: 100, b: 5 }), tasks({ a: 98, b: 5 })],
    ['a quarter more', heap({ a: 4e5, b: 1e5 }), heap({ a: 4.9e5, b: 1e4 })],
    ['what nothing hides', heap({ a: 1e4, b: 0 }).slice(1), heap({ a: 9e4, b: 0 }).slice(1)],
    [
      'a cache that fills',
      heap({ a: 1e5 }),
      heap({ a: 0, b: [0, 3e5, 5e5, 6e5, 6.2e5, 6.3e5, 6.3e5, 6.3e5] }),
    ],
    [
      'a cache whose oldest entries go',
      heap({ a: 1e5 }),
      heap({ a: 0, b: [0, 0, 0, 0, 1e5, 2e5, 3e5, 4e5] }),
    ],
    ['fewer samples than tell anything', heap({ a: 2e4, b: 0 }), heap({ a: 0, b: 2e4 }), 16_384],
    ['what stays below the floor', heap({ a: 6e3, b: 0 }), heap({ a: 0, b: 6e3 }), 1],
  ])('is silent of %s', (_, base, head, period) => {
    expect(judged([base], [head], period).masked).toEqual([])
  })

  it('knows how finely each trial was sampled', () => {
    const told = (period: number) =>
      judged([heap({ a: 2e4, b: 0 })], [heap({ a: 0, b: 2e4 })], period).masked.length
    expect([1, 512, 16_384].map(told)).toEqual([1, 1, 0])
  })

  it('wants it in every trial of head', () => {
    const noisy = tasks({ 'main.old': 100, 'main.fresh': 0 })
    const swapped = tasks({ 'main.old': 0, 'main.fresh': 100 })
    const more = (rows: Row[]) => [...rows, { quantity: 'files' as const, series: rising(3, 8) }]
    const long = (rows: Sites) => [...tasks(rows, 24), { quantity: 'files' as const, series: rising(0, 24) }]
    const base = long({ 'main.old': 100, 'main.fresh': 0 })
    expect(judged([noisy, base], [more(swapped), base]).masked).toEqual([])
    const both = judged([noisy, base], [more(swapped), long({ 'main.old': 0, 'main.fresh': 100 })])
    expect(both.masked).toMatchObject([{ function: 'main.fresh', trials: 2 }])
  })

  it('takes code that moved for what it was', () => {
    const stack = (...names: string[]): Row[] => [
      { quantity: 'tasks', series: rising(100, 8) },
      { quantity: 'tasks', series: rising(100, 8), stack: names },
    ]
    const was = stack('main.serve', 'main.loop')
    const is = stack('main.serve', 'main.log', 'main.loop')
    expect(judged([was], [is]).masked).toEqual([])
  })
})
