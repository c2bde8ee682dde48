import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { amongCommits, driftVerdict, judgeDrift } from '../../src/history/drift/judge-drift.ts'
import type { HistoryRecord } from '../../src/history/record.ts'
import { seriesOf } from '../../src/history/series.ts'
import { bencherText } from '../../src/report/trend/exports/bencher.ts'
import { benchmarkActionText } from '../../src/report/trend/exports/github-action-benchmark.ts'
import { trendJson } from '../../src/report/trend/exports/json.ts'
import { openMetricsText } from '../../src/report/trend/exports/openmetrics.ts'
import { renderTrendPage } from '../../src/report/trend/page.ts'
import { renderTrend } from '../../src/report/trend/terminal.ts'
import type { Trend } from '../../src/report/trend/trend.ts'
import { normals, recordAt, sha } from '../history/records.ts'

const hostile = 'node <script>alert(1)</script> "x" \\'

/** Sixty commits: live heap steps at the 30th, timers never move, resident memory only wanders. */
function records(): readonly HistoryRecord[] {
  const normal = normals(11)
  return Array.from({ length: 60 }, (_, n) => {
    const role = 'node src/server.js'
    const heap = (n < 30 ? 96 : 310) + 6 * normal()
    const total = (
      quantity: 'heap-bytes' | 'tasks' | 'rss-bytes',
      growth: number,
      noise: number,
      budget: number | null,
    ) =>
      ({
        role,
        quantity,
        growth,
        low: growth - noise,
        high: growth + noise,
        smallestVisible: quantity === 'tasks' ? 0.005 : 41,
        floor: quantity === 'tasks' ? 0.005 : 41,
        budget,
      }) as const
    const versions = { leakdiff: '0.1.0', toolchain: n < 45 ? 'v22.9.0' : 'v24.1.0' }
    return recordAt(n, 0, {
      versions,
      totals: [
        total('heap-bytes', heap, 9, 41),
        total('tasks', 0, 0, 0),
        total('rss-bytes', 900 + 300 * normal(), 700, null),
        { ...total('heap-bytes', 12 + normal(), 4, 41), role: hostile },
      ],
    })
  })
}

function trend(): Trend {
  const series = seriesOf(new Map([['orders', records()]]))
  const drifts = judgeDrift(series, { share: 0.05, anchor: amongCommits(new Set([sha('commit 8')])) })
  const drift = { budget: '5 % since v1.4', verdict: driftVerdict(drifts), drifts }
  return { series, drift, tasks: () => ({ one: 'timer', many: 'timers', stack: 'creation' }) }
}

const golden = (name: string) => `${import.meta.dirname}/golden/trend.${name}`

describe('a history', () => {
  it('on a terminal names what stepped, where, and what drifted', async () => {
    await expect(renderTrend(trend())).toMatchFileSnapshot(golden('txt'))
  })

  it('as a page', async () => {
    const page = renderTrendPage(trend(), { date: '2026-03-10T12:00:00.000Z', script: '', version: '0.1.0' })
    await expect(page).toMatchFileSnapshot(golden('html'))
    expect(page).not.toContain('<script>')
  })

  it('as JSON names steps and drift', () => {
    const told = JSON.parse(trendJson(trend()))
    expect(told.drift.verdict).toBe('fail')
    expect(told.series[0].steps).toEqual([
      expect.objectContaining({ commit: sha('commit 30'), after: sha('commit 29') }),
    ])
  })
})

describe('exports', () => {
  it('Bencher: as the schema of its reference', async () => {
    const text = bencherText(trend().series)
    expect(new Ajv().validate(bencherSchema, JSON.parse(text))).toBe(true)
    await expect(text).toMatchFileSnapshot(golden('bencher.json'))
  })

  it('github-action-benchmark: an array that its extractor of custom benchmarks takes', async () => {
    const text = benchmarkActionText(trend().series)
    for (const entry of JSON.parse(text)) {
      expect(entry).toEqual({
        ...{ name: expect.any(String), unit: expect.any(String), value: expect.any(Number) },
        ...{ range: expect.any(String), extra: expect.any(String) },
      })
    }
    await expect(text).toMatchFileSnapshot(golden('github-action-benchmark.json'))
  })

  it('OpenMetrics: with units, escapes, times that rise, and an end', async () => {
    await expect(
      openMetricsText(trend().series.map((one) => ({ ...one, points: one.points.slice(-3) }))),
    ).toMatchFileSnapshot(golden('openmetrics.txt'))
  })
})

/** https://bencher.dev/docs/reference/bencher-metric-format: what its page gives as schema. */
const metric = {
  type: 'object',
  properties: { value: { type: 'number' }, lower_value: { type: 'number' }, upper_value: { type: 'number' } },
  required: ['value'],
}
const bencherSchema = {
  type: 'object',
  patternProperties: { '.+': { type: 'object', patternProperties: { '.+': metric } } },
}
