import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../src/errors.ts'
import { objectsOf, readHistogram } from '../../../src/runtimes/jvm/live/histogram.ts'
import { readOtherMemory } from '../../../src/runtimes/jvm/live/native-memory.ts'
import { taskRows } from '../../../src/runtimes/jvm/live/tasks.ts'
import { readThreads } from '../../../src/runtimes/jvm/live/threads.ts'
import { readVirtualThreads } from '../../../src/runtimes/jvm/live/virtual-threads.ts'
import { parse } from '../../../src/runtimes/jvm/parse.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

/** What a program printed on Java 17 and 25: it parks threads, keeps a direct buffer and an `int[3][4]`. */
describe.each([17, 25])('what Java %i prints', (version) => {
  it('is the objects and bytes of each class, by the names of sources', () => {
    const histogram = readHistogram(fixture(`histogram-${version}.txt`))
    const sum = histogram.classes.reduce((bytes, one) => bytes + one.bytes, 0)
    expect(histogram.bytes).toBe(sum)
    expect(objectsOf(histogram, 'int[][]')).toBeGreaterThan(0)
    expect(objectsOf(histogram, 'java.nio.DirectByteBuffer')).toBe(1)
    expect(objectsOf(histogram, 'java.lang.VirtualThread')).toBe(version === 17 ? 0 : 7)
    expect(histogram.classes.map(({ name }) => name).filter((name) => name.startsWith('['))).toEqual([])
  })

  it('is each thread with its state and stack, without names and threads of the JVM', () => {
    const rows = taskRows(readThreads(fixture(`threads-${version}.txt`)))
    const parked = rows.filter(({ stack }) => stack.some((frame) => frame.function === 'V.park'))
    expect(parked).toMatchObject([
      { ids: { length: 5 }, state: 'TIMED_WAITING (sleeping)' },
      { ids: { length: 1 }, state: 'TIMED_WAITING (sleeping)' },
    ])
    expect(parked[0]?.stack.find((frame) => frame.function === 'V.park')).toEqual({
      function: 'V.park',
      file: 'V.java',
      line: 4,
    })
    expect(rows).toContainEqual(
      expect.objectContaining({
        ids: expect.objectContaining({ length: 2 }),
        state: 'BLOCKED (on object monitor)',
      }),
    )
    expect(JSON.stringify(rows)).not.toMatch(/its own|Compiler|Attach/)
  })

  it('is the memory of direct buffers', () => {
    expect(readOtherMemory(fixture(`native-memory-${version}.txt`))).toBe(100_000)
  })
})

it('tells virtual threads by their stacks, and no platform thread twice', () => {
  const platform = new Set(readThreads(fixture('threads-25.txt')).map(({ id }) => id))
  const rows = taskRows(readVirtualThreads(fixture('virtual-threads-25.json'), platform))
  expect(rows.map(({ ids, state }) => [ids.length, state])).toEqual([[7, 'virtual thread']])
  expect(rows[0]?.stack.map((frame) => frame.function).slice(0, 2)).toEqual([
    'java.lang.VirtualThread.run',
    'V.park',
  ])
})

it('has no figure where the JVM does not count', () => {
  expect(readOtherMemory('Native memory tracking is not enabled\n')).toBeNull()
})

it.each([
  ['no total', () => readHistogram('   1:  2  32  java.lang.Object\n')],
  ['a dump that ends early', () => readVirtualThreads('{"threadDump": {', new Set())],
  ['a dump of something else', () => readVirtualThreads('{}', new Set())],
  ['no JSON', () => parse('jvm-1.tasks.json', Buffer.from('{'))],
  [
    'another format',
    () => parse('jvm-1.tasks.json', Buffer.from('{"format":"leakdiff-python-tasks","rows":[]}')),
  ],
  [
    'a line below nought',
    () =>
      parse(
        'jvm-1.heap.json',
        Buffer.from(
          '{"format":"leakdiff-jvm-heap","rows":[{"bytes":1,"objects":1,"stack":[{"function":"f","file":"","line":-1}]}]}',
        ),
      ),
  ],
])('refuses %s', (_, read) => {
  expect(read).toThrow(FormatError)
})
