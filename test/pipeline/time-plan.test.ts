import { expect, test } from 'vitest'
import { planConfirming } from '../../src/pipeline/time-plan.ts'
import { rising, trialOf } from '../judge/trials.ts'

/**
 * First trials of both sides, ten seconds each: a second for each of two warm-up and eight measured rounds.
 */
const trials = (['base', 'head'] as const).map((side) => ({
  ...trialOf(side, 1, [{ quantity: 'tasks', series: rising(1, 8) }]),
  seconds: 10,
}))
const plan = (left: number | null, explained = false, share = 1) =>
  planConfirming({ trials, warmup: 2, rounds: { first: 8, confirm: 24 }, left, explained, share })

test('without a limit, and with time enough, a confirming trial has all of its rounds', () => {
  expect(plan(null)).toEqual({ rounds: 24 })
  expect(plan(74_000)).toEqual({ rounds: 24 })
})

test('rounds are dropped first, not below those of a first trial', () => {
  expect(plan(54_000)).toEqual({ rounds: 14 })
  expect(plan(42_000)).toEqual({ rounds: 8 })
})

test('then it says how much more time the whole would take', () => {
  expect(plan(41_000)).toEqual({ missing: 33_000 })
})

test('of tests of which a tenth is measured again, and the rest run once, all rounds fit', () => {
  expect(plan(42_000, false, 0.1)).toEqual({ rounds: 24 })
})

test('the run that explains a red keeps its time, as long as rounds can be dropped for it', () => {
  expect(plan(74_000, true)).toEqual({ rounds: 15 })
  expect(plan(60_000, true)).toEqual({ rounds: 8 })
  // Not enough for both: to be decided comes first.
  expect(plan(42_000, true)).toEqual({ rounds: 8 })
})
