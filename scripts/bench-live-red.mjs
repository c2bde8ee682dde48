// Seconds until a leak is red, by this checkout and by an earlier one, in turns on the same repositories.
// Writes a section of docs/live.md.
//   node scripts/bench-live-red.mjs --before DIR [--runs 3] [--results FILE] [--table] [NAME...]
// DIR: a checkout of an earlier commit, with its dist/. NAME: go-task-0 and so on, tendermint;
// all when left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { appendLine, markdownTable, median, readLines } from './json-lines.mjs'
import { redHeading, sectionOf } from './live-page.mjs'
import { liveScenario } from './live-scenarios.mjs'
import { compareInTurn, namesCulprit, root, tendermint } from './scenario.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string', default: '' },
    runs: { type: 'string', default: '3' },
    results: { type: 'string', default: join(tmpdir(), `leakdiff-red-${process.pid}.jsonl`) },
    table: { type: 'boolean', default: false },
  },
})
const live = ['go', 'node'].flatMap((runtime) =>
  ['task', 'heap'].flatMap((leak) => [0, 10, 200].map((churn) => `${runtime}-${leak}-${churn}`)),
)
const names = positionals.length > 0 ? positionals : [...live, 'tendermint']
if (!values.table)
  for (let run = 1; run <= Number(values.runs); run++) for (const name of names) await measure(name, run)
write(readLines(values.results))

async function measure(name, run) {
  const [scenario, base, head] = scenarioOf(name)
  const checkouts = [root, resolve(values.before)]
  const inTurn = run % 2 === 0 ? checkouts : checkouts.toReversed()
  const outcomes = await compareInTurn(scenario, base, head, inTurn)
  const [after, before] = run % 2 === 0 ? outcomes : outcomes.toReversed()
  const seen = ({ result, seconds }) => ({
    seconds,
    red: result?.verdict === 'fail',
    named: result !== null && namesCulprit(scenario, result),
  })
  const row = { name, run, before: seen(before), after: seen(after) }
  appendLine(values.results, row)
  process.stderr.write(`${name}: ${row.before.seconds} s before, ${row.after.seconds} s after\n`)
}

function scenarioOf(name) {
  if (name === 'tendermint') return [tendermint(), 'fixed', 'leaky']
  const [runtime, leak, churn] = name.split('-')
  return [liveScenario({ runtime, leak, churn: Number(churn) }), 'clean', 'head']
}

function write(rows) {
  const path = join(root, 'docs/live.md')
  const page = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    page.replace(sectionOf(page, redHeading), () => section(rows)),
  )
}

function section(rows) {
  const lines = [...live, 'tendermint'].flatMap((name) => {
    const of = rows.filter((row) => row.name === name)
    if (of.length === 0) return []
    const red = of.filter(({ after }) => after.red && after.named).length
    const ratios = of.map(({ after, before }) => after.seconds / before.seconds)
    const seconds = ['before', 'after'].map((when) => round(median(of.map((row) => row[when].seconds))))
    return [[name, of.length, `${red} of ${of.length}`, ...seconds, round(median(ratios))]]
  })
  return [
    redHeading,
    '',
    'Written by `node scripts/bench-live-red.mjs`: seconds of the whole run, set-up and builds included, by an earlier commit and by',
    'this one, in turns on one repository. The machine was shared, and waits for its cores are in both: what counts is the share, the median of',
    'those of single pairs.',
    '',
    markdownTable(['program', 'pairs', 'red, named first', 'before', 'after', 'after / before'], lines),
  ].join('\n')
}

function round(value) {
  return value === null ? '' : Number(value.toPrecision(value >= 10 ? 3 : 2))
}
