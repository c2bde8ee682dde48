import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { isClear } from '../../src/judge/trials/early.ts'
import { rising, trialOf } from './trials.ts'

const series = (values: readonly number[]) => [{ quantity: 'heap-bytes' as const, series: values }]

/**
 * Whether eight rounds of a confirming trial clear a head whose first trial grew by 100 kB a round (or as
 * `first` says), where 4 kB is allowed.
 */
function clears(confirming: readonly number[], first = rising(100_000, 8, 1e6)): boolean {
  const { totals } = judge({
    comparison: compare([trialOf('base', 1, series(rising(0, 8, 1e6)))], [trialOf('head', 1, series(first))]),
    threshold: () => 4000,
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
  return isClear(totals, compare([], [trialOf('head', 2, series(confirming))]))
}

test('what stands still, or moves by less than a quarter of what it may, is clear', () => {
  expect([clears(rising(0, 8, 1e6)), clears(rising(900, 8, 1e6))]).toEqual([true, true])
})

test('what moves more is not, in whatever shape', () => {
  const step = rising(0, 8, 1e6).map((value, round) => value + (round === 6 ? 20_000 : 0))
  expect([clears(rising(1100, 8, 1e6)), clears(step)]).toEqual([false, false])
})

test('what rose once in the first trial may rise later', () => {
  const once = rising(0, 8, 1e6).map((value, round) => value + (round > 5 ? 100_000 : 0))
  expect(clears(rising(0, 8, 1e6), once)).toBe(false)
})

test('what is not there is not clear', () => {
  const other = compare([], [trialOf('head', 2, [{ quantity: 'tasks', series: rising(0, 8) }])])
  expect(isClear([], other)).toBe(false)
})
