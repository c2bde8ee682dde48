import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ServerWorkload } from '../../src/configure/config.ts'
import { mayLiveTwice } from '../../src/measure/lingering.ts'

const workload = {
  form: 'server',
  setup: 'go build -o app .',
  start: './app',
  ready: { kind: 'port', address: '127.0.0.1:$PORT' },
  round: 'curl http://127.0.0.1:$PORT/work',
  stop: null,
  profiles: [],
} as unknown as ServerWorkload

const folder = mkdtempSync(join(tmpdir(), 'lingering-'))
afterAll(() => rmSync(folder, { recursive: true }))

const twice = (changed: Partial<ServerWorkload>): boolean => mayLiveTwice({ ...workload, ...changed }, folder)

test('a program that listens where it is told, and is driven there, may live twice', () => {
  expect(twice({})).toBe(true)
  expect(
    twice({ start: './app -port $' + '{PORT}', ready: { kind: 'output', pattern: 'up', flags: '' } }),
  ).toBe(true)
})

test('one with a port of its own may not', () => {
  expect(twice({ ready: { kind: 'port', address: '127.0.0.1:8080' } })).toBe(false)
  expect(twice({ round: 'curl http://127.0.0.1:8080/work' })).toBe(false)
  expect(twice({ profiles: [{ name: null, url: 'http://127.0.0.1:6060/debug/pprof' }] })).toBe(false)
})

test('one that a command finds by its name may not', () => {
  expect(twice({ stop: 'pkill app' })).toBe(false)
  expect(twice({ snapshot: 'pkill -USR1 app' })).toBe(false)
  expect(twice({ start: 'docker compose up -e PORT=$PORT' })).toBe(false)
})

test('a variable of another name is no port of ours', () => {
  expect(twice({ round: 'curl http://127.0.0.1:$PORTAL/work' })).toBe(false)
})

test('what drives it may be a script of the repository, which asks for the port in its own way', () => {
  writeFileSync(join(folder, 'drive.sh'), 'curl "http://127.0.0.1:$PORT/work"\n')
  writeFileSync(join(folder, 'drive.mjs'), 'const { PORT } = process.env; await work(PORT)\n')
  writeFileSync(join(folder, 'fixed.sh'), 'curl http://127.0.0.1:8080/work\n')
  writeFileSync(join(folder, 'inside.sh'), 'docker exec app curl "http://127.0.0.1:$PORT/work"\n')
  expect(twice({ round: 'bash drive.sh' })).toBe(true)
  expect(twice({ round: 'exec ./drive.sh 100' })).toBe(true)
  expect(twice({ round: 'node drive.mjs' })).toBe(true)
  expect(twice({ round: 'bash fixed.sh' })).toBe(false)
  expect(twice({ round: 'bash inside.sh' })).toBe(false)
  expect(twice({ round: 'bash missing.sh' })).toBe(false)
})
