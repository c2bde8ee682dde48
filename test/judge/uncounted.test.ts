import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { uncountedGrowth } from '../../src/judge/uncounted.ts'
import { type Row, rising, trialOf } from './trials.ts'

const budgets: Readonly<Record<string, number | null>> = { 'heap-bytes': 4096, tasks: 0.5, 'rss-bytes': null }

const rows = (heap: number, resident: number, tasks = 0): Row[] => [
  { quantity: 'heap-bytes', series: rising(heap, 8, 5e6) },
  { quantity: 'tasks', series: rising(tasks, 8, 3) },
  { quantity: 'rss-bytes', series: rising(resident, 8, 4e7) },
]

const seen = (base: Row[], head: Row[]) =>
  uncountedGrowth(
    judge({
      comparison: compare([trialOf('base', 1, base)], [trialOf('head', 1, head)]),
      threshold: (quantity) => budgets[quantity] ?? null,
      taskStack: 'running',
      trials: 3,
      warmup: 2,
    }).totals,
  )

test('resident memory that grows although nothing counted does is told', () => {
  expect(seen(rows(0, 20_000), rows(0, 800_000))).toEqual([{ role: 'app', base: 20_000, head: 800_000 }])
})

test('on base as well, it is not', () => {
  expect(seen(rows(0, 790_000), rows(0, 800_000))).toEqual([])
})

test('what drifts, and what the heap explains, is not', () => {
  expect(seen(rows(0, 0), rows(0, 150_000))).toEqual([])
  expect(seen(rows(700_000, 800_000), rows(700_000, 1_200_000))).toEqual([])
})

test('stacks of tasks are resident and counted nowhere: they are told as tasks', () => {
  expect(seen(rows(0, 0), rows(0, 800_000, 100))).toEqual([])
})
