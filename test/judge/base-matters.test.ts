import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { baseMatters } from '../../src/judge/trials/base-matters.ts'
import { rising, trialOf } from './trials.ts'

const series = (values: readonly number[]) => [{ quantity: 'heap-bytes' as const, series: values }]

/**
 * Whether base's confirming trial is worth its time after these: base's first,
 * head's first and head's confirming one.
 */
function matters(base: readonly number[], first: readonly number[], confirming: readonly number[]): boolean {
  const trials = [trialOf('head', 1, series(first)), trialOf('head', 2, series(confirming))]
  return baseMatters(
    judge({
      comparison: compare([trialOf('base', 1, series(base))], trials),
      threshold: () => 4096,
      taskStack: 'running',
      trials: 3,
      warmup: 2,
    }),
  )
}

const still = rising(0, 8, 1e6)
const leak = rising(100_000, 8, 1e6)
const longLeak = rising(100_000, 24, 1e6)

test('a base that stood still cannot excuse what head does from its first round on', () => {
  expect(matters(still, leak, longLeak)).toBe(false)
})

test('a base that filled something may do more in a longer trial', () => {
  const fills = still.map((value, round) => value + Math.min(round, 3) * 20_000)
  expect(matters(fills, leak, longLeak)).toBe(true)
})

test('a base that let go of a little cannot either, and one that let go of much may have gathered it', () => {
  const falls = (by: number) => still.map((value, round) => value - Math.min(round, 3) * by)
  expect(matters(falls(40_000), leak, longLeak)).toBe(false)
  expect(matters(falls(60_000), leak, longLeak)).toBe(true)
})

test('what begins later in head may begin later in base as well', () => {
  const late = Array.from({ length: 24 }, (_, round) => 1e6 + Math.max(0, round - 8) * 100_000)
  expect(matters(still, leak, late)).toBe(true)
})

test('a head that is clear needs no base', () => {
  expect(matters(still, leak, rising(0, 24, 1e6))).toBe(false)
})

test('what comes unevenly may have missed base by chance', () => {
  const uneven = (rounds: number) =>
    Array.from({ length: rounds }, (_, round) => 1e6 + 1e6 * Math.floor((round * 3 + (round % 5)) / 7))
  expect(matters(still, uneven(8), uneven(24))).toBe(true)
})

test('a head that only a shorter trial of base excuses is compared with one as long', () => {
  expect(matters(rising(100_000, 8, 1e6), rising(125_000, 8, 1e6), rising(101_000, 24, 1e6))).toBe(true)
})
