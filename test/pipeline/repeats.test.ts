import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { createRepeats } from '../../src/measure/rounds/repeat.ts'
import { createLimit, repeatsToConfirm } from '../../src/pipeline/repeats.ts'
import type { Quantity } from '../../src/profile/profile.ts'
import { rising, trialOf } from '../judge/trials.ts'

const floors: Partial<Record<Quantity, number>> = { tasks: 0.5, 'heap-bytes': 4096, 'heap-objects': 12 }

/** How often a confirming round is repeated. */
const repeats = (...given: Parameters<typeof judged>): number => repeatsToConfirm(judged(...given))

/** First rounds were `repeat` rounds, and these grew by so much in each. */
function judged(
  repeat: number,
  growths: Partial<Record<Quantity, number>>,
  confirming: readonly number[] = [],
) {
  const rows = (factor: number) =>
    Object.entries(growths).map(([quantity, growth]) => ({
      quantity: quantity as Quantity,
      series: rising(growth * repeat * factor, 8),
    }))
  const trial = (side: 'base' | 'head', number: number, times: number) => {
    const measured = trialOf(side, number, rows(side === 'head' ? 1 : 0))
    return { ...measured, roles: measured.roles.map((role) => ({ ...role, repeat: times })) }
  }
  const heads = [repeat, ...confirming].map((times, i) => trial('head', i + 1, times))
  return judge({
    comparison: compare([trial('base', 1, repeat)], heads),
    threshold: (quantity, times = 1) => (floors[quantity] ?? 1) / times,
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
}

test('what is plain in one round is not repeated', () => {
  expect(repeats(3, { 'heap-bytes': 48_000 })).toBe(1)
  expect(repeats(3, { tasks: 1 })).toBe(1)
})

test('however plain, a confirming trial goes as far as the first, in which it may have begun late', () => {
  expect(repeats(16, { tasks: 1 })).toBe(6)
  expect(repeats(16, { 'heap-bytes': 48_000 })).toBe(6)
})

test('a further confirming trial is as long as the one before it', () => {
  expect(repeats(16, { 'heap-bytes': 48_000 }, [9])).toBe(9)
  expect(repeats(3, { 'heap-bytes': 48_000 }, [3])).toBe(3)
})

test('what is not, is: as often as makes it plain', () => {
  expect(repeats(16, { 'heap-bytes': 2000 })).toBe(9)
})

test('bytes and objects are two measures of one heap: the plainer one is enough', () => {
  expect(repeats(3, { 'heap-bytes': 48_000, 'heap-objects': 1 })).toBe(1)
  expect(repeats(3, { 'heap-bytes': 300, 'heap-objects': 60 })).toBe(1)
})

test('what tasks are made of needs no rounds of its own', () => {
  expect(repeats(3, { tasks: 1, 'heap-bytes': 500, 'heap-objects': 2 })).toBe(1)
})

test('a heap that grows by more than its tasks are made of does', () => {
  expect(repeats(16, { tasks: 1, 'heap-bytes': 2000 })).toBe(9)
})

test('what was begun before base was seen is kept to, unless base shows it to be too little', () => {
  const measured = createRepeats(null, new Map([['', 16]]))
  const limit = createLimit(measured)
  limit.ahead(judged(16, { 'heap-bytes': 48_000 }))
  expect(measured.confirming.of('')).toBe(6)
  const less = judged(16, { 'heap-bytes': 2000 })
  limit.follow(less)
  expect(measured.confirming.of('')).toBe(6)
  expect([limit.fits(judged(16, { tasks: 1 })), limit.fits(less)]).toEqual([true, false])
  limit.follow(less)
  expect([measured.confirming.of(''), measured.of('')]).toEqual([9, 16])
})
