import { expect, it } from 'vitest'
import { withRecords } from '../../src/history/merge.ts'
import { limits, linesOf, parseRecords } from '../../src/history/record.ts'
import { seriesOf } from '../../src/history/series.ts'
import { hash, recordAt, sha } from './records.ts'

const added = (records: ReturnType<typeof recordAt>[]) =>
  withRecords(
    new Map(),
    records.map((record) => ({ workload: 'http', record })),
  ).get('http') ?? []

it('records stand in the order of their commits', () => {
  expect(added([recordAt(2, 1), recordAt(0, 1), recordAt(1, 1)]).map(({ commit }) => commit)).toEqual(
    [0, 1, 2].map((n) => sha(`commit ${n}`)),
  )
})

it('a commit that is measured again has its newest record, one a leg', () => {
  const records = added([recordAt(0, 1), recordAt(0, 2), recordAt(0, 3, { leg: 'node 20' })])
  expect(records.map(({ leg, totals }) => [leg, totals[0]?.growth])).toEqual([
    [null, 2],
    ['node 20', 3],
  ])
})

it('what is known of base stands for a commit only until that is measured itself', () => {
  const base = { workload: 'http', record: recordAt(0, 5), ifMissing: true }
  const alone = withRecords(new Map(), [base])
  expect(alone.get('http')).toEqual([base.record])
  const own = { workload: 'http', record: recordAt(0, 1) }
  expect(withRecords(alone, [own]).get('http')).toEqual([own.record])
  expect(withRecords(withRecords(new Map(), [own]), [base]).get('http')).toEqual([own.record])
})

it('of old records the last of each week is kept, and never more than the limit', () => {
  const year = added(Array.from({ length: 365 }, (_, n) => recordAt(n, n)))
  expect(year.length).toBeGreaterThanOrEqual(200 + 165 / 7)
  expect(year.length).toBeLessThanOrEqual(200 + 165 / 7 + 2)
  expect(year.at(-1)?.commit).toBe(sha('commit 364'))
  const decades = added(Array.from({ length: 9000 }, (_, n) => recordAt(n, n)))
  expect(decades).toHaveLength(limits.records)
  expect(linesOf(decades).length).toBeLessThan(limits.file)
  expect(parseRecords(linesOf(decades), 'here')).toEqual(decades)
})

it('a changed workload begins a new series, in its own leg alone', () => {
  const legs = ['node 20', 'node 24'].flatMap((leg) => [0, 1, 2].map((n) => recordAt(n, n, { leg })))
  const changed = recordAt(3, 3, { leg: 'node 24', workloadHash: hash('another') })
  const series = seriesOf(new Map([['http', added([...legs, changed])]]))
  expect(series.map(({ leg, points }) => [leg, points.length])).toEqual([
    ['node 20', 3],
    ['node 24', 1],
  ])
})
