import { expect, test } from 'vitest'
import { createCalm, type Levels, settle } from '../../src/measure/rounds/settle.ts'
import { scripted } from './scripted-clock.ts'

const options = { quiet: 250, limit: 10_000, levels: (reading: Levels) => reading }
const at = (tasks: (milliseconds: number) => number) => {
  const { clock, read } = scripted((ms) => new Map([['tasks', tasks(ms)]]))
  return { clock, read }
}

test('a count not above the previous one is settled at once', async () => {
  const { clock, read } = at(() => 5)
  const settled = await settle({ ...options, read, clock, previous: new Map([['tasks', 5]]) })
  expect(settled).toEqual({ reading: new Map([['tasks', 5]]), settled: true })
  expect(clock.now()).toBe(0)
})

test('a risen count waits until quiet has passed without a fall', async () => {
  const { clock, read } = at((ms) => (ms < 200 ? 150 : 20))
  const settled = await settle({ ...options, read, clock, previous: new Map([['tasks', 10]]) })
  expect(settled).toMatchObject({ reading: new Map([['tasks', 20]]), settled: true })
  expect(clock.now()).toBeGreaterThanOrEqual(450)
  expect(clock.now()).toBeLessThan(700)
})

test('a risen count that falls back to the previous one is settled there and then', async () => {
  const { clock, read } = at((ms) => (ms < 30 ? 11 : 10))
  const settled = await settle({ ...options, read, clock, previous: new Map([['tasks', 10]]) })
  expect(settled.settled).toBe(true)
  expect(clock.now()).toBe(30)
})

test('what never stands still is said after the limit', async () => {
  const { clock, read } = at((ms) => 100 + ms)
  const settled = await settle({ ...options, read, clock, previous: new Map([['tasks', 10]]) })
  expect(settled.settled).toBe(false)
  expect(clock.now()).toBeGreaterThanOrEqual(10_000)
  expect(clock.now()).toBeLessThan(10_200)
})

test('without a previous reading, and for a process that is new, quiet is waited for', async () => {
  for (const previous of [null, new Map([['files', 3]])]) {
    const { clock, read } = at(() => 5)
    expect((await settle({ ...options, read, clock, previous })).settled).toBe(true)
    expect(clock.now()).toBe(250)
  }
})

test('after four waits in which nothing fell a fifth is waited for, and never again after a fall', () => {
  const calm = createCalm()
  for (let wait = 0; wait < 4; wait++) calm.seen(true)
  expect(calm.quiet(250)).toBe(50)
  calm.seen(false)
  for (let wait = 0; wait < 4; wait++) calm.seen(true)
  expect(calm.quiet(250)).toBe(250)
})
