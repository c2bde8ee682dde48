import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Workload } from '../../../src/configure/config.ts'
import { python } from '../../../src/runtimes/python/index.ts'
import { instrument } from '../../../src/runtimes/python/instrument/instrument.ts'
import type { TestProcess, TestRound } from '../../../src/runtimes/test-runner.ts'
import { totals } from './program.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** test/global-setup.ts installs it. */
const withPytest = join(root, '.cache/pytest/bin/python')
let place = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'python-suite-'))
  cpSync(join(import.meta.dirname, 'suite'), place, { recursive: true })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

interface Repeated {
  readonly name: string
  readonly goesOn: boolean
  readonly rounds: readonly TestRound[]
  /** Live objects after each round. */
  readonly objects: readonly number[]
}

/** Runs the command, and repeats each session that it opens. */
async function repeat(
  words: readonly string[],
  rounds = 4,
): Promise<{
  readonly sessions: readonly Repeated[]
  readonly output: string
  readonly code: number | null
}> {
  const scratch = mkdtempSync(join(tmpdir(), 'python-scratch-'))
  const sockets = mkdtempSync(join(tmpdir(), 'pys-'))
  const workload = { form: 'test' } as Workload
  const { runEnv } = await instrument(
    { workload, directory: place, scratch },
    join(root, 'src/runtimes/python/probe'),
  )
  const child = spawn(withPytest, words, {
    cwd: place,
    env: { ...process.env, ...runEnv('first', sockets) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  let code: number | null | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('close', (status) => {
      code = status
      resolve()
    })
  })
  const known = new Set<string>()
  const sessions: Repeated[] = []
  try {
    while (code === undefined) {
      const name = readdirSync(sockets).find((one) => !known.has(one))
      if (name === undefined) await new Promise((resolve) => setTimeout(resolve, 20))
      else {
        known.add(name)
        const process = await python.tests?.connect(join(sockets, name))
        if (process !== undefined) sessions.push(await repeated(process, rounds))
      }
    }
    await ended
    return { sessions, output, code }
  } finally {
    child.kill('SIGKILL')
    for (const folder of [scratch, sockets]) rmSync(folder, { recursive: true, force: true })
  }
}

async function repeated(process: TestProcess, count: number): Promise<Repeated> {
  const rounds: TestRound[] = []
  const objects: number[] = []
  for (let round = 0; round < count; round++) {
    const last = await process.round()
    rounds.push(last)
    if (last.failed !== null) await process.leaveOut?.()
    objects.push((await totals(process))['heap-objects'] ?? 0)
  }
  await process.end()
  await process.close()
  return { name: process.name, goesOn: process.goesOn === true, rounds, objects }
}

/** Steps of the last rounds. */
const steps = ({ objects }: Repeated): readonly number[] =>
  objects.slice(1).map((now, i) => now - (objects[i] ?? 0))

it('each file is a session, whose tests run once a round while the first round alone is reported', async () => {
  const { code, output, sessions } = await repeat(
    ['-m', 'pytest', '-q', 'test_fixtures.py', 'test_leaks.py'],
    8,
  )
  expect(sessions.map(({ name, goesOn }) => [name, goesOn])).toEqual([
    ['test_fixtures.py', true],
    ['test_leaks.py', false],
  ])
  const [clean, leaky] = sessions as [Repeated, Repeated]
  for (const { executed, failed } of clean.rounds.slice(1)) expect([executed, failed]).toEqual([26, null])
  for (const step of steps(clean).slice(3)) expect(Math.abs(step)).toBeLessThan(16)
  for (const step of steps(leaky)) expect(step).toBeGreaterThanOrEqual(40)
  expect(output).toContain('27 passed, 1 skipped, 1 rerun')
  expect(code).toBe(0)
})

it('tests that pass once and not twice are told by their name and left out, and asyncio’s are repeated', async () => {
  const { sessions } = await repeat(['-m', 'pytest', '-q', 'test_asyncio.py', 'test_once.py'])
  expect(sessions[0]?.rounds.map(({ executed, failed }) => [executed, failed])).toEqual(
    Array(4).fill([1, null]),
  )
  const once = 'test_once.py::test_once'
  expect(sessions[1]?.rounds).toEqual([
    { executed: 2, failed: null, failing: [] },
    { executed: 2, failed: once, failing: [once] },
    { executed: 1, failed: null, failing: [] },
    { executed: 1, failed: null, failing: [] },
  ])
})

it('what several processes would share runs in one, and --forked is refused', async () => {
  const shared = await repeat(['-m', 'pytest', '-q', '-n', '2', 'test_leaks.py', 'test_unittest.py'])
  expect(shared.sessions.map(({ name }) => name)).toEqual(['test_leaks.py', 'test_unittest.py'])
  expect(shared.sessions[1]?.rounds.map(({ executed }) => executed)).toEqual(Array(4).fill(2))
})

it('unittest is repeated as well, and what it starts waits for no round', async () => {
  const { code, output, sessions } = await repeat(['-m', 'unittest', 'test_unittest'])
  expect(sessions.map(({ name }) => name)).toEqual(['test_unittest.py'])
  expect(sessions[0]?.rounds).toEqual(Array(4).fill({ executed: 2, failed: null, failing: [] }))
  expect(output).toMatch(/Ran 3 tests/)
  expect(code).toBe(0)
})

it('failures are told by the name of their session, once', () => {
  const output =
    'FAILED tests/a_test.py::test_x - AssertionError\nFAILED tests/a_test.py::test_y\nERROR b_test.py\n'
  expect(python.tests?.failures(output)).toEqual(['tests/a_test.py', 'b_test.py'])
  expect(python.tests?.refused?.('leakdiff: tests of pytest --forked cannot')).toBe('pytest --forked')
})
