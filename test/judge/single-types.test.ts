import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { budgets, type Row, rising, trialOf } from './trials.ts'

const floors = { 'heap-bytes': 6000, 'heap-objects': 150, instances: 0.5 }

function judged(rows: (rounds: number) => readonly Row[], accepted: Partial<Record<string, number>> = {}) {
  const total = (series: readonly number[]): Row => ({ quantity: 'instances', series })
  const clean = (rounds: number): readonly Row[] => [total(rising(0, rounds))]
  const trials = (side: 'base' | 'head', of: typeof rows) =>
    [8, 24].map((rounds, i) => trialOf(side, i + 1, [total(rising(1, rounds)), ...of(rounds)]))
  return judge({
    comparison: compare(trials('base', clean), trials('head', rows)),
    threshold: thresholdOf({ ...budgets, ...accepted } as never, floors),
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
}

const sessions = (drained?: number) => (rounds: number) => [
  {
    quantity: 'instances' as const,
    series: rising(1, rounds),
    stack: ['Session'],
    ...(drained === undefined || rounds === 8 ? {} : { drained }),
  },
  { quantity: 'instances' as const, series: rising(1, rounds), stack: ['std:Entry'] },
]

test('one object of a type a round is a leak, told by its type', () => {
  const { findings, verdict } = judged(sessions())
  expect(verdict).toBe('fail')
  expect(findings.map(({ culprit, excess, quantity }) => [quantity, culprit?.function, excess])).toEqual([
    ['instances', 'Session', 1],
  ])
})

test('objects that are gone after the drain are none', () => {
  expect(judged(sessions(2)).verdict).toBe('pass')
})

test('objects of what grows otherwise are what that is made of', () => {
  const { findings } = judged((rounds) => [
    ...sessions()(rounds),
    { quantity: 'heap-bytes', series: rising(90_000, rounds) },
    { quantity: 'heap-bytes', series: rising(90_000, rounds), stack: ['keep'] },
  ])
  expect(
    findings.map(({ culprit, parts, quantity, types }) => [quantity, culprit?.function, parts, types]),
  ).toEqual([['heap-bytes', 'keep', [], ['Session']]])
})

test('who accepts that a heap or its objects grow accepts these', () => {
  for (const accepted of [{ heap: 64_000 }, { objects: 500 }, { tasks: 2 }, { classes: 3 }])
    expect(judged(sessions(), accepted).verdict).toBe('pass')
  expect(judged(sessions(), { heap: 64_000, instances: 0 }).verdict).toBe('fail')
})
