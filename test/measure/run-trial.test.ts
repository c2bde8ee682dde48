import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createRepeats } from '../../src/measure/rounds/repeat.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { fixtures, openTestSandbox, series, siteSeries, tinyWorkload } from './sandbox.ts'

const sandbox = openTestSandbox()
afterEach(() => expect(readdirSync(join(sandbox.scratch, 'own'))).toEqual([]))
afterAll(() => sandbox[Symbol.dispose]())

test('a leak of one task a round is a series that rises by one, at one site', async () => {
  const trial = await sandbox.measure({ start: 'node leaks-one-task-per-round.mjs' })
  expect(trial.failures).toEqual([])
  expect(trial.roles).toEqual([
    { name: 'node leaks-one-task-per-round.mjs', started: true, seen: 'probe', processes: 1 },
  ])
  expect(series(trial, 'tasks')).toEqual([3, 4, 5])
  expect(series(trial, 'heap-bytes')).toEqual([9192, 13288, 17384])
  expect(siteSeries(trial, 'tasks', 'wait')).toEqual([3, 4, 5])
  expect(siteSeries(trial, 'heap-bytes', 'keep')).toEqual([9192, 13288, 17384])
  expect(siteSeries(trial, 'tasks', 'idle')).toEqual([0, 0, 0])
  expect(trial.period).toBe(512)
  expect(trial.drained).toBeNull()
  expect(trial.rounds.every((r) => r.settled)).toBe(true)
})

test('a confirming trial ends with a drain, and its dump says what tasks wait for', async () => {
  const start = 'node leaks-one-task-per-round.mjs'
  const settle = { ...tinyWorkload.settle, quiet: 20, limit: 500 }
  const trial = await sandbox.measure({ start, settle }, { stage: 'confirm' })
  expect(trial.failures).toEqual([])
  expect(trial.drained?.totals.find((t) => t.quantity === 'tasks')?.value).toBe(5)
  expect(trial.sites.find((s) => s.quantity === 'tasks')?.tasks).toEqual({
    state: 'sleep',
    minutes: 2,
    creators: [{ frame: expect.objectContaining({ function: 'spawn', file: 'app.js', line: 3 }), count: 5 }],
  })
})

test('a confirming trial ends early, undrained, once what was suspected is clear', async () => {
  const seen: Trial[] = []
  const isClear = (soFar: Trial) => seen.push(soFar) === 1
  const workload = { start: 'node steady.mjs', rounds: 6 }
  const trial = await sandbox.measure(workload, { stage: 'confirm', clears: { rounds: 4, isClear } })
  expect(trial.failures).toEqual([])
  expect(trial.rounds).toHaveLength(4)
  expect(trial.drained).toBeNull()
  expect(seen.map((soFar) => series(soFar, 'tasks'))).toEqual([series(trial, 'tasks')])
})

test('a repeated round counts as one, and the role says how often', async () => {
  const start = 'node leaks-one-task-per-round.mjs'
  const trial = await sandbox.measure({ start }, { repeats: createRepeats(3) })
  expect(series(trial, 'tasks')).toEqual([7, 10, 13])
  expect(trial.roles).toMatchObject([{ repeat: 3 }])
})

test('tasks that end three seconds later rise in every round, and are gone after the drain', async () => {
  const workload = {
    start: 'LIFETIME=3000 exec node tasks-end-later.mjs',
    settle: { ...tinyWorkload.settle, quiet: 20, limit: 8000 },
  }
  const trial = await sandbox.measure(workload, { stage: 'confirm' })
  const [first, , last] = series(trial, 'tasks')
  expect(last).toBeGreaterThan(first ?? 0)
  expect(trial.drained?.totals.find((t) => t.quantity === 'tasks')?.value).toBeLessThanOrEqual(first ?? 0)
})

test('a confirming trial leaves a program that has grown idle for as long as three rounds', async () => {
  const workload = {
    start: 'node grows-by-the-clock.mjs',
    round: 'sleep 0.3',
    settle: { ...tinyWorkload.settle, quiet: 1, limit: 200 },
  }
  const trial = await sandbox.measure(workload, { stage: 'confirm' })
  const last = trial.rounds.at(-1)
  const tasks = (snapshot: typeof last) => snapshot?.totals.find((t) => t.quantity === 'tasks')?.value ?? 0
  expect(trial.rounds).toHaveLength(3)
  expect(tasks(trial.idled)).toBeGreaterThan(tasks(last))
  const idle = (trial.idled?.elapsed ?? 0) - (last?.elapsed ?? 0)
  expect(idle).toBeGreaterThanOrEqual((trial.rounds[2]?.elapsed ?? 0) - (trial.rounds[0]?.elapsed ?? 0))
})

test('a clean program is not left idle', async () => {
  const trial = await sandbox.measure({ start: 'node steady.mjs' }, { stage: 'confirm' })
  expect(trial.idled).toBeUndefined()
})

