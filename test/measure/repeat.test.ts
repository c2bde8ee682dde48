import { expect, test } from 'vitest'
import { InconclusiveError } from '../../src/errors.ts'
import { createRepeats, type Repeats, repeated } from '../../src/measure/rounds/repeat.ts'

/** How often the workload's round was run in each of four measured ones, the first two of them warm-up. */
async function runs(
  milliseconds: number,
  repeats: Repeats,
  { warmup = 2, fails = () => false }: { warmup?: number; fails?: (run: number) => boolean } = {},
) {
  let now = 0
  let count = 0
  const runOnce = async (): Promise<void> => {
    now += milliseconds
    if (fails(++count)) throw new InconclusiveError('round-failed', 'no', 'no')
  }
  const round = repeated(runOnce, { name: '', repeats, warmup, now: () => now })
  const counts: number[] = []
  for (let i = 0; i < 4; i++) {
    const before = count
    await round(Math.max(0, i + 1 - warmup))
    counts.push(count - before)
  }
  return counts
}

test('a short round is repeated, as often as fits into 0.15 s, from the last warm-up on', async () => {
  expect(await runs(30, createRepeats(null))).toEqual([1, 5, 5, 5])
  expect(await runs(1, createRepeats(null))).toEqual([1, 16, 16, 16])
})

test('a long one is not', async () => {
  expect(await runs(90, createRepeats(null))).toEqual([1, 1, 1, 1])
  expect(await runs(9000, createRepeats(null))).toEqual([1, 1, 1, 1])
})

test('what the first trial decided holds for all, and what the user wrote for every round but the earlier warm-up', async () => {
  const repeats = createRepeats(null)
  await runs(50, repeats)
  expect(await runs(1, repeats)).toEqual([1, 3, 3, 3])
  expect(await runs(1, createRepeats(3))).toEqual([1, 3, 3, 3])
})

test('a growth that is plain needs fewer; what the user wrote stays', async () => {
  const [auto, fixed] = [createRepeats(null), createRepeats(6)]
  await runs(50, auto)
  auto.limit(2)
  fixed.limit(2)
  expect(await runs(1, auto)).toEqual([1, 3, 3, 3])
  expect([await runs(1, auto.confirming), await runs(1, fixed.confirming)]).toEqual([
    [1, 2, 2, 2],
    [1, 6, 6, 6],
  ])
})

test('without a warm-up nothing is known, and nothing repeated', async () => {
  expect(await runs(1, createRepeats(null), { warmup: 0 })).toEqual([1, 1, 1, 1])
})

test('a round that does not go well twice in a row is run once', async () => {
  expect(await runs(30, createRepeats(null), { fails: (run) => run === 3 })).toEqual([1, 2, 1, 1])
  await expect(runs(30, createRepeats(null), { fails: (run) => run === 2 })).rejects.toThrow('no')
})

test('a base from a cache says how often it was driven', async () => {
  expect(await runs(30, createRepeats(null, new Map([['', 5]])))).toEqual([1, 5, 5, 5])
})
