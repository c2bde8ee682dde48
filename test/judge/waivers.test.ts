import { describe, expect, it } from 'vitest'
import type { Waiver } from '../../src/configure/config.ts'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { waiverNotes } from '../../src/judge/waivers/waiver-notes.ts'
import { byDay, matcher } from '../../src/judge/waivers/waivers.ts'
import { type Row, rising, trialOf } from './trials.ts'

const waiver = (change: Partial<Waiver>): Waiver => ({
  site: 'cache.(*LRU).Add',
  quantity: 'heap-bytes',
  upTo: 64_000,
  unit: 'bytes',
  with: [],
  reason: 'filled until its bound',
  expires: '2027-03-01',
  ...change,
})

/** A heap that grows by what its functions grow a round; tasks grow by `tasks`. */
function grows(heap: Readonly<Record<string, number>>, tasks = 0) {
  const sum = Object.values(heap).reduce((a, b) => a + b, 0)
  const rows = (rounds: number): Row[] => [
    { quantity: 'heap-bytes', series: rising(sum, rounds) },
    { quantity: 'tasks', series: rising(tasks, rounds) },
    ...Object.entries(heap).map(
      ([name, step]): Row => ({
        quantity: 'heap-bytes',
        series: rising(step, rounds),
        stack: ['main', name],
      }),
    ),
    { quantity: 'tasks', series: rising(tasks, rounds), stack: ['reactor.run'] },
  ]
  return [trialOf('head', 1, rows(8)), trialOf('head', 2, rows(24))]
}

function judged(head: ReturnType<typeof grows>, waivers: readonly Waiver[]) {
  const flat = (rounds: number): Row[] => [
    { quantity: 'heap-bytes', series: rising(0, rounds) },
    { quantity: 'tasks', series: rising(0, rounds) },
  ]
  const base = [trialOf('base', 1, flat(8)), trialOf('base', 2, flat(24))]
  const threshold = (quantity: string) => (quantity === 'tasks' ? 0.5 : 8192)
  return judge({
    comparison: compare(base, head),
    threshold,
    taskStack: 'running',
    trials: 2,
    warmup: 2,
    waivers,
  })
}

describe('a waiver', () => {
  const lru = { 'cache.(*LRU).Add': 50_000 }

  it('excuses what grows within its bound, and says so', () => {
    const { verdict, findings, used } = judged(grows(lru), [waiver({})])
    expect(verdict).toBe('pass')
    expect(findings).toMatchObject([{ ruling: 'waived', waiver: { state: 'applied' }, accept: [] }])
    expect(used).toHaveLength(1)
  })

  it('excuses after the first trial already', () => {
    const [first] = grows(lru)
    expect(judged(first === undefined ? [] : [first], [waiver({})])).toMatchObject({
      next: 'done',
      verdict: 'pass',
    })
  })

  it('does not excuse more than its bound', () => {
    const result = judged(grows(lru), [waiver({ upTo: 40_000 })])
    expect(result).toMatchObject({
      verdict: 'fail',
      findings: [{ ruling: 'leak', waiver: { state: 'exceeded' } }],
    })
    expect(waiverNotes([waiver({ upTo: 40_000 })], '2027-01-01', result)).toMatchObject([
      { code: 'waiver-exceeded' },
      { code: 'waiver-unused' }, // another object: not the one that was used
    ])
  })

  it('does not excuse what it does not name', () => {
    const both = grows({ 'cache.(*LRU).Add': 30_000, 'log.Append': 20_000 })
    const one = judged(both, [waiver({})])
    expect(one).toMatchObject({
      verdict: 'fail',
      findings: [{ ruling: 'leak', waiver: { state: 'not alone' } }],
    })
    expect(judged(both, [waiver({}), waiver({ site: 'log.*' })]).verdict).toBe('pass')
  })

  it('excuses one quantity and leaves the others', () => {
    const result = judged(grows(lru, 1), [waiver({})])
    expect(result.verdict).toBe('fail')
    expect(result.findings.map((f) => [f.ruling, f.quantity])).toEqual([
      ['leak', 'tasks'],
      ['waived', 'heap-bytes'],
    ])
  })

  it('without a quantity speaks of what its unit counts', () => {
    const any = { site: 'reactor.*', quantity: null, upTo: 2 }
    expect(judged(grows({}, 1), [waiver({ ...any, unit: 'count' })]).verdict).toBe('pass')
    expect(judged(grows({}, 1), [waiver({ ...any, unit: 'bytes' })]).verdict).toBe('fail')
  })

  it('made of what a finding offers excuses that finding', () => {
    const head = grows({ 'cache.(*LRU).Add': 30_000, 'log.Append': 20_000 }, 1)
    const offered = judged(head, []).findings.flatMap((f) => f.accept)
    expect(offered).toEqual([
      { site: 'reactor.run', quantity: 'tasks', upTo: 2 },
      { site: 'cache.(*LRU).Add', quantity: 'heap-bytes', upTo: 38_000 },
      { site: 'log.Append', quantity: 'heap-bytes', upTo: 25_000 },
    ])
    const pasted = offered.map((entry) =>
      waiver({ ...entry, quantity: entry.quantity === 'tasks' ? 'tasks' : 'heap-bytes' }),
    )
    expect(judged(head, pasted).verdict).toBe('pass')
  })

  it('holds on its last day and not after it', () => {
    const one = waiver({ expires: '2027-03-01' })
    expect(byDay([one], '2027-03-01').active).toEqual([one])
    expect(byDay([one], '2027-03-02').expired).toEqual([one])
  })

  it('that ended or is not needed is told', () => {
    const quiet = judged(grows({}), [waiver({})])
    const notes = waiverNotes([waiver({}), waiver({ expires: '2026-01-01' })], '2026-11-23', quiet)
    expect(notes.map((n) => n.code)).toEqual(['waiver-expired', 'waiver-unused'])
  })
})

describe('a pattern', () => {
  it.each([
    ['a.b', 'a.b', true],
    ['a.b', 'a.bc', false],
    ['a.*', 'a.b.c', true],
    ['*.b', 'a.b', true],
    ['a*b*c', 'a--b--c', true],
    ['a*a', 'a', false],
    ['(*LRU).Add', '(*LRU).Add', true],
    ['a.b', 'axb', false],
  ])('%s against %s: %s', (pattern, name, matches) => {
    expect(matcher(pattern)(name)).toBe(matches)
  })

  it('made to be slow is not', () => {
    expect(matcher('*a'.repeat(2000))('a'.repeat(1999))).toBe(false)
  })
})