test('a round waits for what falls while it is quiet', async () => {
  const workload = {
    start: 'LIFETIME=100 exec node tasks-end-later.mjs',
    settle: { ...tinyWorkload.settle, quiet: 400, limit: 8000 },
  }
  expect(series(await sandbox.measure(workload), 'tasks')).toEqual([1, 1, 1])
})

test('samples that tell their birth give the whole series from the last snapshot', async () => {
  const trial = await sandbox.measure({ start: 'node born-in-rounds.mjs', rounds: 5, warmup: 0 })
  expect(trial.failures).toEqual([])
  expect(siteSeries(trial, 'heap-bytes', 'survivor')).toEqual([100, 100, 200, 300, 400])
})

test('open files are counted by kind, without the sockets of the probe', async () => {
  const trial = await sandbox.measure({ start: 'node opens-one-file-per-round.mjs' })
  const [first = 0, ...rest] = series(trial, 'files')
  expect(rest).toEqual([first + 1, first + 2])
  const [devices = 0, ...later] = siteSeries(trial, 'files', 'device')
  expect(later).toEqual([devices + 1, devices + 2])
  // Standard output and error, and the server's own.
  expect(siteSeries(trial, 'files', 'socket')).toEqual([3, 3, 3])
})

test('children are roles of their own, equal ones a pool, others seen from /proc alone', async () => {
  const trial = await sandbox.measure({ start: 'sh -c "node has-two-workers.mjs; true"' })
  expect(trial.failures).toEqual([])
  const roles = Object.fromEntries(trial.roles.map((role) => [role.name, role]))
  expect(Object.keys(roles).sort()).toEqual(['node has-two-workers.mjs', 'node worker.mjs --id=*', 'sleep *'])
  expect(roles['node worker.mjs --id=*']).toMatchObject({ started: false, seen: 'probe', processes: 2 })
  expect(roles['sleep *']).toMatchObject({ started: false, seen: 'proc', processes: 1 })
  const workers = trial.roles.findIndex((role) => role.processes === 2)
  expect(series(trial, 'tasks', workers)).toEqual([3, 3, 3])
  expect(trial.notes.map((note) => note.code)).toEqual(['proc-only'])
})

test('`measure: started` looks at the started process alone', async () => {
  const trial = await sandbox.measure({ start: 'node has-two-workers.mjs', measure: 'started' })
  expect(trial.roles.map((role) => role.name)).toEqual(['node has-two-workers.mjs'])
})

test('commands get what they are told, and only start is instrumented', async () => {
  const variables = 'side rounds dir head trial'.split(' ').map((name) => `$LEAKDIFF_${name.toUpperCase()}`)
  const said = `echo "$LEAKDIFF_ROUND ${variables.join(' ')} \${NODE_OPTIONS:-none} $(pwd)" >&2`
  const start = `${said}; exec node steady.mjs`
  const round = `curl -sf http://127.0.0.1:$PORT/round; if [ "$LEAKDIFF_ROUND" = 2 ]; then ${said}; exit 3; fi`
  const revision = { side: 'base', sha: 'b', how: 'given', directory: join(fixtures, '..') } as const
  const trial = await sandbox.measure({ start: `cd fixtures; ${start}`, round }, { revision })
  expect(trial.failures[0]).toMatchObject({
    code: 'round-failed',
    text: expect.stringMatching(/^`round` ended with exit 3 \(base, round 2\): `curl /),
  })
  const line = sandbox.logged.findLast((text) => text.startsWith('2 base 4 '))
  expect(line).toMatch(new RegExp(`^2 base 4 \\S+/scratch ${fixtures} [0-9a-f-]{36} none ${fixtures}$`))
})

test('a flood of output neither blocks the program nor is kept', async () => {
  const trial = await sandbox.measure({
    start: 'node floods-its-output.mjs',
    round: 'curl -sf http://127.0.0.1:$PORT/round; exit 0',
  })
  expect(trial.failures).toEqual([])
})

test('ready by a line of output, and by a port', async () => {
  const output = { kind: 'output', pattern: '^LISTEN', flags: 'im' } as const
  expect((await sandbox.measure({ ready: output })).failures).toEqual([])
  const port = { kind: 'port', address: '127.0.0.1:$PORT' } as const
  expect((await sandbox.measure({ ready: port })).failures).toEqual([])
})

test('package managers and shells are no role', async () => {
  const cli = execFileSync('bash', ['-c', 'command -v npx']).toString().trim()
  expect(cli).not.toBe('')
  const trial = await sandbox.measure({ start: 'npx -c "node steady.mjs"' })
  expect(trial.roles.map((role) => role.name)).toEqual(['node steady.mjs'])
  expect(trial.roles[0]?.started).toBe(true)
})
