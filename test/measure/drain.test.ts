import { expect, test } from 'vitest'
import { drain } from '../../src/measure/rounds/drain.ts'
import type { Levels } from '../../src/measure/rounds/settle.ts'
import { scripted } from './scripted-clock.ts'

/** Drains tasks that started at 10 after the first round; 12 more than that would not be judged. */
async function drained(tasks: (milliseconds: number) => number, limit = 10_000) {
  const { clock, read } = scripted((ms): Levels => new Map([['tasks', tasks(ms)]]))
  const levels = (reading: Levels) => reading
  const first = new Map([['tasks', 10]])
  const { reading, settled } = await drain({ read, clock, levels, first, limit, negligible: () => 12 })
  return { tasks: reading.get('tasks'), settled, waited: clock.now() }
}

test('a clean program is not waited for', async () => {
  expect(await drained(() => 22)).toEqual({ tasks: 22, settled: true, waited: 0 })
})

test('tasks that end after two seconds are gone, and the wait ends with them', async () => {
  expect(await drained((ms) => (ms < 2000 ? 490 : 10))).toEqual({ tasks: 10, settled: true, waited: 3750 })
})

test('sleepers that stand flat for 1.6 seconds and end one after the other are waited for', async () => {
  const falling = (ms: number) => (ms < 1600 ? 89 : Math.max(39, 89 - Math.floor((ms - 1600) / 100)))
  expect(await drained(falling)).toMatchObject({ tasks: 39, settled: true })
})

test('tasks of five seconds, a common idle time-out, are gone', async () => {
  expect(await drained((ms) => (ms < 5000 ? 500 : 10))).toMatchObject({ tasks: 10, settled: true })
})

test('what stays is believed once a whole pause brought no fall', async () => {
  expect(await drained(() => 490)).toEqual({ tasks: 490, settled: true, waited: 5500 })
})

test('what still falls at the limit is told as not settled', async () => {
  expect(await drained((ms) => 1000 - Math.floor(ms / 20))).toEqual({
    tasks: 500,
    settled: false,
    waited: 10_000,
  })
})

test('a limit below the shortest drain holds', async () => {
  expect(await drained(() => 490, 600)).toEqual({ tasks: 490, settled: false, waited: 600 })
})

/**
 * As above, beside a program that has been idle for `idle` milliseconds and holds `kept` of what it gained.
 */
async function drainedBeside(
  idle: number,
  kept: number,
  tasks: (milliseconds: number) => number = () => 490,
  phase: { readonly idled?: number; readonly before?: Levels } = {},
) {
  const { clock, read } = scripted((ms): Levels => new Map([['tasks', tasks(ms)]]))
  const elder = { idled: () => idle + clock.now(), kept: async () => new Map([['tasks', kept]]) }
  const first = new Map([['tasks', 10]])
  const levels = (reading: Levels) => reading
  await drain({ read, clock, levels, first, limit: 10_000, negligible: () => 12, elder, ...phase })
  return clock.now()
}

test('what another start has kept for as long as a drain needs no second one', async () => {
  expect(await drainedBeside(6000, 1)).toBe(250)
})

test('what is missing of its rest is waited for', async () => {
  expect(await drainedBeside(3000, 1)).toBe(2500)
})

test('what it let go of is drained as ever', async () => {
  expect(await drainedBeside(6000, 0)).toBe(5500)
})

test('a fall is waited for to its end, whatever another start has kept', async () => {
  const falling = (ms: number) => (ms < 200 ? 490 : Math.max(40, 490 - ms / 10))
  expect(await drainedBeside(6000, 1, falling)).toBeGreaterThan(4500)
})

const at = (tasks: number): Levels => new Map([['tasks', tasks]])

test('what stood still since the idle phase is not waited for, once it or another start was idle for long enough', async () => {
  expect(await drainedBeside(6000, 1, () => 490, { idled: 900, before: at(490) })).toBe(0)
  expect(await drainedBeside(0, 0, () => 490, { idled: 5600, before: at(490) })).toBe(0)
  expect(await drainedBeside(3000, 1, () => 490, { idled: 900, before: at(490) })).toBe(2500)
})

test('what fell since then is', async () => {
  expect(await drainedBeside(6000, 1, () => 490, { idled: 900, before: at(590) })).toBe(250)
})
