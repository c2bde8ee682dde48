import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { bencherText } from '../../src/report/trend/exports/bencher.ts'
import { benchmarkActionText } from '../../src/report/trend/exports/github-action-benchmark.ts'
import { trendJson } from '../../src/report/trend/exports/json.ts'
import { openMetricsText } from '../../src/report/trend/exports/openmetrics.ts'
import { renderTrendPage } from '../../src/report/trend/page.ts'
import { renderTrend } from '../../src/report/trend/terminal.ts'
import { sha } from '../history/records.ts'
import { stepped } from './stepped.ts'

const golden = (name: string) => `${import.meta.dirname}/golden/trend.${name}`

describe('a history', () => {
  it('on a terminal names what stepped, where, and what drifted', async () => {
    await expect(renderTrend(stepped())).toMatchFileSnapshot(golden('txt'))
  })

  it('names each total once on its line', () => {
    for (const name of ['timers', 'resident memory'])
      for (const line of renderTrend(stepped()).split('\n')) expect(line.split(name).length).toBeLessThan(3)
  })

  it('as a page', async () => {
    const page = renderTrendPage(stepped(), {
      repository: 'acme/node',
      repositoryUrl: 'https://github.com/acme/node',
      branch: 'main',
      command: 'npx leakdiff history --html trend.html',
      date: '2026-03-10T12:00:00.000Z',
      script: '',
      version: '0.1.0',
    })
    await expect(page).toMatchFileSnapshot(golden('html'))
    expect(page).not.toContain('<script>')
  })

  it('as JSON names steps and drift', () => {
    const told = JSON.parse(trendJson(stepped()))
    expect(told.drift.verdict).toBe('fail')
    expect(told.series[0].steps).toEqual([
      expect.objectContaining({ commit: sha('commit 30'), after: sha('commit 29') }),
    ])
  })
})

describe('exports', () => {
  it('Bencher: as the schema of its reference', async () => {
    const text = bencherText(stepped().series)
    expect(new Ajv().validate(bencherSchema, JSON.parse(text))).toBe(true)
    await expect(text).toMatchFileSnapshot(golden('bencher.json'))
  })

  it('github-action-benchmark: an array that its extractor of custom benchmarks takes', async () => {
    const text = benchmarkActionText(stepped().series)
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
      openMetricsText(stepped().series.map((one) => ({ ...one, points: one.points.slice(-3) }))),
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
