import { expect, test } from 'vitest'
import {
  leaveQuiet,
  leftFor,
  leftNotes,
  measuredWhole,
  type TestPlan,
} from '../../../src/measure/forms/test-plan.ts'
import type { TestProcess, TestRunner } from '../../../src/runtimes/test-runner.ts'

const processOf = (name: string, files?: readonly string[]) =>
  ({ name, ...(files && { files: async () => files }) }) as unknown as TestProcess
const tests = {
  reaches: (files: readonly string[], changed: readonly string[]) => changed.some((c) => files.includes(c)),
} as unknown as TestRunner
const plan = (more: Partial<TestPlan> = {}): TestPlan => ({
  decides: true,
  changed: ['api/cart.js'],
  limit: null,
  left: new Map(),
  ...more,
})
const asked = { tests, directory: 'api', measured: measuredWhole, elapsed: 1000 }

test('of a large suite those files are left that load nothing that was changed; others follow the first trial', async () => {
  const first = plan()
  const far = processOf('far.test.js', ['far.js'])
  expect(await leftFor({ ...asked, plan: first, process: processOf('a.test.js', ['cart.js']) })).toBe(null)
  expect(await leftFor({ ...asked, plan: first, process: far })).toBe('unreached')
  expect(await leftFor({ ...asked, plan: first, process: far, measured: 9 })).toBe(null)
  expect(await leftFor({ ...asked, plan: first, process: processOf('nobody knows') })).toBe(null)
  expect(await leftFor({ ...asked, plan: undefined, process: far })).toBe(null)
  const later = { ...first, decides: false }
  expect(await leftFor({ ...asked, plan: later, process: far, measured: 0 })).toBe('unreached')
  expect(await leftFor({ ...asked, plan: later, process: processOf('z.test.js', []) })).toBe(null)
})

test('what there is no time for is left, but never all of a suite', async () => {
  const short = plan({ limit: 999 })
  const process = processOf('slow.test.js', ['cart.js'])
  expect(await leftFor({ ...asked, plan: short, process, measured: 0 })).toBe(null)
  expect(await leftFor({ ...asked, plan: short, process, measured: 1 })).toBe('late')
})

test('what was left is told, and what there was no time for by its place', () => {
  const left = (name: string, why: 'late' | 'unreached') => ({ name, why, place: name })
  const many = ['a', 'b', 'c', 'd'].map((name) => left(`${name}.test.js`, 'late'))
  expect(leftNotes([...many, left('far.test.js', 'unreached')], 20)).toEqual([
    {
      code: 'tests-left',
      text: '`time-limit` left no time to measure 4 of 20 test files or packages: a.test.js, b.test.js, c.test.js and 1 more. They ran once.',
      subject: '4 of 20 test files, for want of time',
      paths: ['a.test.js', 'b.test.js', 'c.test.js', 'd.test.js'],
    },
    {
      code: 'tests-left',
      text: '1 of 20 test files load nothing that was changed, ran once and were not measured: far.test.js.',
      subject: '1 of 20 test files, which load nothing that was changed',
    },
  ])
  expect(leftNotes([], 20)).toEqual([])
})

test('of what a first trial measured, what is quiet is not confirmed; tests of one name go together', async () => {
  const first = ['a.test.js', 'a.test.js (2)', 'b.test.js']
  const left: TestPlan['left'] = new Map()
  leaveQuiet(left, first, new Set(['a.test.js (2)']))
  expect([...left]).toEqual([['b.test.js', 'quiet']])
  const later = { ...plan({ left }), decides: false }
  expect(await leftFor({ ...asked, plan: later, process: processOf('new.test.js') })).toBe(null)
  const none: TestPlan['left'] = new Map()
  leaveQuiet(none, first, new Set())
  expect([...none]).toEqual([])
})
