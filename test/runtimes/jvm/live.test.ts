import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../src/errors.ts'
import { objectsOf, readHistogram } from '../../../src/runtimes/jvm/live/histogram.ts'
import { mappedBytes } from '../../../src/runtimes/jvm/live/mapped-memory.ts'
import { readKinds, readMetaspace, readOtherMemory } from '../../../src/runtimes/jvm/live/native-memory.ts'
import { taskRows } from '../../../src/runtimes/jvm/live/tasks.ts'
import { readThreads } from '../../../src/runtimes/jvm/live/threads.ts'
import { readVirtualThreads } from '../../../src/runtimes/jvm/live/virtual-threads.ts'
import { parse } from '../../../src/runtimes/jvm/parse.ts'
import type { OldObject } from '../../../src/runtimes/jvm/recording/recording.ts'
import { startersIn } from '../../../src/runtimes/jvm/trace/starters.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

/** What a program printed on Java 17 and 25: it parks threads, keeps a direct buffer and an `int[3][4]`. */
describe.each([17, 25])('what Java %i prints', (version) => {
  it('is the objects and bytes of each class, by the names of sources', () => {
    const histogram = readHistogram(fixture(`histogram-${version}.txt`))
    const sum = histogram.classes.reduce((bytes, one) => bytes + one.bytes, 0)
    expect(histogram.bytes).toBe(sum)
    expect(objectsOf(histogram, 'int[][]')).toBeGreaterThan(0)
    // Of each loaded class there is one.
    expect(objectsOf(histogram, 'java.lang.Class')).toBeGreaterThan(400)
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
    expect(JSON.stringify(rows)).not.toMatch(/its own|Compiler|Attach|Lambda/)
  })

  it('is the memory of direct buffers', () => {
    expect(readOtherMemory(fixture(`native-memory-${version}.txt`))).toBe(100_000)
  })

  it('tells what the JVM took memory for, and of classes what is in use', () => {
    const text = fixture(`native-memory-${version}.txt`)
    const kinds = new Map(readKinds(text).map(({ bytes, stack }) => [stack[0]?.function, bytes]))
    expect(readMetaspace(text)).toBe({ 17: 171_688, 25: 346_688 }[version])
    expect(kinds.get('Metaspace')).toBe(readMetaspace(text))
    expect([kinds.get('Other'), kinds.get('Thread')]).toEqual([
      100_000,
      { 17: 1_695_872, 25: 2_223_048 }[version],
    ])
    expect([...kinds.keys()]).not.toContain('Java Heap')
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

it('has no part in what the JVM maps for itself, and in what nobody shares', () => {
  const maps = `40000000000-40017a00000 rw-s 00000000 00:01 611794                       /memfd:java_heap (deleted)
7f76d4400000-7f76dbeb2000 r--s 00000000 fe:00 315140                     /usr/lib/jvm/java-17-openjdk-amd64/lib/modules
7f76e4a00000-7f76e4b00000 r-xp 00000000 fe:00 325100                     /usr/lib/x86_64-linux-gnu/libc.so.6
7f76e4bd4000-7f76e4bd6000 rw-s 00000000 fe:00 9978510                    /srv/shop/led ger.bin
7f76e4be0000-7f76e4be1000 r--s 00000000 fe:00 9978511                    /srv/shop/old.bin (deleted)
7f76e4c3b000-7f76e4c43000 rw-s 00000000 fe:00 9986130                    /tmp/hsperfdata_root/30045
7f76e4d00000-7f76e4d80000 rw-p 00000000 00:00 0
`
  expect(mappedBytes(maps)).toBe(0x2000 + 0x1000)
})

describe('who started a virtual thread', () => {
  const frame = (name: string) => ({ function: name, file: 'Shop.java', line: 3 })
  const made = (by: string): OldObject => ({
    type: 'java.lang.VirtualThread',
    size: null,
    elements: null,
    allocatedAt: 0,
    stack: [frame('Shop.main'), frame(by), frame('java.lang.Thread.startVirtualThread')],
    chain: [],
    root: null,
  })
  const thread = { id: 7, state: 'virtual thread', stack: [] }

  it('is told where all were made by one call', () => {
    const starters = startersIn(null, [made('Shop.order'), made('Shop.order')])
    expect(starters(thread)?.stack.at(-1)).toEqual(frame('Shop.order'))
    expect(starters({ ...thread, state: 'RUNNABLE' })).toBeUndefined()
  })

  it('is nobody where they were made by several', () => {
    expect(startersIn(null, [made('Shop.order'), made('Shop.pay')])(thread)).toBeUndefined()
    expect(startersIn(null, [])(thread)).toBeUndefined()
  })
})

it('tells who opened files that stay open, by the objects that stand for them', () => {
  const row = (stack: unknown) =>
    Buffer.from(JSON.stringify({ format: 'leakdiff-jvm-files', rows: [{ files: 0.5, stack }] }))
  const stack = [{ function: 'Shop.order', file: 'Shop.java', line: 9 }]
  expect(parse('jvm-1.files.json', row(stack))).toMatchObject([
    { quantity: 'files', exact: false, samples: [{ stack, value: 0.5 }] },
  ])
  expect(() => parse('jvm-1.files.json', row([{}]))).toThrow(FormatError)
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
