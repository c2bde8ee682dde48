import { expect, it } from 'vitest'
import { createHistory } from '../../../src/runtimes/jvm/trace/history.ts'
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
