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
const none = { tasks: 0, bytes: 0 }
const commands = {
  go: { setup: 'go build -o live .', start: './live' },
  node: { setup: 'node --version', start: 'node main.mjs' },
}
const done = new Set(readLines(values.results).map(keyOf))
if (!values.table) await inParallel(everyRun(), Number(values.jobs), measure)
const { growthOf, runtimes } = await bundled(`
  export { growthOf } from './src/diff/growth.ts'
  export { runtimes } from './src/runtimes/index.ts'
`)
const rows = readLines(values.results)
writeFileSync(join(root, 'docs/live.md'), livePage(rows, { leaks, churns, runtimes, growthOf }))
const wrong = rows.filter((row) => row.verdict !== (row.leak === 'none' ? 'pass' : 'fail')).length
console.log(`bench:live: ${rows.length} runs, ${wrong} not as expected`)

/** Cell by cell within a repetition, so that a run that is cut short leaves as many in every cell. */
function everyRun() {
  const cells = Object.keys(leaks).flatMap((runtime) =>
    churns.flatMap((churn) => ['none', 'task', 'heap'].map((leak) => ({ runtime, churn, leak }))),
  )
  const repetitions = Array.from({ length: Number(values.runs) }, (_, i) => i + 1)
  const all = repetitions.flatMap((repetition) => cells.map((cell) => ({ ...cell, repetition })))
  return all.filter((run) => !done.has(keyOf(run)))
}

async function measure(run) {
  const { runtime, churn, leak } = run
  const clean = filesOf(runtime, churn, none)
  const scenario = {
    name: `${runtime}-${leak}-${churn}`,
    runtime,
    ...commands[runtime],
    ready: '127.0.0.1:$PORT',
    round: 'curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/work"',
    operations: 1,
    sides: { clean, head: leak === 'none' ? clean : filesOf(runtime, churn, leaks[runtime][leak]) },
    culprits: ['main.waitForEver', 'main.keepBytes', 'pollForEver', 'keepBytes'],
  }
  const row = { ...run, ...seen(scenario, await compareSides(scenario, 'clean', 'head')) }
  appendLine(values.results, row)
  process.stderr.write(`${keyOf(row)}: ${row.verdict}, ${row.seconds} s\n`)
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
      .map(({ quantity, role, excess, smallestVisible, base, head }) => ({
        quantity,
        role,
        excess,
        smallestVisible,
        base: base?.series ?? [],
        head: head.series,
      })),
  }
}

function filesOf(runtime, churn, { tasks, bytes }) {
  const text = (path) => readFileSync(join(root, 'test', path))
  const numbers = { churn, keptTasks: tasks, keptBytes: bytes }
  const lines = Object.entries(numbers).map(([name, value]) => `const ${name} = ${value}\n`)
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

function keyOf({ runtime, churn, leak, repetition }) {
  return `${runtime}, ${churn} MB, ${leak}, ${repetition}`
}
