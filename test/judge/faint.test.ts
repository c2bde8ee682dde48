import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { faintNotes } from '../../src/report/narrative/notes/faint-growth.ts'
import { wordsFor } from '../../src/report/narrative/words.ts'
import { budgets, type Row, rising, trialOf } from './trials.ts'

const judged = (base: readonly Row[], head: readonly Row[]) =>
  judge({
    comparison: compare([trialOf('base', 1, base)], [trialOf('head', 1, head)]),
    threshold: thresholdOf(budgets, { tasks: 0.5, 'heap-bytes': 16_000 }),
    taskStack: 'creation',
    operations: 20,
    trials: 3,
    warmup: 2,
  })
const heap = (series: readonly number[], stack?: readonly string[]): Row => ({
  quantity: 'heap-bytes',
  series,
  ...(stack === undefined ? {} : { stack }),
})
const still = [0, 300, -200, 100, 0, 400, 100, 200]

describe('growth in every round that is below what a run can judge', () => {
  it('passes, and is told with the figure that would decide', () => {
    const head = [heap(rising(7_000, 8)), heap(rising(6_500, 8), ['main.remember'])]
    const judgement = judged([heap(still)], head)
    expect(judgement.verdict).toBe('pass')
    expect(judgement.faint).toMatchObject([{ function: 'main.remember', quantity: 'heap-bytes' }])
    const [note] = faintNotes(wordsFor({ operations: 20 }), judgement, { name: 'visits', operations: 20 })
    expect(note?.text).toBe(
      'What `main.remember` allocates grew by 350 B per operation in every round, below what this run can judge (800 B per operation): more operations a round would decide.',
    )
  })

  it.each([
    ['falls once', [heap(still)], [heap([0, 7, 14, 13, 28, 35, 42, 49].map((x) => x * 1000))]],
    ['base has as well', [heap(rising(6_000, 8))], [heap(rising(7_000, 8))]],
    ['comes to rest', [heap(still)], [heap([0, 60, 75, 80, 82, 83, 83.5, 83.6].map((x) => x * 100))]],
  ])('is not told where it %s', (_, base, head) => {
    expect(judged(base, head).faint).toEqual([])
  })
})
