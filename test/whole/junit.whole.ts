import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Workload } from '../../src/configure/config.ts'
import { jvm } from '../../src/runtimes/jvm/index.ts'
import type { TestRound } from '../../src/runtimes/test-runner.ts'

let project = ''
let sockets = ''

beforeAll(() => {
  const install = join(import.meta.dirname, '../../scripts/install-java.mjs')
  execFileSync(process.execPath, [install], { stdio: 'inherit' })
  project = mkdtempSync(join(tmpdir(), 'junit-'))
  sockets = mkdtempSync(join(tmpdir(), 'junit-sockets-'))
  cpSync(join(import.meta.dirname, '../runtimes/jvm/junit'), project, { recursive: true })
})
afterAll(() => {
  for (const place of [project, sockets]) rmSync(place, { recursive: true, force: true })
})

interface Repeated {
  readonly name: string
  readonly rounds: readonly TestRound[]
  /** Of live heap after each round. */
  readonly bytes: readonly number[]
}

/** Starts a command of Maven as a trial does, and repeats the first tests that wait. */
async function repeat(command: string, times: number): Promise<{ code: number | null; session: Repeated }> {
  const workload = { form: 'test', test: command } as unknown as Workload
  const { runEnv } = await jvm.instrument({ directory: project, scratch: project, workload })
  const child = spawn('bash', ['-c', jvm.tests?.command(command) ?? ''], {
    cwd: project,
    env: { ...process.env, ...runEnv('confirm', sockets) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const path = join(sockets, await waiting(child))
  const tests = await jvm.tests?.connect(path)
  if (tests === undefined) throw new Error('Java has no tests')
  const rounds: TestRound[] = []
  const bytes: number[] = []
  for (let round = 0; round < times; round++) {
    rounds.push(await tests.round())
    if (rounds.at(-1)?.failed != null) await tests.leaveOut?.()
    await tests.collect()
    bytes.push((await tests.count()).find(({ quantity }) => quantity === 'heap-bytes')?.value ?? 0)
  }
  await tests.end()
  await tests.close()
  return { code: await ended, session: { name: tests.name, rounds, bytes } }
}

async function waiting(child: { readonly exitCode: number | null }): Promise<string> {
  for (;;) {
    const found = readdirSync(sockets).find((name) => jvm.socketPid(name) !== null)
    if (found !== undefined) return found
    if (child.exitCode !== null) throw new Error(`Maven ended with ${child.exitCode} before any test`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('tests under Surefire are repeated as they are: what each keeps is counted, what passes once is left out', async () => {
  const { code, session } = await repeat('mvn --batch-mode --quiet test', 8)
  expect(session.name).toBe('src/test')
  expect(session.rounds[0]).toEqual({ executed: 4, failed: null, failing: [] })
  expect(session.rounds[1]).toMatchObject({ failing: ['shop.OtherTest.onlyOnce'] })
  expect(session.rounds.at(-1)).toEqual({ executed: 3, failed: null, failing: [] })
  // Two arrays of 4,000 bytes with their heads; the list that holds them grows now and then.
  const steps = session.bytes.slice(4).map((value, i) => value - (session.bytes[i + 3] ?? 0))
  for (const step of steps) expect(step).toBeGreaterThanOrEqual(2 * 4016)
  for (const step of steps) expect(step).toBeLessThan(2 * 4016 + 3000)
  // What passed in the round that Maven reports is what Maven ends with.
  expect(code).toBe(0)
})
