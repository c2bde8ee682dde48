// leakdiff as a program that is measured itself: every POST /round reads, compares, judges and reports what
// trials and profiles hold.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Workload } from '../../src/configure/config.ts'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import { compare } from '../../src/diff/compare.ts'
import { judge } from '../../src/judge/judge.ts'
import { thresholdOf } from '../../src/judge/threshold.ts'
import { parseGoroutineText } from '../../src/profile/formats/goroutine-text/parse.ts'
import { parsePprof } from '../../src/profile/formats/pprof/parse.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { buildResult, workloadResult } from '../../src/report/build-result.ts'
import { renderHtml } from '../../src/report/page/page.ts'
import { annotations } from '../../src/report/render/annotations.ts'
import { parseResult, renderJson } from '../../src/report/render/json.ts'
import { renderComment, renderSummary } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import { runtimes } from '../../src/runtimes/index.ts'
import { parseTrial } from '../../src/trial/file.ts'
import { joinShards } from '../../src/trial/shards.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { rising, trialOf } from '../judge/trials.ts'

const fixture = (name: string) => readFileSync(join(process.cwd(), 'test/explain/fixtures', name))
const heaps = ['leaky-1.heap.pb.gz', 'leaky-6.heap.pb.gz'].map(fixture)
const tasks = ['leaky-1.goroutines.txt', 'leaky-6.goroutines.txt'].map(fixture)

/** Trials as another job has left them: a head that leaks one task a round, and a base that does not. */
const commits = { base: 'c'.repeat(40), head: 'b'.repeat(40) }
const trialsOf = (workload: Workload): Buffer[] =>
  (['base', 'head'] as const).flatMap((side) =>
    [1, 2].map((number) => {
      const series = rising(side === 'head' ? 1 : 0, number === 1 ? 8 : 24, 10)
      const stack = ['std:main', 'serve', 'keepAlive']
      const trial: Trial = trialOf(side, number, [
        { quantity: 'tasks', series },
        { quantity: 'tasks', series, stack },
      ])
      const own = { workload: workload.name, workloadHash: workloadHash(workload), sha: commits[side] }
      return gzipSync(JSON.stringify({ schemaVersion: 1, ...trial, ...own }))
    }),
  )

async function oneReport(workload: Workload, files: readonly Buffer[]): Promise<number> {
  const trials = await Promise.all(files.map((bytes, i) => parseTrial(bytes, `trial ${i}`)))
  const joined = joinShards(trials, { name: workload.name, hash: workloadHash(workload), trials: 2 })
  const ofSide = (side: Trial['side']) => joined.trials.filter((trial) => trial.side === side)
  const judgement = judge({
    comparison: compare(ofSide('base'), ofSide('head')),
    threshold: thresholdOf(workload.budgets, runtimes.go.floors),
    taskStack: runtimes.go.taskStack,
    trials: 2,
    warmup: 2,
  })
  const part = workloadResult({
    workload,
    runtime: runtimes.go,
    judgement,
    reasons: joined.problems,
    notes: [],
    trials: joined.trials,
    changed: () => false,
    spans: {},
  })
  const [base, head] = [
    { sha: commits.base, how: 'given' } as const,
    { sha: commits.head, how: 'given' } as const,
  ]
  const built = buildResult({ version: '0', head, base, reasons: [], workloads: [part], seconds: 1 })
  const result = parseResult(renderJson(built))
  const options = {}
  const forms = [renderComment, renderSummary, renderHtml, renderTerminal].map((render) =>
    render(result, options),
  )
  if (result.verdict !== 'fail') throw new Error(`the planted leak is ${result.verdict}`)
  return forms.join('').length + annotations(result, options).length
}

async function readProfiles(): Promise<void> {
  for (const bytes of heaps) parsePprof(bytes)
  for (const bytes of tasks) parseGoroutineText(bytes)
  const moments = (files: readonly Buffer[]) => files.map((bytes) => [sourceOf('profile', bytes)])
  for (const by of ['function', 'line', 'stack'] as const)
    await diffProfiles({ moments: moments(heaps), quantity: 'heap-bytes', by })
}

const config = await loadConfig({
  root: process.cwd(),
  inputs: {},
  configText: 'workloads: { shop: { start: a, round: b } }',
  defaultName: 'shop',
})
const [shop] = config.workloads
if (shop === undefined) throw new Error('no workload')
const files = trialsOf(shop)

const server = createServer(async (_, response) => {
  await readProfiles()
  const size = await oneReport(shop, files)
  response.end(`${size} characters\n`)
})
server.listen(Number(process.env.PORT), '127.0.0.1')
