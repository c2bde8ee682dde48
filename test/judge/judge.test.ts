import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { type Row, rising, trialOf } from './trials.ts'

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

const judged = (base: readonly Row[][], head: readonly Row[][], trials = 3) => {
  const made = (side: 'base' | 'head') => (rows: readonly Row[], i: number) => trialOf(side, i + 1, rows)
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold,
    taskStack: 'running',
    trials,
  })
}
const tasks = (series: readonly number[], drained?: number): Row[] => [
  { quantity: 'tasks', series, ...(drained === undefined ? {} : { drained }) },
]
const flat = tasks(rising(0, 8, 5))
const flatLong = tasks(rising(0, 24, 5))
const leaks = tasks(rising(1, 8, 5))
const leaksLong = tasks(rising(1, 24, 5))

describe('judge', () => {
  it('passes after one trial a side when nothing grows', () => {
    expect(judged([flat], [flat])).toMatchObject({ next: 'done', verdict: 'pass', findings: [] })
  })

  it('asks for a confirming trial before any red', () => {
    expect(judged([flat], [leaks])).toMatchObject({ next: 'confirm' })
  })

  it('fails when the same total leaks again in a fresh start and stays', () => {
    const result = judged([flat, flatLong], [leaks, leaksLong])
    expect(result).toMatchObject({ next: 'done', verdict: 'fail' })
    expect(result.findings).toMatchObject([{ ruling: 'leak', quantity: 'tasks', excess: 1, culprit: null }])
  })

  it('clears what is gone after the drain', () => {
    const result = judged([flat, flatLong], [leaks, tasks(rising(1, 24, 5), 6)])
    expect(result).toMatchObject({ verdict: 'pass' })
    expect(result.totals).toMatchObject([{ standing: 'cleared', shape: 'slow to settle' }])
  })

  it('clears a cache that fills in the confirming trial', () => {
    const cache = [...rising(20, 12), ...rising(0, 12, 240)]
    expect(judged([flat, flatLong], [leaks, tasks(cache)])).toMatchObject({ verdict: 'pass' })
  })

  it('goes on, then stays undecided, when growth slows but does not stop', () => {
    const slowing = tasks([...rising(10, 12), ...rising(2, 12, 120)])
    expect(judged([flat, flatLong], [leaks, slowing])).toMatchObject({ next: 'confirm' })
    const result = judged([flat, flatLong, flatLong], [leaks, slowing, slowing])
    expect(result).toMatchObject({ next: 'done', verdict: 'inconclusive' })
    expect(result.findings).toMatchObject([{ ruling: 'suspect' }])
  })

  it('lets any base trial excuse head', () => {
    expect(judged([leaks, flatLong], [leaks, leaksLong])).toMatchObject({ verdict: 'pass' })
  })

  it('tells an equal leak on both sides from a worse one', () => {
    const equal = judged([tasks(rising(100, 8))], [tasks(rising(102, 8))])
    expect(equal).toMatchObject({ verdict: 'pass', findings: [{ ruling: 'existing' }] })
    const worse = judged(
      [tasks(rising(100, 8)), tasks(rising(100, 24))],
      [tasks(rising(150, 8)), tasks(rising(150, 24))],
    )
    expect(worse).toMatchObject({ verdict: 'fail', findings: [{ ruling: 'worse' }] })
  })

  it('says fixed when base leaks and head does not', () => {
    expect(judged([leaks], [flat])).toMatchObject({ verdict: 'pass', findings: [{ ruling: 'fixed' }] })
  })

  it('charges all growth to head when base was not measured', () => {
    expect(judged([], [leaks, leaksLong])).toMatchObject({ verdict: 'fail', findings: [{ base: null }] })
  })

  it('never calls two trials enough when only one was measured', () => {
    expect(judged([flat], [leaks], 1)).toMatchObject({ next: 'done', verdict: 'inconclusive' })
  })

  it('keeps a budget the user gave', () => {
    const generous = { ...budgets, tasks: 2 } as const
    const comparison = compare([trialOf('base', 1, flat)], [trialOf('head', 1, leaks)])
    expect(
      judge({ comparison, threshold: thresholdOf(generous, {}), taskStack: 'running', trials: 3 }),
    ).toMatchObject({
      verdict: 'pass',
    })
  })
})

describe('naming', () => {
  const waiting = ['std:net/http.(*conn).serve', 'main.watch', 'std:runtime.gopark']
  const rows = (rounds: number): Row[] => [
    { quantity: 'tasks', series: rising(1, rounds, 5) },
    { quantity: 'heap-bytes', series: rising(20_000, rounds) },
    { quantity: 'tasks', series: rising(1, rounds), stack: waiting },
    { quantity: 'tasks', series: rising(1, rounds), drained: 0, stack: ['std:time.goFunc', 'main.slow'] },
    {
      quantity: 'heap-bytes',
      series: rising(15_000, rounds),
      stack: ['main.main', 'dep:lib.Grow', 'std:bytes.growSlice'],
    },
    {
      quantity: 'heap-bytes',
      series: rising(17_000, rounds),
      stack: ['std:runtime.mstart', 'std:runtime.malg'],
    },
    { role: 'peer', quantity: 'tasks', series: rising(1, rounds, 3) },
    { role: 'peer', quantity: 'tasks', series: rising(1, rounds), stack: waiting },
  ]
  const quiet = (rounds: number): Row[] => rows(rounds).map((r) => ({ ...r, series: rising(0, rounds, 5) }))
  const result = judged([quiet(8), quiet(24)], [rows(8), rows(24)])

  it('names the task that leaks first, with its heap and its peer as parts', () => {
    expect(result.findings).toHaveLength(1)
    expect(result.findings[0]?.culprit?.function).toBe('main.watch')
    expect(result.findings[0]?.parts.map((p) => [p.role, p.quantity, p.function])).toEqual([
      ['app', 'heap-bytes', 'lib.Grow'],
      ['app', 'heap-bytes', 'runtime.malg'],
      ['peer', 'tasks', 'main.watch'],
    ])
  })

  it('blames nothing that was gone after the drain', () => {
    expect(JSON.stringify(result.findings)).not.toContain('main.slow')
  })

  it('tells for each row whether head fixed it, although something else still grows a little', () => {
    const old = (rounds: number): Row[] => [
      { quantity: 'tasks', series: rising(100, rounds) },
      { quantity: 'tasks', series: rising(99, rounds), stack: waiting },
      { quantity: 'tasks', series: rising(1, rounds), stack: ['main.sleep'] },
    ]
    const now: Row[] = old(8).map((r) => ({ ...r, series: rising(r.stack === waiting ? 0 : 1, 8) }))
    expect(judged([old(8)], [now]).findings).toMatchObject([
      { ruling: 'fixed', culprit: { function: 'main.watch' }, excess: -99 },
    ])
  })

  it('names heap by the innermost frame outside the runtime', () => {
    const heap = (rounds: number) => rows(rounds).filter((r) => r.quantity === 'heap-bytes')
    const only = judged([quiet(8), quiet(24)], [heap(8), heap(24)])
    expect(only.findings[0]).toMatchObject({ quantity: 'heap-bytes', culprit: { function: 'lib.Grow' } })
  })
})
