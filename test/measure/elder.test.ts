import { expect, test } from 'vitest'
import { type Elder, elderOf, keepsAll, wasAtWork } from '../../src/measure/rounds/elder.ts'

/** A program that gained 80 tasks and nothing to speak of in bytes, and holds `now` after its rest. */
const leftWith = (now: number | null): Elder =>
  elderOf({
    first: new Map([
      ['tasks app', 20],
      ['heap-bytes app', 1_000_000],
    ]),
    last: new Map([
      ['tasks app', 100],
      ['heap-bytes app', 1_000_500],
    ]),
    negligible: (key) => (key.startsWith('tasks') ? 4 : 32_768),
    read: async () => {
      if (now === null) throw new Error('it is gone')
      return new Map([['tasks app', now]])
    },
    idled: () => 6000,
  })

test('of what it gained it tells the share that is there still', async () => {
  expect([...(await leftWith(60).kept())]).toEqual([['tasks app', 0.5]])
})

test('it stands for another that grew as it did, when it kept all', async () => {
  expect(await keepsAll(leftWith(100), ['tasks app'])).toBe(true)
  expect(await keepsAll(leftWith(80), ['tasks app'])).toBe(false)
})

test('it says nothing of what it did not gain itself', async () => {
  expect(await keepsAll(leftWith(100), ['tasks app', 'heap-bytes app'])).toBe(false)
})

test('one that is gone says nothing', async () => {
  expect(await keepsAll(leftWith(null), ['tasks app'])).toBe(false)
  expect(await wasAtWork(leftWith(null))).toBe(false)
})

test('one that gained on while it was idle was driven by somebody', async () => {
  expect(await wasAtWork(leftWith(100))).toBe(false)
  expect(await wasAtWork(leftWith(180))).toBe(true)
})
