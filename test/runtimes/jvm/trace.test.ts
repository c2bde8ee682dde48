import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { diskFull } from '../../../src/errors.ts'
import { objectGraph } from '../../../src/runtimes/jvm/retainers.ts'
import { createHistory } from '../../../src/runtimes/jvm/trace/history.ts'
import { assertWritten, createHolders } from '../../../src/runtimes/jvm/trace/holders.ts'
import { heapRows } from '../../../src/runtimes/jvm/trace/rows.ts'

const histogram = (bytes: number) => ({
  bytes,
  objects: bytes / 100,
  classes: [{ name: 'byte[]', bytes, objects: bytes / 100 }],
})

/** Bytes by the round since which they stay. */
function births(series: readonly number[]): readonly (readonly [number, number])[] {
  const history = createHistory()
  for (const [index, bytes] of series.entries()) history.add(index + 1, histogram(bytes))
  return heapRows(histogram(series.at(-1) ?? 0), history, []).map(({ born, bytes }) => [born, bytes] as const)
}

it.each([
  [
    'what grows by as much in every round',
    [1000, 2000, 3000],
    [
      [0, 1000],
      [2, 1000],
      [3, 1000],
    ],
  ],
  ['what was there before and stays', [1000, 1000, 1000], [[0, 1000]]],
  [
    'what falls again later does not stay',
    [1000, 5000, 2000],
    [
      [0, 1000],
      [3, 0],
    ]
      .slice(0, 1)
      .concat([[2, 1000]]),
  ],
  ['what is less than it was', [3000, 2000, 1000], [[0, 1000]]],
])('%s is told by rounds', (_, series, expected) => {
  expect(births(series)).toEqual(expected)
})

it('reckons from the mark where a measured program is driven on', () => {
  const history = createHistory()
  for (const [round, bytes] of [
    [1, 1000],
    [2, 2000],
    [3, 3000],
    [1, 3000],
    [3, 4000],
  ] as const)
    history.add(round, histogram(bytes))
  expect(history.first()).toMatchObject([{ bytes: 3000 }])
  expect(history.births('byte[]')).toEqual([{ born: 3, share: 1 }])
})

it('asks nobody who holds what in a heap of many gigabytes, and says why', async () => {
  const nobody = { pid: 0, socket: '/nowhere' }
  const large = { bytes: 3e9, objects: 1, classes: [] }
  const holders = createHolders(nobody)
  expect(await holders.read('mark', large, '/nowhere')).toBeNull()
  const path = join(mkdtempSync(join(tmpdir(), 'holders-')), 'jvm-1.holders.json')
  const rows = await holders.read('write', large, '/nowhere')
  writeFileSync(path, JSON.stringify({ format: 'leakdiff-jvm-holders', rows }))
  await expect(objectGraph.retainers(path)).rejects.toThrow(/^the JVM has \d+ MB of live objects, more than/)
  rmSync(dirname(path), { recursive: true })
})

it('a heap dump that finds no room is told as a full disk', () => {
  const said = (why: string) => () => assertWritten(`Dumping heap to /tmp/jvm-7.hprof ...\n${why}\n`)
  expect(said('Heap dump file created [2081 bytes in 0.1 secs]')).not.toThrow()
  expect(said('Unable to create /tmp/jvm-7.hprof: Permission denied')).toThrow(
    'The JVM could not write who holds what: Permission denied.',
  )
  const full = said('Dump file is incomplete: No space left on device')
  expect(full).toThrow(expect.toSatisfy((error) => diskFull(error)?.code === 'disk-full'))
})
