import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { python } from '../../../src/runtimes/python/index.ts'
import { left, type Repeated, repeat as repeatIn } from './sessions.ts'

/** test/global-setup.ts installs it. */
const withPytest = join(import.meta.dirname, '../../../.cache/pytest/bin/python')
let place = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'python-suite-'))
  cpSync(join(import.meta.dirname, 'suite'), place, { recursive: true })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const repeat = (words: readonly string[], rounds?: number) => repeatIn(withPytest, place, words, rounds)

it('each file is a session, whose tests run once a round while the first round alone is reported', async () => {
  const { code, output, sessions } = await repeat(
    ['-m', 'pytest', '-q', 'test_fixtures.py', 'test_leaks.py'],
    12,
  )
  expect(sessions.map(({ name, goesOn }) => [name, goesOn])).toEqual([
    ['test_fixtures.py', true],
    ['test_leaks.py', false],
  ])
  const [clean, leaky] = sessions as [Repeated, Repeated]
  for (const { executed, failed } of clean.rounds.slice(1)) expect([executed, failed]).toEqual([32, null])
  expect(left(clean), `${clean.objects}`).toBeLessThan(4)
  expect(left(leaky), `${leaky.objects}`).toBeGreaterThanOrEqual(40)
  expect(output).toMatch(/33 passed, 1 skipped, 1 warning, 3 subtests passed, 2 rerun/)
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
  expect(shared.sessions[1]?.rounds.map(({ executed }) => executed)).toEqual(Array(4).fill(3))
})

it('unittest is repeated as well, and what it starts waits for no round', async () => {
  const { code, output, sessions } = await repeat(['-m', 'unittest', 'test_unittest'])
  expect(sessions.map(({ name }) => name)).toEqual(['test_unittest.py'])
  expect(sessions[0]?.rounds).toEqual(Array(4).fill({ executed: 3, failed: null, failing: [] }))
  expect(output).toMatch(/Ran 4 tests/)
  expect(code).toBe(0)
})

it('failures are told by the name of their session, once', () => {
  const output =
    'FAILED tests/a_test.py::test_x - AssertionError\nFAILED tests/a_test.py::test_y\nERROR b_test.py\n'
  expect(python.tests?.failures(output)).toEqual(['tests/a_test.py', 'b_test.py'])
  expect(python.tests?.refused?.('leakdiff: tests of pytest --forked cannot')).toBe('pytest --forked')
})
