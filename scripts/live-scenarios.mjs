// The programs of the live matrix: real servers and tests that keep nothing, or little, under garbage.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './scenario.mjs'

/** One task a round, and three times the smallest visible growth of the heap. */
export const leaks = {
  go: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 8192 } },
  node: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 16_000 } },
  python: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 4000 } },
  jvm: { task: { tasks: 1, bytes: 0 }, heap: { tasks: 0, bytes: 3 * 8000 } },
}
/** What the table of small workloads holds: 100 bytes an operation at 20 operations a round. */
export const small = { tasks: 0, bytes: 100, operations: 20 }
const forms = ['server', 'test']
/** Tests of Java need a build tool that fetches JUnit: figures would be of that. */
export const formsOf = (runtime) => (runtime === 'jvm' ? ['server'] : forms)
const none = { tasks: 0, bytes: 0 }
const commands = {
  go: { setup: 'go build -o live .', start: './live' },
  node: { setup: 'node --version', start: 'node main.mjs' },
  python: { setup: 'python3 --version', start: 'python3 main.py' },
  jvm: { setup: 'javac -d out *.java', start: 'exec java -cp out Main' },
}
const tests = {
  go: { test: 'go test ./...' },
  node: { test: 'node --test' },
  python: { test: 'python3 -m unittest' },
}

/** From clean to leaking, or to the same again. */
export function liveScenario({ runtime, churn, leak, form = 'server', operations = 1 }) {
  const clean = filesOf(runtime, churn, none, form)
  const leaking = leak === 'small' ? small : leaks[runtime][leak]
  return {
    name: `${runtime}-${leak}-${churn}`,
    runtime,
    ...(form === 'test' ? tests[runtime] : { ...commands[runtime], ...drivenBy(operations) }),
    operations,
    sides: { clean, head: leak === 'none' ? clean : filesOf(runtime, churn, leaking, form) },
    culprits: [
      'main.waitForEver',
      'main.keepBytes',
      'pollForEver',
      'keepBytes',
      'poll_for_ever',
      'keep_bytes',
    ],
  }
}

/** A round of so many requests, by one process of curl. */
function drivenBy(operations) {
  const url = `http://127.0.0.1:$PORT/work${operations > 1 ? `?[1-${operations}]` : ''}`
  return {
    ready: '127.0.0.1:$PORT',
    round: `curl -sS --fail-with-body -o /dev/null -X POST "${url}"`,
  }
}

function filesOf(runtime, churn, { tasks, bytes }, form = 'server') {
  const text = (path) => readFileSync(join(root, 'test', path))
  const numbers = { churn, keptTasks: tasks, keptBytes: bytes }
  const lines = Object.entries(numbers).map(([name, value]) => `const ${name} = ${value}\n`)
  if (runtime === 'python') return ofPython(text, { churn, kept_tasks: tasks, kept_bytes: bytes }, form)
  if (runtime === 'jvm') return ofJava(text, numbers)
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

function ofJava(text, { churn, keptTasks, keptBytes }) {
  const fields = [`double churn = ${churn}`, `int keptTasks = ${keptTasks}`, `int keptBytes = ${keptBytes}`]
  const lines = fields.map((field) => `    static final ${field};\n`).join('')
  return [
    { path: 'Settings.java', text: `final class Settings {\n${lines}}\n` },
    { path: 'Main.java', text: text('live/jvm/Main.java') },
    { path: 'Harness.java', text: text('traps/Harness.java') },
  ]
}

function ofPython(text, settings, form) {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`)
  const own = { path: 'settings.py', text: lines.join('') }
  if (form === 'test') return [own, { path: 'test_work.py', text: text('live/python-test/test_work.py') }]
  return [
    own,
    { path: 'main.py', text: text('live/python/main.py') },
    { path: 'harness.py', text: text('traps/harness.py') },
  ]
}
