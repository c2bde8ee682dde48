// Real programs, both directions and each side with itself, at default settings. Writes docs/acceptance.md.
//   node scripts/acceptance.mjs [--ci] [--write] [NAME...]      --ci:
// the few comparisons that CI has time for, two of the leaks among them; nothing written. --write: of those
// named, whose rows take the place of their earlier ones
//   node scripts/acceptance.mjs init [NAME...]        projects brought to a verdict by `leakdiff init` alone
//   node scripts/acceptance.mjs tests [NODE] [RUNNER]        Node's test runners,
// each on each version of Node
//   node scripts/acceptance.mjs leaks [--update] [NAME...]      the small leaks of test/leaks instead
//   node scripts/acceptance.mjs dependencies [NAME...]      leaks that come in by a dependency
//   node scripts/acceptance.mjs servers [--runs 3] [--results FILE] [NAME...]      four servers of Python,
// on PostgreSQL and Redis
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { acceptInit } from './acceptance-init.mjs'
import { runDependencies } from './dependencies.mjs'
import { runLeaks } from './leaks.mjs'
import { acceptServers } from './python-servers/accept.mjs'
import { cases, compareDecided, compareSides, examples, namesCulprit, root, tendermint } from './scenario.mjs'
import { acceptTests } from './tests-of-node.mjs'

const args = process.argv.slice(2)
if (args[0] === 'init') process.exit((await acceptInit(args.slice(1))) > 0 ? 1 : 0)
if (args[0] === 'tests') process.exit((await acceptTests(args.slice(1))) > 0 ? 1 : 0)
if (args[0] === 'servers') {
  const { values, positionals } = parseArgs({
    args: args.slice(1),
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '3' },
      results: { type: 'string', default: join(tmpdir(), `leakdiff-servers-${process.pid}.jsonl`) },
    },
  })
  const wrong = await acceptServers(positionals, { runs: Number(values.runs), results: values.results })
  console.log(`servers: ${wrong} not as expected`)
  process.exit(wrong > 0 ? 1 : 0)
}
const ci = args.includes('--ci')
const only = args.filter((a) => !a.startsWith('--'))
if (only[0] === 'leaks' || only[0] === 'dependencies') {
  const [kind, ...names] = only
  const options = { update: args.includes('--update') }
  const failed = await (kind === 'leaks' ? runLeaks(names, options) : runDependencies(names))
  console.log(`${kind}: ${failed} not as expected`)
  process.exit(failed > 0 ? 1 : 0)
}
/** What is told of them is compared with their goldens, word by word. */
const leaksOfCi = ['go-channel-receive', 'node-timer']
const rows = []
for (const comparison of comparisons()) {
  const { scenario, base, head } = comparison
  if (only.length > 0 && !only.includes(scenario.name)) continue
  process.stderr.write(`${scenario.name}: ${base} → ${head} … `)
  const outcome = await (ci ? compareDecided : compareSides)(scenario, base, head)
  const row = assess(comparison, outcome)
  process.stderr.write(`${row.ok ? 'ok' : 'NOT AS EXPECTED'}, ${row.verdict}, ${row.seconds} s\n`)
  if (!row.ok || args.includes('--verbose'))
    process.stderr.write(`${outcome.stderr.slice(-4000)}\n${outcome.stdout}\n`)
  rows.push(row)
}
const retold = ci && only.length === 0 ? leaksOfCi : []
const untold = retold.length === 0 ? 0 : await runLeaks(retold, { update: false })
const failed = rows.filter((row) => !row.ok).length + untold
if (!ci && (only.length === 0 || args.includes('--write'))) write(rows)
console.log(`acceptance: ${rows.length + retold.length - failed} as expected, ${failed} not`)
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0

