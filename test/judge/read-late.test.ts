import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { budgets, type Row, rising, trialOf } from './trials.ts'

/**
 * The first trial counts objects and malloc's bytes; only confirming ones know the bytes of the heap,
 * and its stacks.
 */
const first = (objects: number, malloc: number): Row[] => [
  { quantity: 'heap-objects', series: rising(objects, 8, 1e5) },
  { quantity: 'external-bytes', series: rising(malloc, 8, 1e6) },
]
const confirming = (objects: number, heap: number, outside: number): Row[] => [
  { quantity: 'heap-objects', series: rising(objects, 24, 1e5) },
  { quantity: 'heap-bytes', series: rising(heap, 24, 5e6) },
  { quantity: 'external-bytes', series: rising(outside, 24, 1e6) },
  { quantity: 'heap-bytes', series: rising(heap, 24), stack: ['keep'] },
]
const judged = (base: readonly Row[][], head: readonly Row[][]) => {
  const made = (side: 'base' | 'head') => (rows: readonly Row[], i: number) => trialOf(side, i + 1, rows)
  return judge({
    comparison: compare(base.map(made('base')), head.map(made('head'))),
    threshold: thresholdOf(budgets, { 'heap-objects': 16, 'heap-bytes': 4000, 'external-bytes': 4000 }),
    taskStack: 'running',
    trials: 2,
    warmup: 2,
  })
}
const still = [first(0, 0), confirming(0, 0, 0)]

describe('memory of which the first trial reads a part', () => {
  it('passes by that part alone', () => {
    expect(judged([first(0, 0)], [first(0, 0)])).toMatchObject({ next: 'done', verdict: 'pass' })
  })

  it('is red when what was counted grew, and its bytes are told by who asked for them', () => {
    const { findings, totals, verdict } = judged(still, [first(100, 0), confirming(100, 20_000, 0)])
    expect(verdict).toBe('fail')
    const standings = Object.fromEntries(totals.map(({ diff, standing }) => [diff.quantity, standing]))
    expect(standings).toEqual({ 'heap-objects': 'red', 'heap-bytes': 'red', 'external-bytes': 'quiet' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ quantity: 'heap-bytes', excess: 20_000 })
    expect(findings[0]?.culprit?.function).toBe('keep')
  })

  it('is red when large blocks grew, which the first trial saw with malloc’s bytes', () => {
    const { totals, verdict } = judged(still, [first(1, 50_000), confirming(1, 50_000, 0)])
    expect(verdict).toBe('fail')
    const standings = Object.fromEntries(totals.map(({ diff, standing }) => [diff.quantity, standing]))
    expect(standings).toEqual({ 'heap-objects': 'quiet', 'heap-bytes': 'red', 'external-bytes': 'cleared' })
  })

  it('outside of the heap has no stack that could be accused', () => {
    const { findings, verdict } = judged(still, [first(0, 50_000), confirming(0, 0, 50_000)])
    expect(verdict).toBe('fail')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ quantity: 'external-bytes', culprit: null })
  })

  it('that grew in a confirming trial alone is no leak', () => {
    const { verdict } = judged(still, [first(0, 0), confirming(0, 20_000, 0)])
    expect(verdict).toBe('pass')
  })

  it('that base grows as well is none of the pull request’s', () => {
    const both = [first(100, 0), confirming(100, 20_000, 0)]
    expect(judged(both, both).verdict).toBe('pass')
  })
})
