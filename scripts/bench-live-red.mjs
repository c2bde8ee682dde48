// Seconds until a leak is red, by this checkout and by earlier ones, in turns on the same repository.
// Writes a section of docs/live.md.
//   node scripts/bench-live-red.mjs --before DIR [--before DIR] [--runs 3] [--results FILE] [--table]
// [NAME...] DIR: a checkout of an earlier commit, with its dist/. NAME: go-task-0 and so on, tendermint;
// all when left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { appendLine, markdownTable, median, readLines } from './json-lines.mjs'
import { redHeading, sectionOf } from './live-page.mjs'
import { liveScenario } from './live-scenarios.mjs'
import { commitOf, compareInTurn, namesCulprit, root, tendermint } from './scenario.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string', multiple: true, default: [] },
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

/** `before` is in the order in which the commits are given. */
async function measure(name, run) {
  const [scenario, base, head] = scenarioOf(name)
  const checkouts = [...values.before.map((directory) => resolve(directory)), root]
  const inTurn = run % 2 === 0 ? checkouts.toReversed() : checkouts
  const outcomes = await compareInTurn(scenario, base, head, inTurn)
  const [after, ...before] = (run % 2 === 0 ? outcomes : outcomes.toReversed()).map(seen)
  const row = { name, run, after, before: before.toReversed(), commits: values.before.map(commitOf) }
  appendLine(values.results, row)
  const told = [...row.before, after].map(
    ({ cpu, seconds, waited }) => `${round(seconds)} s (${round(cpu)} of CPU, ${round(waited)} waited)`,
  )
  process.stderr.write(`${name}: ${told.join(', ')}\n`)

  function seen({ cpu, result, seconds, waited }) {
    return {
      seconds,
      cpu,
      waited,
      own: cpu + waited,
      red: result?.verdict === 'fail',
      named: result !== null && namesCulprit(scenario, result),
    }
  }
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
  const commits = rows[0]?.commits ?? []
  const lines = [...live, 'tendermint'].flatMap((name) => {
    const of = rows.filter((row) => row.name === name)
    if (of.length === 0) return []
    const red = of.filter(({ after }) => after.red && after.named).length
    const figures = (side) =>
      ['seconds', 'waited', 'cpu'].map((kind) => round(median(of.map((row) => side(row)[kind]))))
    const told = (side) => figures(side).join(' / ')
    const ratios = (kind, at) => round(median(of.map(({ after, before }) => after[kind] / before[at][kind])))
    return [
      [
        name,
        of.length,
        `${red} of ${of.length}`,
        ...commits.map((_, at) => told(({ before }) => before[at])),
        told(({ after }) => after),
        ...commits.map((_, at) => `${ratios('seconds', at)} / ${ratios('own', at)}`),
      ],
    ]
  })
  return [
    redHeading,
    '',
    'Written by `node scripts/bench-live-red.mjs`: seconds of the whole run, set-up and builds included; seconds that leakdiff waited on',
    'purpose, until a program had settled, rested and drained; and CPU seconds of all its processes; by earlier commits and by this one, in',
    'turns on one repository. Waits for cores are in the seconds of the whole: where the machine is shared they tell little.',
    'What was waited and worked for, taken together, hangs little on it. Shares are medians of those of single runs.',
    'Where the seconds go, and which of them stay: [time to red](decisions/time-to-red.md).',
    '',
    markdownTable(
      [
        'program',
        'runs',
        'red, named first',
        ...commits.map((commit) => `${commit}: seconds / waited / CPU`),
        'now: seconds / waited / CPU',
        ...commits.map((commit) => `share of ${commit}: of seconds / of waited and CPU`),
      ],
      lines,
    ),
  ].join('\n')
}

function round(value) {
  return value === null ? '' : Number(value.toPrecision(value >= 10 ? 3 : 2))
}