function comparisons() {
  const direct = tendermint()
  const endpoint = tendermint({ endpoint: true })
  const all = cases()
  if (ci) {
    const pick = (name) => all.find((c) => c.name === name)
    const python = pick('py-multidict-del')
    const java = pick('jvm-reactor-sink-one')
    return [
      ...[red(direct), red(pick('js-lru-autopurge'))],
      ...[red(python), fixed(python), red(java), fixed(java)],
    ]
  }
  const leaks = all.filter((c) => c.leaky !== null)
  const controls = all.filter((c) => c.leaky === null)
  return [
    ...[direct, endpoint].flatMap((s) => [red(s), fixed(s), same(s, 'leaky'), same(s, 'fixed')]),
    ...leaks.flatMap((s) => [red(s), fixed(s), same(s, 'leaky'), same(s, 'fixed')]),
    ...examples().flatMap(ofExample),
    ...controls.flatMap((s) => [
      { scenario: s, base: 'base', head: 'head', expect: 'pass' },
      { scenario: s, base: 'head', head: 'base', expect: 'pass' },
      same(s, 'base'),
      same(s, 'head'),
    ]),
  ]
}

function ofExample(scenario) {
  const few = (comparison) => ({ ...comparison, expect: 'inconclusive', ruling: undefined })
  const all = [red(scenario), fixed(scenario), same(scenario, 'leaky'), same(scenario, 'fixed')]
  if (scenario.few === 'never judged') return all.map(few)
  if (scenario.few !== undefined) return [red(scenario), ...all.slice(1).map(few)]
  return /\d$|race$/.test(scenario.name) ? [red(scenario), same(scenario, 'fixed')] : all
}

function red(scenario) {
  return { scenario, base: 'fixed', head: 'leaky', expect: 'fail' }
}

function fixed(scenario) {
  return { scenario, base: 'leaky', head: 'fixed', expect: 'pass', ruling: 'fixed' }
}

function same(scenario, side) {
  return { scenario, base: side, head: side, expect: 'pass' }
}

/**
 * A fail must name an accepted culprit first; a fix must be told as one; where nothing changes and nothing
 * leaks, one trial a side must do.
 */
function assess({ scenario, base, head, expect, ruling }, { result, status, seconds }) {
  const verdict = result?.verdict ?? `exit status ${status}`
  const workload = result?.workloads[0]
  const first = workload?.findings[0]
  const named = result !== null && namesCulprit(scenario, result)
  const ok =
    verdict === expect &&
    status === { pass: 0, fail: 1, inconclusive: 3 }[expect] &&
    (expect !== 'fail' || named) &&
    (ruling === undefined || first?.ruling === ruling) &&
    (expect !== 'pass' || base !== head || head === scenario.leaky || workload?.trials.head === 1)
  return {
    name: scenario.name,
    direction: `${base} → ${head}`,
    verdict,
    ruling: first?.ruling ?? '',
    culprit: first?.function ?? '',
    perOperation: first === undefined ? '' : `${Number(first.perOperation.toPrecision(3))} ${first.unit}`,
    trials: workload === undefined ? '' : `${workload.trials.base} + ${workload.trials.head}`,
    seconds: Math.round(seconds),
    ok,
  }
}

function write(table) {
  const cell = (text) => String(text).replaceAll('|', '\\|')
  const header = [
    'program',
    'base → head',
    'verdict',
    'ruling',
    'first finding',
    'per operation',
    'trials',
    'seconds',
    'as expected',
  ]
  const path = join(root, 'docs/acceptance.md')
  const named = new Set(table.map(({ name }) => name))
  const lines = table.map((r) => [
    r.name,
    r.direction,
    r.verdict,
    r.ruling,
    r.culprit && `\`${r.culprit}\``,
    r.perOperation,
    r.trials,
    r.seconds,
    r.ok ? 'yes' : '**no**',
  ])
  const text = [
    '# Acceptance: real programs at default settings',
    '',
    'Written by `npm run acceptance`. Each row is `leakdiff run` on a git repository with one commit a side. `trials` are those of base + head;',
    'seconds are the whole run, builds and installation included, on a busy two-core machine. `example-compose-stand-in` is `examples/compose`',
    'with a stand-in for docker (`test/faults/docker-stand-in.mjs`), which has no containers: it starts the service as a daemon would.',
    '',
    ...[header, header.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`),
    ...(only.length === 0
      ? []
      : rowsOf(readFileSync(path, 'utf8')).filter((row) => !named.has(row.split(' ')[1] ?? ''))),
    ...lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
    '',
  ].join('\n')
  writeFileSync(path, text)
}

/** Of the page, those that earlier runs left. */
function rowsOf(page) {
  const table = page.split('\n').filter((line) => line.startsWith('| '))
  return table.slice(2)
}
