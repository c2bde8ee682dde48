import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'd3-array'
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

interface Run {
  readonly code: number | null
  readonly sessions: readonly Repeated[]
}

/** Starts a command of Maven as a trial does, and repeats all tests that wait, one plan after the other. */
async function repeat(command: string, times: number): Promise<Run> {
  const workload = { form: 'test', test: command } as unknown as Workload
  const { runEnv } = await jvm.instrument({ directory: project, scratch: project, workload })
  const child = spawn('bash', ['-c', jvm.tests?.command(command) ?? ''], {
    cwd: project,
    env: { ...process.env, ...runEnv('confirm', sockets) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const sessions: Repeated[] = []
  for (;;) {
    const found = await waiting(child)
    if (found === null) return { code: await ended, sessions }
    sessions.push(await repeated(join(sockets, found), times))
    rmSync(join(sockets, found))
  }
}

async function repeated(path: string, times: number): Promise<Repeated> {
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
  return { name: tests.name, rounds, bytes }
}

/** null: Maven has ended, and nobody waits. */
async function waiting(child: { readonly exitCode: number | null }): Promise<string | null> {
  for (;;) {
    const found = readdirSync(sockets).find((name) => jvm.socketPid(name) !== null)
    if (found !== undefined || child.exitCode !== null) return found ?? null
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('tests under Surefire are repeated as they are: what each keeps is counted, what passes once is left out', async () => {
  const { code, sessions } = await repeat('mvn --batch-mode --quiet test', 8)
  const [session] = sessions
  if (session === undefined) throw new Error('no tests waited')
  expect(sessions).toHaveLength(1)
  expect(session.name).toBe('src/test')
  // Tests with parameters, within others, made as they run, repeated, and of JUnit 4; not what is disabled.
  expect(session.rounds[0]).toEqual({ executed: 4 + 9 + 2, failed: null, failing: [] })
  expect(session.rounds[1]).toMatchObject({ failing: ['shop.OtherTest.onlyOnce'] })
  expect(session.rounds.at(-1)).toEqual({ executed: 3 + 9 + 2, failed: null, failing: [] })
  // Two arrays of 4,000 bytes with their heads; the list that holds them grows now and then,
  // what JUnit keeps is less, and in any one round the JVM may let go of what it kept.
  const step = median(session.bytes.slice(3).map((value, i) => value - (session.bytes[i + 2] ?? 0)))
  expect(step).toBeGreaterThan(2 * 4016 - 500)
  expect(step).toBeLessThan(2 * 4016 + 3000)
  // What passed in the round that Maven reports is what Maven ends with.
  expect(code).toBe(0)
})

it('a JVM that is given one class after the other has a session of each, of which none counts another’s tests', async () => {
  const { code, sessions } = await repeat('mvn --batch-mode --quiet test -DforkCount=2', 2)
  const executed = sessions.map(({ name, rounds }) => [
    name.replace(/^.*\//, ''),
    rounds.map((r) => r.executed),
  ])
  expect(Object.fromEntries(executed)).toEqual({
    'CartTest.java': [2, 2],
    'NestedTest.java': [9, 9],
    // Its file stands outside of the folder of its package, as it may in Kotlin.
    'OldTest.java': [2, 2],
    'OtherTest.java': [2, 2],
  })
  expect(code).toBe(0)
})
