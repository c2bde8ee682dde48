import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../../src/runtimes/go/parse.ts'

const directory = new URL('../../profile/formats/fixtures/round-3/', import.meta.url)

test.each(['goroutine.pb.gz', 'goroutine.debug1.txt', 'goroutine.debug2.txt'])(
  'goroutines that a program wrote itself are read as they are: %s',
  (name) => {
    const profiles = parse('tasks.profile', readFileSync(new URL(name, directory)))
    const tasks = profiles.filter((p) => p.quantity === 'tasks')
    const count = tasks[0]?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0
    expect(tasks).toHaveLength(1)
    expect(count).toBeGreaterThan(10)
  },
)

test('what is no profile is refused', () => {
  expect(() => parse('heap.profile', Buffer.from('hello'))).toThrow()
})
