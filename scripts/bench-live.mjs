// The smallest leaks, and none, in real programs under garbage, at default settings. Writes docs/live.md.
//   node scripts/bench-live.mjs [--runs 20] [--jobs 2] [--results FILE] [--table]
// --results: JSON lines, added to; what they hold is not run again. --table:
// writes the tables of what they hold, and runs nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled } from './from-source.mjs'
import { appendLine, inParallel, readLines } from './json-lines.mjs'
import { livePage } from './live-page.mjs'
import { compareSides, namesCulprit, root } from './scenario.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '2' },
    results: { type: 'string', default: join(tmpdir(), `leakdiff-live-${process.pid}.jsonl`) },
    table: { type: 'boolean', default: false },
  },
})
const churns = [0, 10, 200]
/** One task a round, and three times the smallest visible growth of the heap. */
const leaks = {
  go: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 8192 } },
  node: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 16_000 } },
}
/** What the table of small workloads holds: 100 bytes an operation at 20 operations a round. */
const small = { tasks: 0, bytes: 100, operations: 20 }
const forms = ['server', 'test']
const none = { tasks: 0, bytes: 0 }
const commands = {
  go: { setup: 'go build -o live .', start: './live' },
  node: { setup: 'node --version', start: 'node main.mjs' },
}
const tests = { go: { test: 'go test ./...' }, node: { test: 'node --test' } }
const done = new Set(readLines(values.results).map(keyOf))
if (!values.table) await inParallel(everyRun(), Number(values.jobs), measure)
const { growthOf, runtimes } = await bundled(`
  export { growthOf } from './src/diff/growth.ts'
  export { runtimes } from './src/runtimes/index.ts'
`)
const rows = readLines(values.results)
writeFileSync(join(root, 'docs/live.md'), livePage(rows, { leaks, small, forms, churns, runtimes, growthOf }))
const wrong = rows.filter((row) => row.verdict !== (row.leak === 'none' ? 'pass' : 'fail')).length
console.log(`bench:live: ${rows.length} runs, ${wrong} not as expected`)

/** Cell by cell within a repetition, so that a run that is cut short leaves as many in every cell. */
function everyRun() {
  const cells = Object.keys(leaks).flatMap((runtime) =>
    churns.flatMap((churn) => ['none', 'task', 'heap'].map((leak) => ({ runtime, churn, leak }))),
  )
  const few = Object.keys(leaks).flatMap((runtime) =>
    forms.flatMap((form) =>
      ['none', 'small'].map((leak) => ({ runtime, churn: 0, leak, form, operations: small.operations })),
    ),
  )
  const repetitions = Array.from({ length: Number(values.runs) }, (_, i) => i + 1)
  const all = repetitions.flatMap((repetition) => [...cells, ...few].map((cell) => ({ ...cell, repetition })))
  return all.filter((run) => !done.has(keyOf(run)))
}

async function measure(run) {
  const { runtime, churn, leak, form = 'server', operations = 1 } = run
  const clean = filesOf(runtime, churn, none, form)
  const leaking = leak === 'small' ? small : leaks[runtime][leak]
  const scenario = {
    name: `${runtime}-${leak}-${churn}`,
    runtime,
    ...(form === 'test' ? tests[runtime] : { ...commands[runtime], ...drivenBy(operations) }),
    operations,
    sides: { clean, head: leak === 'none' ? clean : filesOf(runtime, churn, leaking, form) },
    culprits: ['main.waitForEver', 'main.keepBytes', 'pollForEver', 'keepBytes'],
  }
  const row = { ...run, ...seen(scenario, await compareSides(scenario, 'clean', 'head')) }
  appendLine(values.results, row)
  process.stderr.write(`${keyOf(row)}: ${row.verdict}, ${row.seconds} s\n`)
}

/** A round of so many requests, by one process of curl. */
function drivenBy(operations) {
  const url = `http://127.0.0.1:$PORT/work${operations > 1 ? `?[1-${operations}]` : ''}`
  return {
    ready: '127.0.0.1:$PORT',
    round: `curl -sS --fail-with-body -o /dev/null -X POST "${url}"`,
  }
}

function seen(scenario, { result, status, seconds }) {
  const workload = result?.workloads[0]
  return {
    verdict: result?.verdict ?? `exit status ${status}`,
    first: result !== null && namesCulprit(scenario, result),
    function: workload?.findings[0]?.function ?? null,
    trials: workload?.trials.head ?? 0,
    seconds: Math.round(seconds * 10) / 10,
    totals: (workload?.totals ?? [])
      .filter(({ budget }) => budget !== null)
      .map(({ quantity, role, excess, smallestVisible, base, head, repeat = 1 }) => ({
        quantity,
        repeat,
        role,
        excess,
        smallestVisible,
        base: base?.series ?? [],
        head: head.series,
      })),
  }
}

function filesOf(runtime, churn, { tasks, bytes }, form = 'server') {
  const text = (path) => readFileSync(join(root, 'test', path))
  const numbers = { churn, keptTasks: tasks, keptBytes: bytes }
  const lines = Object.entries(numbers).map(([name, value]) => `const ${name} = ${value}\n`)
  if (form === 'test' && runtime === 'node')
    return [
      { path: 'work.test.mjs', text: text('live/node-test/work.test.mjs') },
      { path: 'settings.mjs', text: lines.map((line) => `export ${line}`).join('') },
      { path: 'package.json', text: '{ "private": true, "type": "module" }\n' },
    ]
  if (form === 'test')
    return [
      { path: 'work_test.go', text: text('live/go-test/work_test.go') },
      { path: 'settings_test.go', text: `package live\n\n${lines.join('')}` },
      { path: 'go.mod', text: 'module example.com/live\n\ngo 1.22\n' },
    ]
  if (runtime === 'node')
    return [
      { path: 'main.mjs', text: text('live/node/main.mjs') },
      { path: 'harness.mjs', text: text('traps/harness.mjs') },
      { path: 'settings.mjs', text: lines.map((line) => `export ${line}`).join('') },
    ]
  return [
    { path: 'main.go', text: text('live/go/main.go') },
    { path: 'harness.go', text: text('traps/harness.go') },
    { path: 'settings.go', text: `package main\n\n${lines.join('')}` },
    { path: 'go.mod', text: 'module example.com/live\n\ngo 1.22\n' },
  ]
}

function keyOf({ runtime, churn, leak, repetition, form = 'server', operations = 1 }) {
  const small = form === 'server' && operations === 1 ? '' : `, ${form} of ${operations}`
  return `${runtime}, ${churn} MB, ${leak}, ${repetition}${small}`
}
