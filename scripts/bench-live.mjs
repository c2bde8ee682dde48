// The smallest leaks, and none, in real programs under garbage, at default settings. Writes docs/live.md.
//   node scripts/bench-live.mjs [--runs 20] [--jobs 2] [--results FILE] [--table] [--again] [--runtime NAME]
// --results: JSON lines, added to; what they hold is not run again. --table:
// writes the tables of what they hold, and runs nothing. --again: writes one section of the page,
// with few runs. --runtime: runs those of one runtime, and leaves the rows of the others as they stand.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled } from './from-source.mjs'
import { appendLine, inParallel, readLines } from './json-lines.mjs'
import { again, againHeading, livePage, redHeading, sectionOf, withRowsOf } from './live-page.mjs'
import { formsOf, leaks, liveScenario, small } from './live-scenarios.mjs'
import { commitOf, compareSides, namesCulprit, root } from './scenario.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '2' },
    results: { type: 'string', default: join(tmpdir(), `leakdiff-live-${process.pid}.jsonl`) },
    table: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    runtime: { type: 'string' },
  },
})
const churns = [0, 10, 200]
const done = new Set(readLines(values.results).map(keyOf))
if (!values.table) await inParallel(everyRun(), Number(values.jobs), measure)
const { growthOf, runtimes } = await bundled(`
  export { growthOf } from './src/diff/growth.ts'
  export { runtimes } from './src/runtimes/index.ts'
`)
const rows = readLines(values.results)
const path = join(root, 'docs/live.md')
const page = readFileSync(path, 'utf8')
writeFileSync(path, values.again ? withAgain() : written())
const wrong = rows.filter((row) => row.verdict !== (row.leak === 'none' ? 'pass' : 'fail')).length
console.log(`bench:live: ${rows.length} runs, ${wrong} not as expected`)

function written() {
  const whole = livePage(rows, { leaks, small, formsOf, churns, runtimes, growthOf, page })
  return values.runtime === undefined ? whole : withRowsOf(values.runtime, page, whole)
}

/** The page as it stands, with the section of these rows. */
function withAgain() {
  const section = again(rows, { leaks, small, commit: commitOf(root) })
  return page.includes(againHeading)
    ? page.replace(sectionOf(page, againHeading), () => section)
    : page.replace(redHeading, () => `${section}\n\n${redHeading}`)
}

/** Cell by cell within a repetition, so that a run that is cut short leaves as many in every cell. */
function everyRun() {
  const cells = Object.keys(leaks).flatMap((runtime) =>
    churns.flatMap((churn) => ['none', 'task', 'heap'].map((leak) => ({ runtime, churn, leak }))),
  )
  const few = Object.keys(leaks).flatMap((runtime) =>
    formsOf(runtime).flatMap((form) =>
      ['none', 'small'].map((leak) => ({ runtime, churn: 0, leak, form, operations: small.operations })),
    ),
  )
  const repetitions = Array.from({ length: Number(values.runs) }, (_, i) => i + 1)
  const all = repetitions.flatMap((repetition) => [...cells, ...few].map((cell) => ({ ...cell, repetition })))
  const isWanted = ({ runtime }) => values.runtime === undefined || runtime === values.runtime
  return all.filter((run) => isWanted(run) && !done.has(keyOf(run)))
}

async function measure(run) {
  const scenario = liveScenario(run)
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

function keyOf({ runtime, churn, leak, repetition, form = 'server', operations = 1 }) {
  const small = form === 'server' && operations === 1 ? '' : `, ${form} of ${operations}`
  return `${runtime}, ${churn} MB, ${leak}, ${repetition}${small}`
}
