import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { left, repeat } from '../runtimes/python/sessions.ts'

const root = join(import.meta.dirname, '../..')
let place = ''
let program = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'python-plugins-'))
  cpSync(join(root, 'test/runtimes/python/plugins'), place, { recursive: true })
  const script = join(root, 'scripts/install-python.mjs')
  program = execFileSync(process.execPath, [script, 'pytest-plugins']).toString().trim()
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const run = (folder: string, words: readonly string[], rounds: number) =>
  repeat(program, join(place, folder), words, rounds)

describe('Django', () => {
  it.each([
    ['pytest-django, in any order', ['-m', 'pytest', '-q', 'test_client.py', 'test_cases.py'], 2],
    ['its own runner', ['manage.py', 'test'], 1],
  ])('%s: the client, the database and its transactions leave nothing behind', async (_, words, files) => {
    const { code, output, sessions } = await run('django', words, 18)
    expect(sessions, output).toHaveLength(files)
    for (const session of sessions) {
      expect(session.rounds.map(({ failed }) => failed)).toEqual(Array(18).fill(null))
      // What requests left before was 85.
      expect(left(session), `${session.name} ${session.objects}`).toBeLessThan(32)
    }
    expect(code).toBe(0)
  })
})

describe('loops', () => {
  it('loops of asyncio and anyio, of a test, a module and the session, are the same in each round', async () => {
    const { code, output, sessions } = await run('asynchronous', ['-m', 'pytest', '-q'], 18)
    expect(sessions.map(({ name }) => name).toSorted(), output).toEqual([
      'test_anyio.py',
      'test_auto.py',
      'test_tasks.py',
    ])
    for (const session of sessions) {
      const grown = expect(left(session), `${session.name} ${session.objects}`)
      if (session.name === 'test_tasks.py') grown.toBeGreaterThanOrEqual(3)
      else grown.toBeLessThan(3)
    }
    expect(code).toBe(0)
  })
  it('--forked is refused by its name', async () => {
    const { output, sessions } = await run('asynchronous', ['-m', 'pytest', '--forked'], 1)
    expect(sessions).toEqual([])
    expect(output).toContain('leakdiff: tests of pytest --forked cannot be repeated in one process')
  })
})
