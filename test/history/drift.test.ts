import { describe, expect, it } from 'vitest'
import { parseDrift } from '../../src/configure/values/drift.ts'
import { amongCommits, daysBefore, driftVerdict, judgeDrift } from '../../src/history/drift/judge-drift.ts'
import type { Series } from '../../src/history/series.ts'
import { normals, seriesFrom, sha } from './records.ts'

const since = (series: Series, index: number, share = 0.05) =>
  judgeDrift([series], { share, anchor: amongCommits(new Set([sha(`commit ${index}`)])) })
const climbing = (from: number, by: number, length = 30) => {
  const normal = normals(3)
  return seriesFrom(Array.from({ length }, (_, n) => from + n * by + normal()))
}

describe('many small steps', () => {
  it('that add up beyond the share fail', () => {
    const drifts = since(climbing(400, 2), 2)
    expect(driftVerdict(drifts)).toBe('fail')
    expect(drifts).toMatchObject([
      { verdict: 'beyond', from: expect.closeTo(402, -1), to: expect.closeTo(456, -1) },
    ])
  })

  it('within it pass', () => {
    expect(driftVerdict(since(climbing(400, 0.3), 2))).toBe('pass')
  })

  it('that could be noise pass: it is counted', () => {
    const normal = normals(5)
    const wide = seriesFrom(Array.from({ length: 20 }, (_, n) => 400 + n * 1.5 + 30 * normal()))
    expect(driftVerdict(since(wide, 2))).toBe('pass')
  })

  it('where nothing visible grew then fail once they come to more than one pull request may bring', () => {
    expect(driftVerdict(since(climbing(0, 1), 0))).toBe('pass')
    expect(driftVerdict(since(climbing(0, 2), 0))).toBe('fail')
  })
})

describe('what is not known', () => {
  it('is inconclusive: no record is old enough', () => {
    expect(driftVerdict(since(climbing(400, 2), 99))).toBe('inconclusive')
    expect(driftVerdict([])).toBe('inconclusive')
  })

  it('has records younger than so many days', () => {
    const series = climbing(400, 2, 10)
    const now = new Date(Date.parse(series.points.at(-1)?.committed ?? '') + 3_600_000)
    const verdict = (days: number) =>
      driftVerdict(judgeDrift([series], { share: 0.01, anchor: daysBefore(days, now) }))
    expect([verdict(5), verdict(30)]).toEqual(['fail', 'inconclusive'])
  })
})

it('of a total that never fails is not judged', () => {
  const series = climbing(400, 20)
  const free = { ...series, points: series.points.map((point) => ({ ...point, budget: null })) }
  expect(since(free, 2)).toEqual([])
})

describe('a budget', () => {
  it.each([
    ['5 % since v1.4', 0.05, { kind: 'commit', revision: 'v1.4' }],
    ['2.5% since origin/main', 0.025, { kind: 'commit', revision: 'origin/main' }],
    ['10 % since 90 days', 0.1, { kind: 'days', days: 90 }],
    ['10 % since 1 day', 0.1, { kind: 'days', days: 1 }],
  ])('%s', (text, share, time) => {
    expect(parseDrift(text)).toEqual({ text, share, since: time })
  })

  it.each([
    '5',
    '5 since v1',
    '5 %',
    'since v1',
    '5 % since',
    '5 % since --all',
    '5 % since a b',
    '-5 % since v1',
  ])('is not written as %s', (text) => expect(parseDrift(text)).toBeNull())
})
