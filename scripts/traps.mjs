// Trap programs: every shape of growth, told apart at default settings. Writes docs/traps.md.
//   node scripts/traps.mjs [--results FILE] [--jobs N] [--table] [NAME...]
// --results: JSON lines, added to; what they hold is not run again. --table:
// writes the table of what they hold, and runs nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { appendLine, inParallel, readLines } from './json-lines.mjs'
import { commitOf, compareSides, filesBelow, namesCulprit, root } from './scenario.mjs'
import { trapPage } from './trap-page.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: 'string', default: join(tmpdir(), `leakdiff-traps-${process.pid}.jsonl`) },
    jobs: { type: 'string', default: '1' },
    table: { type: 'boolean', default: false },
  },
})
const commands = {
  go: { setup: 'go build -o trap .', start: './trap' },
  node: { setup: 'node --version', start: 'node main.mjs' },
  python: { setup: 'python3 --version', start: 'python3 main.py' },
  jvm: { setup: 'javac -d out *.java', start: 'exec java -cp out Main' },
}

/** What stands beside every trap of a language; without a text it is read from `test/traps`. */
const sharedFiles = {
  go: [['harness.go'], ['go.mod', 'module example.com/trap\n\ngo 1.22\n']],
  node: [['harness.mjs']],
  python: [['harness.py']],
  jvm: [['Harness.java']],
}

const traps = JSON.parse(readFileSync(join(root, 'test/traps/manifest.json'), 'utf8'))
const wanted = positionals.length === 0 ? traps : traps.filter(({ name }) => positionals.includes(name))
const known = new Set(readLines(values.results).map(keyOf))
const comparisons = wanted.flatMap(comparisonsOf).filter((comparison) => !known.has(keyOf(comparison)))
if (!values.table) await inParallel(comparisons, Number(values.jobs), measure)
report()

function comparisonsOf(trap) {
  const from = trap.from ?? `${runtimeOf(trap.name)}-clean`
  const before = trap.kind === 'moved' ? [from] : [from, trap.name]
  return before.map((base) => ({ trap, name: trap.name, base, expect: expectation(trap, base) }))
}

/**
 * A leak fails where it is new, and nothing fails where base has it; what grows by the clock on head alone
 * stays undecided. Green rows have a shape as well, several where it hangs on the round in which something
 * ends: `beside` itself a program is seen for one short trial only, in which a cache has not levelled yet.
 */
function expectation(trap, base) {
  if (base === trap.name) return { verdict: 'pass', shape: trap.beside ?? besideOf(trap) }
  if (trap.kind === 'harmless' || trap.kind === 'too late') return { verdict: 'pass', shape: trap.shape }
  if (trap.kind === 'moved') return { verdict: 'pass', ruling: 'existing', shape: 'growing' }
  if (trap.kind === 'by the clock') return { verdict: 'inconclusive', shape: trap.shape }
  return { verdict: 'fail', ruling: trap.ruling ?? 'leak', shape: trap.shape }
}

function besideOf(trap) {
  return trap.kind === 'harmless' || trap.kind === 'too late' ? trap.shape : 'growing'
}

async function measure({ trap, name, base, expect }) {
  const outcome = await compareSides(scenarioOf(trap, base), 'base', 'head')
  const row = { name, base, commit: commitOf(root), ...seen(trap, outcome) }
  appendLine(values.results, row)
  process.stderr.write(`${base} → ${name}: ${row.verdict} ${row.ruling} ${row.shape}, ${row.seconds} s`)
  process.stderr.write(asExpected(row, expect) ? '\n' : `: NOT AS EXPECTED\n${outcome.stdout}\n`)
}

function seen(trap, { result, status, seconds }) {
  const workload = result?.workloads[0]
  const first = workload?.findings[0]
  const all = JSON.stringify(workload?.findings ?? [])
  const culprits = trap.culprits ?? []
  const moving = (workload?.totals ?? []).filter((total) => total.budget !== null && total.shape !== 'flat')
  return {
    verdict: result?.verdict ?? `exit status ${status}`,
    ruling: first?.ruling ?? '',
    shape:
      first?.shape ?? (moving.length === 0 ? 'flat' : [...new Set(moving.map((t) => t.shape))].join(', ')),
    quantity: first?.quantity ?? '',
    function: first?.function ?? '',
    named: culprits.some((culprit) => all.includes(culprit)),
    first: result !== null && namesCulprit({ culprits }, result),
    trials: workload === undefined ? '' : `${workload.trials.base} + ${workload.trials.head}`,
    seconds: Math.round(seconds),
    totals: (workload?.totals ?? []).map(({ quantity, head, excess, budget, shape }) => ({
      quantity,
      shape,
      excess,
      budget,
      series: head.series,
    })),
  }
}

function asExpected(row, expect) {
  const same = (key) => expect[key] === undefined || row[key] === expect[key]
  const shaped = row.shape.split(', ').every((shape) => [expect.shape].flat().includes(shape))
  return same('verdict') && same('ruling') && shaped && (expect.verdict !== 'fail' || row.first)
}

function report() {
  const byKey = new Map(readLines(values.results).map((row) => [keyOf(row), row]))
  const rows = traps.flatMap(comparisonsOf).flatMap((comparison) => {
    const row = byKey.get(keyOf(comparison))
    return row === undefined ? [] : [{ ...row, ...comparison, ok: asExpected(row, comparison.expect) }]
  })
  const failed = rows.filter((row) => !row.ok).length
  const missing = traps.filter(({ name }) => !rows.some((row) => row.name === name)).map(({ name }) => name)
  const whole = rows.length === traps.flatMap(comparisonsOf).length
  if (whole || values.table) writeFileSync(join(root, 'docs/traps.md'), trapPage(rows, missing))
  console.log(`traps: ${rows.length - failed} as expected, ${failed} not`)
  process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0
}

function scenarioOf(trap, base) {
  const runtime = runtimeOf(trap.name)
  return {
    name: trap.name,
    runtime,
    ...commands[runtime],
    ready: '127.0.0.1:$PORT',
    round: 'curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/work"',
    operations: 1,
    // A shape is told in rounds.
    repeat: 1,
    sides: { base: filesOf(base, runtime), head: filesOf(trap.name, runtime) },
  }
}

function filesOf(name, runtime) {
  const read = (path) => readFileSync(join(root, 'test/traps', path))
  const shared = sharedFiles[runtime].map(([path, text]) => ({ path, text: text ?? read(path) }))
  return [...shared, ...filesBelow(join(root, 'test/traps', name))]
}

function runtimeOf(name) {
  return name.slice(0, name.indexOf('-'))
}

function keyOf({ name, base }) {
  return `${base} → ${name}`
}
