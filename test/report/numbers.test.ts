import { describe, expect, it } from 'vitest'
import { contextOf, shortName } from '../../src/report/narrative/context.ts'
import { frequencies } from '../../src/report/narrative/finding/frequency.ts'
import {
  bytes,
  count,
  duration,
  noiseOf,
  percent,
  plusMinus,
  shareOf,
  supported,
} from '../../src/report/narrative/numbers.ts'
import { rises, sparkline } from '../../src/report/render/sparkline.ts'
import { options, resultOf } from './results.ts'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [340_696, '341 kB'],
    [8_192, '8.19 kB'],
    [34_069_600, '34.1 MB'],
    [12.3, '12.3 B'],
    [-1_500, '−1.5 kB'],
    [0.01, '0'],
  ])('%d bytes read %s', (value, text) => expect(bytes(value)).toBe(text))

  it.each([
    [100, '100'],
    [2400, '2,400'],
    [99.93, '99.9'],
    [0.25, '0.25'],
    [-3, '−3'],
    [0.00001, '0'],
  ])('%d reads %s', (value, text) => expect(count(value)).toBe(text))

  it.each([
    [0.42, '0.42 s'],
    [42, '42 s'],
    [182, '3 min'],
    [3_900, '1 h 5 min'],
    [7_200, '2 h'],
  ])('%d seconds read %s', (value, text) => expect(duration(value)).toBe(text))

  it('shows noise only where the digits shown can tell it', () => {
    expect(noiseOf(34.1, 34.05, 34.15)).toBe(0)
    expect(noiseOf(34.1, 33, 35)).toBe(1)
    expect(noiseOf(0, -1, 1)).toBe(1)
  })

  it.each([
    // No digit stands behind the last one of the noise, and two stand always.
    [39_187, 963, '39.2 kB ± 1 kB'],
    [1_233, 1_084, '1.2 kB ± 1.1 kB'],
    [6_904, 2_400, '6.9 kB ± 2 kB'],
    [34_069_600, 204_000, '34.1 MB ± 200 kB'],
    [122.47, 0.058, '122 B'],
    [0, 0.00058, '0'],
    [0, 340, '0 ± 300 B'],
  ])('%d bytes with a noise of %d read %s', (value, noise, text) => {
    const seen = noiseOf(value, value - noise, value + noise)
    expect(`${bytes(supported(value, noise))}${plusMinus(value, seen, bytes)}`).toBe(
      text.replace('± ', '±\u00A0'),
    )
  })

  it.each([
    [10, 2.5, '10 ± 3'],
    [0.25, 0.013, '0.25 ± 0.013'],
    [3, 0, '3'],
    [0, 0.00058, '0'],
  ])('%d tasks with a noise of %d read %s', (value, noise, text) => {
    const told = `${count(supported(value, noise))}${plusMinus(value, noise, count)}`
    expect(told).toBe(text.replace('± ', '±\u00A0'))
  })

  it('makes no digit more certain by dividing', () => {
    expect([shareOf(61_000, 50), shareOf(39_200, 10), shareOf(100, 3), shareOf(34_069_600, 100)]).toEqual([
      1200, 3920, 33, 340_696,
    ])
  })

  it('says less than a percent', () => {
    expect([0, 0.004, 0.98, 1].map(percent)).toEqual([
      '0\u00A0%',
      'under 1\u00A0%',
      '98\u00A0%',
      '100\u00A0%',
    ])
  })
})

describe('growth for each operation', () => {
  const result = resultOf('tendermint-red')
  const [reconnect] = result.workloads
  if (reconnect === undefined) throw new Error('the result has a workload')
  const told = (perRound: number, operations = 100, quantity = 'tasks') =>
    frequencies(contextOf(result, { ...reconnect, operations }, options), [{ quantity, perRound }])

  it.each([
    [100, 100, '1 goroutine per operation'],
    [98, 100, 'about 1 goroutine per operation'],
    [300, 100, '3 goroutines per operation'],
    [250, 100, 'about 2.5 goroutines per operation'],
    [1, 100, '1 goroutine every 100 operations'],
    [0.97, 100, '1 goroutine every about 103 operations'],
    [12, 1, '12 goroutines per round'],
    [1200, 1, '1,200 goroutines per round'],
  ])('%d tasks in a round of %d: %s', (perRound, operations, text) =>
    expect(told(perRound, operations)).toBe(text),
  )

  it('never says how seldom bytes grow', () =>
    expect(told(80, 100, 'heap-bytes')).toBe('0.8 B per operation'))
})

describe('a sparkline', () => {
  it('rises with its series, whatever its length', () => {
    expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8])).toBe('▁▂▃▄▅▆▇█')
    expect(sparkline(Array.from({ length: 240 }, (_, i) => i))).toHaveLength(12)
    expect(sparkline([])).toBe('')
    expect(sparkline([5, 5, 5])).toBe('▁▁▁')
  })

  it('counts the rounds that rose', () => expect(rises([1, 2, 2, 3, 1])).toBe(2))
})

it.each([
  ['github.com/tendermint/tendermint/mempool.(*Reactor).run', 'mempool.(*Reactor).run'],
  ['main.work[go.shape.struct { a/b.T }]', 'main.work[go.shape.struct { a/b.T }]'],
  ['Server.<anonymous>', 'Server.<anonymous>'],
  ['GET /users/:id', 'GET /users/:id'],
  ['a/', 'a/'],
])('%s is short for %s', (name, short) => expect(shortName(name)).toBe(short))
