import { describe, expect, it } from 'vitest'
import { createLiveTasks } from '../../../src/runtimes/node/probe/live.ts'
import { createStackStore } from '../../../src/runtimes/node/probe/tasks/stacks.ts'

/** Numbers that look random and are the same in every run (Numerical Recipes' generator). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

describe('live tasks', () => {
  it('are the same as in a Map, through 100,000 births and deaths', () => {
    const roll = dice(7)
    const live = createLiveTasks()
    const reference = new Map<number, number>()
    let next = 2 ** 31 - 5000 // ids that no longer fit an int32 come along
    for (let i = 0; i < 100_000; i++) {
      if (roll(10) < (i < 60_000 ? 7 : 2)) {
        reference.set(++next, i)
        live.set(next, i)
      } else {
        const task = next - roll(8000)
        expect(live.take(task)).toBe(reference.get(task) ?? -1)
        reference.delete(task)
      }
    }
    for (const [task, stack] of reference) expect(live.take(task)).toBe(stack)
  })

  it('hold at most 32 bytes each beside the smallest table, and give them back', () => {
    const live = createLiveTasks()
    const empty = live.bytes()
    for (let task = 1; task <= 50_000; task++) live.set(task, 0)
    expect(live.bytes()).toBeLessThanOrEqual(empty + 32 * 50_000)
    for (let task = 1; task <= 50_000; task++) expect(live.take(task)).toBe(0)
    expect(live.bytes()).toBeLessThanOrEqual(empty * 2)
    expect(live.take(1)).toBe(-1)
  })
})

describe('stacks', () => {
  it('keep one id a text, and count those that live', () => {
    const stacks = createStackStore()
    const ids = new Map<number, string>()
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 3000; i++) {
        const text = `["Timeout",[["größe ${i}","/a/${'x'.repeat(i % 50)}.js",${i}]]]`
        const id = stacks.intern(text)
        expect(ids.get(id) ?? text).toBe(text)
        ids.set(id, text)
        if (i % 3 === 0) stacks.change(id, 1)
      }
    }
    expect(ids.size).toBe(3000)
    const live = [...stacks.live()]
    expect(live).toHaveLength(1000)
    expect(live.every(([text, count]) => count === 2 && [...ids.values()].includes(text))).toBe(true)
    expect(stacks.bytes()).toBeGreaterThan(3000 * 40)
  })
})
