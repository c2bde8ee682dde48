import { expect, it } from 'vitest'
import type { Workload } from '../../src/configure/config.ts'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { buildResult, workloadResult } from '../../src/report/build-result.ts'
import { parseResult, renderJson } from '../../src/report/render/json.ts'
import { go } from '../../src/runtimes/go/index.ts'
import { budgets, type Row, rising, trialOf } from '../judge/trials.ts'

const workload = { name: 'reconnect', operations: 10, budgets } as Workload
const stack = ['std:net.serve', 'main.watch', 'dep:lib.Wait', 'std:runtime.park']
const rows = (step: number, rounds: number): Row[] => [
  { quantity: 'tasks', series: rising(step, rounds) },
  { quantity: 'tasks', series: rising(step, rounds), stack },
  { quantity: 'rss-bytes', series: rising(step, rounds) },
]

function resultOf(step: number) {
  const base = [trialOf('base', 1, rows(0, 8)), trialOf('base', 2, rows(0, 24))]
  const head = [trialOf('head', 1, rows(step, 8)), trialOf('head', 2, rows(step, 24))]
  const threshold = thresholdOf(budgets, { tasks: 0.5 })
  const judgement = judge({
    comparison: compare(base, head),
    threshold,
    taskStack: 'running',
    trials: 3,
    warmup: 2,
  })
  const trials = [...base, ...head]
  const changed = (frame: { function: string }) => frame.function === 'main.watch'
  const parts = {
    workload,
    runtime: go,
    judgement,
    reasons: [],
    notes: [],
    trials,
    changed,
    spans: { measure: 2 },
  }
  const commit = { sha: 'a'.repeat(40), how: 'given' } as const
  const workloads = [workloadResult(parts)]
  return buildResult({ version: '1', head: commit, base: null, reasons: [], workloads, seconds: 3 })
}

it('is valid, and tells the growth per operation, the place and the changed line', () => {
  const result = parseResult(renderJson(resultOf(20)))
  expect(result).toMatchObject({ verdict: 'fail', spent: { seconds: 3, spans: { measure: 2 } } })
  expect(result.workloads[0]?.findings).toMatchObject([
    {
      function: 'main.watch',
      excess: 20,
      perOperation: 2,
      changedLines: [{ file: 'main.watch.go', line: 1 }],
    },
  ])
})

it('shows the budget that the user wrote, not the floor below which nothing is seen', () => {
  expect(resultOf(0).workloads[0]?.totals).toMatchObject([
    { quantity: 'tasks', budget: 0, smallestVisible: 0.5 },
    { quantity: 'rss-bytes', budget: null },
  ])
})

it('keeps the identity of a finding from run to run', () => {
  const id = (step: number) => resultOf(step).workloads[0]?.findings[0]?.id
  expect(id(20)).toMatch(/^[0-9a-f]{12}$/)
  expect(id(30)).toBe(id(20))
})

it('makes nothing measured inconclusive', () => {
  const head = { sha: 'a'.repeat(40), how: 'given' } as const
  expect(
    buildResult({ version: '1', head, base: null, reasons: [], workloads: [], seconds: 0 }).verdict,
  ).toBe('inconclusive')
})
