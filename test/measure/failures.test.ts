import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openTestSandbox, tinyWorkload } from './sandbox.ts'

const sandbox = openTestSandbox()
afterEach(() => expect(readdirSync(join(sandbox.scratch, 'own'))).toEqual([]))
afterAll(() => sandbox[Symbol.dispose]())

test.each([
  [
    'dies at start',
    { start: 'node dies-at-start.mjs' },
    'program-ended',
    /exit 7 at start/,
    'no licence file',
  ],
  [
    'dies in round 3',
    { start: 'node dies-in-round-3.mjs', warmup: 0, rounds: 4 },
    'program-ended',
    /exit 9 in round 3/,
    'panic: out of cheese',
  ],
  [
    'fails a round',
    { round: 'echo no luck; exit 4' },
    'round-failed',
    /exit 4 \(head, in warm-up\)/,
    'no luck',
  ],
  [
    'hangs in a round',
    {
      round: 'echo waiting; sleep 1000',
      timeout: { ...tinyWorkload.timeout, setup: 1, ready: 20_000, round: 300, stop: 1000 },
    },
    'round-hung',
    /timed out after 300ms/,
    'waiting',
  ],
  [
    'is never ready',
    {
      start: 'node never-ready.mjs',
      timeout: { ...tinyWorkload.timeout, setup: 1, ready: 1500, round: 1000, stop: 1000 },
    },
    'not-ready',
    /within 1500ms: `ready` last found status 503\./,
    'listening',
  ],
  [
    'listens elsewhere',
    { start: 'PORT=0 exec node steady.mjs' },
    'listens-elsewhere',
    /^`start` listens on \d+, not on \$PORT \(\d+\), where `ready` looks\.$/,
    null,
  ],
  [
    'has no probe',
    {
      start: 'echo up; NODE_OPTIONS= exec node steady.mjs',
      timeout: { ...tinyWorkload.timeout, setup: 1, ready: 1000, round: 1000, stop: 1000 },
    },
    'probe-kept-out',
    /what leakdiff set in NODE_OPTIONS\./,
    'up',
  ],
  [
    'is run within a tool that starts others',
    {
      start: 'echo up; while true; do :; done',
      ready: { kind: 'probe' } as const,
      timeout: { ...tinyWorkload.timeout, setup: 1, ready: 300, round: 1000, stop: 1000 },
    },
    'probe-kept-out',
    /nothing runs there but `bash`, as a shell or a build tool does/,
    'up',
  ],
  [
    'has no runtime of ours',
    {
      start: 'echo up; exec sleep 1000',
      ready: { kind: 'probe' } as const,
      timeout: { ...tinyWorkload.timeout, setup: 1, ready: 300, round: 1000, stop: 1000 },
    },
    'no-probe',
    /not built by `setup` or `start`/,
    'up',
  ],
  [
    'loses a child',
    { start: 'node loses-a-child-in-round-3.mjs', warmup: 0, rounds: 4 },
    'role-vanished',
    /`node worker.mjs --id=\*` ended by itself in round 3/,
    null,
  ],
  [
    'writes a broken profile',
    { start: 'BREAK_PROFILES_IN=2 exec node steady.mjs' },
    'profile-broken',
    /cut short/,
    null,
  ],
])('a program that %s', async (_, workload, code, text, logged) => {
  const trial = await sandbox.measure(workload)
  expect(trial.failures[0]).toMatchObject({ code, text: expect.stringMatching(text) })
  expect(trial.failures[0]?.remedy).not.toBe('')
  if (logged !== null) expect(sandbox.logged).toContain(logged)
  // What a program prints may hold secrets: it is in the log, and in nothing that is kept.
  if (logged !== null) expect(JSON.stringify(trial)).not.toContain(`${logged}\\n`)
})

test('what was measured before a failure is kept', async () => {
  const trial = await sandbox.measure({ start: 'node dies-in-round-3.mjs', warmup: 0, rounds: 4 })
  expect(trial.rounds).toHaveLength(2)
})

test('a program whose port is taken is told to listen on $PORT', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const trial = await sandbox.measure({ start: `PORT=${port} exec node steady.mjs` })
  server.close()
  expect(trial.failures[0]).toMatchObject({
    code: 'program-ended',
    text: expect.stringContaining('an address is already in use'),
    remedy: expect.stringContaining('$PORT'),
  })
})
