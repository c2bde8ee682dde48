import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { rising, trialOf } from '../judge/trials.ts'

const repeating = (trial: Trial, repeat: number): Trial => ({
  ...trial,
  roles: trial.roles.map((role) => ({ ...role, repeat })),
})

test('growth is that of one of the workload’s rounds, however many a measured one was', () => {
  const rows = (perRound: number) => [
    { quantity: 'heap-bytes' as const, series: rising(perRound, 8, 1000), idled: 1000 + 7 * perRound },
    { quantity: 'heap-bytes' as const, series: rising(perRound, 8, 50), stack: ['keep'] },
  ]
  const base = trialOf('base', 1, rows(100))
  const head = repeating(trialOf('head', 1, rows(1600)), 16)
  const { sites, totals } = compare([base], [head])
  const [total, site] = [totals[0], sites[0]]
  expect(total?.head[0]?.series).toEqual(total?.base[0]?.series)
  expect(total?.head[0]?.growth).toEqual(total?.base[0]?.growth)
  expect(site?.head[0]?.growth.plain).toBe(100)
  expect([total?.base[0]?.repeat, total?.head[0]?.repeat]).toEqual([undefined, 16])
})

test('what the drain left and what an idle phase added are divided alike', () => {
  const row = { quantity: 'tasks' as const, series: rising(10, 8), drained: 35, idled: 100 }
  const trial = (repeat: number) => repeating(trialOf('head', 2, [row]), repeat)
  const growthOf = (repeat: number) => compare([], [trial(repeat)]).totals[0]?.head[0]
  const [once, five] = [growthOf(1), growthOf(5)]
  expect([once?.left, five?.left]).toEqual([35, 7])
  expect(five?.idle?.perRound).toBeCloseTo((once?.idle?.perRound ?? 0) / 5)
  expect(five?.idle?.perSecond).toBe(once?.idle?.perSecond)
})

test('objects that were counted in some trials alone are not judged; what has none at all is', () => {
  const counted = [{ quantity: 'heap-objects' as const, series: rising(10, 8) }]
  const bytes = [{ quantity: 'heap-bytes' as const, series: rising(10, 8) }]
  const seen = (base: Trial[]) =>
    compare(base, [trialOf('head', 1, [...counted, ...bytes])]).totals.map(({ quantity }) => quantity)
  expect(seen([trialOf('base', 1, bytes)])).toEqual(['heap-bytes'])
  expect(seen([trialOf('base', 1, [...counted, ...bytes])])).toEqual(['heap-objects', 'heap-bytes'])
  expect(seen([])).toEqual(['heap-objects', 'heap-bytes'])
})
