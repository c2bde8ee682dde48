import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openTestSandbox, series } from './sandbox.ts'

const sandbox = openTestSandbox()
afterAll(() => sandbox[Symbol.dispose]())
// The programs are not instrumented: only their endpoint tells of them.
const instrumentation = {
  buildEnv: {},
  runEnv: () => ({ NODE_OPTIONS: `--require ${new URL('fixtures/probe.cjs', import.meta.url).pathname}` }),
}

test('the role of an endpoint is the process that listens there', async () => {
  const profiles = [{ name: null, url: 'http://127.0.0.1:$PORT/figures' }]
  const trial = await sandbox.measure({ start: 'node has-two-workers.mjs', profiles }, { instrumentation })
  expect(trial.failures).toEqual([])
  expect(trial.roles.filter((role) => role.seen === 'probe')).toEqual([
    { name: 'node has-two-workers.mjs', started: true, seen: 'probe', processes: 1 },
  ])
  expect(trial.roles.filter((role) => role.seen === 'proc')).toHaveLength(2)
  expect(series(trial, 'tasks')).toEqual([3, 4, 5])
  expect(series(trial, 'files').every((count) => count > 0)).toBe(true)
  expect(trial.notes.map((note) => note.code)).toEqual(['proc-only', 'proc-only'])
})

test('an endpoint of a process that is not ours is named as the user named it', async () => {
  const figures = { tasks: 7, bytes: 1000, period: 524_288 }
  const server = createServer((_, response) => response.end(JSON.stringify(figures))).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/figures`
  const workload = {
    start: 'true',
    ready: { kind: 'probe' } as const,
    round: 'true',
    profiles: [{ name: 'api', url }],
  }
  const trial = await sandbox.measure(workload, { instrumentation })
  server.close()
  expect(trial.failures).toEqual([])
  expect(trial.roles).toEqual([{ name: 'api', started: false, seen: 'probe', processes: 1 }])
  expect(trial.rounds[0]?.totals).toEqual([{ role: 0, quantity: 'tasks', value: 7 }])
  expect(trial.notes.map((note) => note.code)).toEqual(['coarse-sampling'])
})

test('an endpoint where nothing answers is said, with what was found', async () => {
  const profiles = [{ name: null, url: 'http://127.0.0.1:1/figures' }]
  const timeout = { setup: 1, ready: 1000, round: 1000, stop: 1000 }
  const trial = await sandbox.measure({ profiles, timeout }, { instrumentation })
  expect(trial.failures[0]).toMatchObject({
    code: 'no-probe',
    text: expect.stringContaining('nothing answers at http://127.0.0.1:1/figures'),
  })
})

test('an unknown name in a URL is an error at once', async () => {
  const profiles = [{ name: null, url: 'http://127.0.0.1:$DEBUG_PORT/figures' }]
  const trial = await sandbox.measure({ profiles }, { instrumentation })
  expect(trial.failures[0]?.text).toContain('$DEBUG_PORT')
})
