// A planted leak of known size through the whole chain, in every form that a workload can have; and the same
// without it, which must be silent.
//   node scripts/self-check.mjs [--jobs N] [FORM...]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inParallel } from './json-lines.mjs'
import { compareDecided, namesCulprit, root } from './scenario.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: 'string', default: '2' } },
})
/** What a round keeps where the leak is planted: test/planted. */
const planted = { tasks: 3, 'heap-bytes': 16 * 4096 }
/** Bytes of the heap that a planted task takes besides what it keeps. */
const taskBytes = 700
const server = { ready: '127.0.0.1:$PORT', round: 'curl -sS -X POST "http://127.0.0.1:$PORT/work"' }
const builtServer = { ...server, setup: 'go build -o planted .', start: './planted' }
const forms = {
  'go server': ['go', builtServer, ['server.go']],
  'go endpoint': [
    'go',
    { ...builtServer, profiles: 'http://127.0.0.1:$PORT/debug/pprof' },
    ['server.go', 'endpoint.go'],
  ],
  'go test': ['go', { test: 'go test .' }, ['server.go', 'work_test.go']],
  'go run': ['go', { setup: 'go build -o planted .', run: './planted' }, ['script.go']],
  'node server': ['node', { ...server, start: 'node server.mjs' }, ['server.mjs']],
  'node run': ['node', { run: 'node script.mjs' }, ['script.mjs']],
  'python server': ['python', { ...server, start: 'python3 server.py' }, ['server.py']],
  'python test': ['python', { test: 'python3 -m unittest' }, ['test_work.py']],
  'python run': ['python', { run: 'python3 script.py' }, ['script.py']],
  'java server': [
    'jvm',
    { ...server, setup: 'javac -d out *.java', start: 'exec java -cp out Main' },
    ['Main.java'],
  ],
}
const wanted = Object.keys(forms).filter((form) => positionals.length === 0 || positionals.includes(form))
const checks = wanted.flatMap((form) => [
  { form, head: 'leaky' },
  { form, head: 'clean' },
])
let failed = 0
await inParallel(checks, Number(values.jobs), check)
console.log(`self-check: ${checks.length - failed} as expected, ${failed} not`)
process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0

async function check({ form, head }) {
  const scenario = scenarioOf(form)
  const outcome = await compareDecided(scenario, 'clean', head)
  const problems = head === 'leaky' ? foundProblems(scenario, outcome) : silentProblems(outcome)
  const what = head === 'leaky' ? `planted: ${sizes(outcome)}` : 'clean'
  const how = problems.length === 0 ? 'ok' : problems.join('; ')
  console.log(`${form}, ${what}: ${how}, ${Math.round(outcome.seconds)} s`)
  if (problems.length === 0) return
  failed++
  console.log(`${outcome.stdout}\n${outcome.stderr.slice(-3000)}`)
}

function foundProblems(scenario, { result, status }) {
  if (status !== 1) return [`exit status ${status} instead of 1`]
  return [
    ...(namesCulprit(scenario, result) ? [] : ['the planted function is not named first']),
    ...decided(result).flatMap(({ quantity, excess, smallestVisible }) =>
      Math.abs(excess - planted[quantity]) <= smallestVisible + own(quantity)
        ? []
        : [`${quantity}: ${excess} instead of ${planted[quantity]} ± ${smallestVisible}`],
    ),
  ]
}

function own(quantity) {
  return quantity === 'heap-bytes' ? planted.tasks * taskBytes : 0
}

function silentProblems({ result, status }) {
  if (status !== 0) return [`exit status ${status} instead of 0`]
  const { findings } = result.workloads[0]
  return findings.length === 0 ? [] : [`${findings.length} findings in a clean program`]
}

function decided(result) {
  return result.workloads[0].totals.filter(({ quantity }) => quantity in planted)
}

function sizes({ result }) {
  const round = (value) => Number(value.toPrecision(4))
  const told = (t) =>
    `${t.quantity} ${round(t.excess)} of ${planted[t.quantity]} ± ${round(t.smallestVisible)}`
  return result === null ? 'no result' : decided(result).map(told).join(', ')
}

function scenarioOf(form) {
  const [runtime, commands, names] = forms[form]
  return {
    name: form.replaceAll(' ', '-'),
    runtime,
    ...commands,
    operations: 1,
    sides: { clean: filesOf(runtime, names, false), leaky: filesOf(runtime, names, true) },
    culprits: ['main.waitForEver', 'planted.waitForEver', 'Work.waitForEver', 'pollForEver', 'wait_for_ever'],
  }
}

function filesOf(runtime, names, isPlanted) {
  const file = (path, from = `planted/${runtime}/${path}`) => ({
    path,
    text: readFileSync(join(root, 'test', from)),
  })
  if (runtime === 'node') {
    const text = `export const planted = ${isPlanted}\n`
    const shared = [file('work.mjs'), file('harness.mjs', 'traps/harness.mjs')]
    return [...shared, ...names.map((name) => file(name)), { path: 'planted.mjs', text }]
  }
  if (runtime === 'python') {
    const text = `planted = ${isPlanted ? 'True' : 'False'}\n`
    return [...['work.py', ...names].map((name) => file(name)), { path: 'planted.py', text }]
  }
  if (runtime === 'jvm') {
    const text = `final class Planted {\n    static final boolean PLANTED = ${isPlanted};\n}\n`
    return [...['Work.java', ...names].map((name) => file(name)), { path: 'Planted.java', text }]
  }
  return [
    ...['work.go', ...names].map((name) => file(name)),
    file('harness.go', 'traps/harness.go'),
    { path: 'planted.go', text: `package main\n\nconst planted = ${isPlanted}\n` },
    { path: 'go.mod', text: 'module example.com/planted\n\ngo 1.22\n' },
  ]
}
