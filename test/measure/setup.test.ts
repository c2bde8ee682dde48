import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { reasonOf } from '../../src/measure/failure.ts'
import type { CommandError } from '../../src/measure/process/commands.ts'
import { assertMeasurable } from '../../src/measure/process/processes.ts'
import { runSetup } from '../../src/measure/setup.ts'
import { fakeInstrumentation } from './fake-runtime.ts'
import { carrying, fixtures, markOf, shown, tinyWorkload } from './sandbox.ts'

const scratch = mkdtempSync(join(tmpdir(), 'setup-test-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const logged: string[] = []
const log = { step: () => {}, detail: (_: string, lines: readonly string[]) => void logged.push(...lines) }

function setUp(
  setup: string | null,
  more: { timeout?: number; signal?: AbortSignal; directory?: string } = {},
) {
  const timeout = { ...tinyWorkload.timeout, setup: more.timeout ?? 20_000 }
  return runSetup({
    workload: shown({ ...tinyWorkload, setup, timeout, directory: more.directory ?? '.' }),
    revision: { side: 'base', sha: 'b', how: 'given', directory: fixtures },
    headDirectory: '/nowhere',
    rounds: 3,
    scratch,
    instrumentation: fakeInstrumentation,
    log,
    signal: more.signal ?? new AbortController().signal,
  })
}

const failure = (attempt: Promise<unknown>): Promise<CommandError> =>
  attempt.then(
    () => expect.fail('it worked'),
    (error: CommandError) => error,
  )

test('set-up runs in the revision with build flags, and what it leaves running lives until it is disposed', async () => {
  const mark = markOf('setup')
  const flags = '[ "$GOFLAGS" = "-mine -built-by-leakdiff" ] && [ -z "$NODE_OPTIONS" ] && [ -f serve.mjs ]'
  process.env.GOFLAGS = '-mine'
  const up = await setUp(`${flags}; ${mark} setsid -f sleep 1000`).finally(() => delete process.env.GOFLAGS)
  expect(carrying(mark)).toHaveLength(1)
  await up[Symbol.asyncDispose]()
  expect(carrying(mark)).toEqual([])
  expect(readdirSync(scratch)).toEqual([])
})

test('a build that fails names the command and its exit, and its last lines go to the log', async () => {
  const error = await failure(setUp('echo "main.go:3: syntax error"; false | cat'))
  expect(error).toMatchObject({ code: 'setup-failed', output: ['main.go:3: syntax error'] })
  expect(error.message).toMatch(/^`setup` ended with exit 1 \(base\): `echo /)
  expect(reasonOf(error, log).text).toBe(error.message)
  expect(logged).toContain('main.go:3: syntax error')
  expect(readdirSync(scratch)).toEqual([])
})

test('a set-up that hangs is ended, with all that it started', async () => {
  const mark = markOf('hung-setup')
  const error = await failure(setUp(`export ${mark}; setsid -f sleep 1000; sleep 1000`, { timeout: 200 }))
  expect(error.code).toBe('setup-hung')
  expect(error.message).toContain('timed out after 200ms')
  expect(carrying(mark)).toEqual([])
})

test('an abort ends it', async () => {
  const stopper = new AbortController()
  const error = failure(setUp('sleep 1000', { signal: stopper.signal }))
  stopper.abort()
  expect((await error).code).toBe('interrupted')
})

test('a directory that is not there, a command killed by a signal', async () => {
  expect((await failure(setUp('true', { directory: 'nowhere' }))).message).toContain('there is no directory')
  expect((await failure(setUp('kill -9 $$'))).message).toContain('signal SIGKILL')
  expect((await failure(setUp('bash -c "kill -9 \\$\\$"; true'))).message).toContain('exit 137 (SIGKILL)')
})

test('nothing to set up', async () => {
  await using _ = await setUp(null)
})

test('where there is no /proc, it is said what is lacking', () => {
  expect(() => assertMeasurable('darwin')).toThrow(/needs Linux/)
  expect(() => assertMeasurable()).not.toThrow()
})
