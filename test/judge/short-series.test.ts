import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { shortSeriesReasons } from '../../src/judge/short-series.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { budgets, type Row, trialOf } from './trials.ts'

const threshold = thresholdOf(budgets, { tasks: 0.5, 'heap-bytes': 8192 })

function judged(
  base: readonly (readonly number[])[],
  head: typeof base,
  quantity: Row['quantity'],
  operations = 100,
) {
  const trials = (side: 'base' | 'head', all: typeof base) =>
    all.map((series, i) => ({ ...trialOf(side, i + 1, [{ quantity, series }]), drained: null }))
  const comparison = compare(trials('base', base), trials('head', head))
  const judgement = judge({ comparison, threshold, taskStack: 'running', trials: 3, warmup: 2, operations })
  return {
    ...judgement,
    reasons: shortSeriesReasons(judgement).map((r) => r.text),
    standing: judgement.totals[0]?.standing,
  }
}

const undecided = { next: 'done', verdict: 'inconclusive' }

describe('few snapshots', () => {
  it('never pass, even when nothing grows', () => {
    expect(judged([[5, 5]], [[5, 5]], 'tasks')).toMatchObject({
      ...undecided,
      standing: 'quiet',
      reasons: ['Two snapshots cannot tell a leak from a cache.'],
    })
    expect(judged([[5, 5, 5, 5]], [[5, 5, 5, 5]], 'tasks').reasons[0]).toMatch(/^Four snapshots cannot/)
    expect(judged([[5, 5, 5, 5, 5]], [[5, 5, 5, 5, 5]], 'tasks')).toMatchObject({
      verdict: 'pass',
      reasons: [],
    })
  })

  it('leave a heap that grows undecided, with its growth', () => {
    const result = judged([[0, 0]], [[0, 9e6]], 'heap-bytes')
    expect(result).toMatchObject({ ...undecided, standing: 'between' })
    expect(result.findings).toMatchObject([
      { ruling: 'suspect', quantity: 'heap-bytes', excess: 9e6, shape: 'growing' },
    ])
  })

  it('show a leak of tasks from three on, once two fresh starts have shown it', () => {
    expect(judged([[5, 5, 5]], [[5, 95, 185]], 'tasks')).toMatchObject({ next: 'confirm' })
    const still = [5, 5, 5]
    const twice = judged(
      [still, still],
      [
        [5, 95, 185],
        [5, 105, 205],
      ],
      'tasks',
    )
    expect(twice).toMatchObject({
      next: 'done',
      verdict: 'fail',
      reasons: [],
      findings: [{ ruling: 'leak', excess: 100 }],
    })
  })

  it('are no proof from two: fifty clients that are connected just then have a task each', () => {
    expect(judged([[5, 5]], [[5, 55]], 'tasks', 50)).toMatchObject({ ...undecided, standing: 'between' })
    expect(judged([[5, 5, 5]], [[5, 105, 105]], 'tasks', 50)).toMatchObject(undecided)
  })

  it.each([
    ['less than 0.9 an operation', [[5, 5, 5]], [[5, 94, 183]], 100],
    ['fewer than 20 operations', [[5, 5, 5]], [[5, 14, 23]], 9],
    ['base shows one too', [[5, 5, 6]], [[5, 105, 205]], 100],
    [
      'the second start shows fewer',
      [
        [5, 5, 5],
        [5, 5, 5],
      ],
      [
        [5, 105, 205],
        [5, 50, 150],
      ],
      100,
    ],
  ])('are no proof of a leak of tasks when it is %s', (_, base, head, operations) => {
    expect(judged(base, head, 'tasks', operations)).toMatchObject(undecided)
  })

  it('on base alone excuse nothing', () => {
    const long = [5, 105, 205, 305, 405, 505, 605, 705]
    expect(judged([[5, 5]], [long], 'tasks')).toMatchObject({ next: 'confirm' })
  })
})
