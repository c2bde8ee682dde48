import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { textsOf } from '../../src/configure/committed.ts'
import type { ServerWorkload } from '../../src/configure/config.ts'
import { loadConfig } from '../../src/configure/load.ts'
import { createRepeats } from '../../src/measure/rounds/repeat.ts'
import { measureTrial } from '../../src/measure/run-trial.ts'
import type { TrialRequest } from '../../src/measure/trial-request.ts'
import type { Quantity } from '../../src/profile/profile.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { fakeInstrumentation, fakeRuntime } from './fake-runtime.ts'

export const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))

const inputs = { start: 'node steady.mjs', round: 'curl -sf http://127.0.0.1:$PORT/round' }
const { workloads } = await loadConfig({ root: fixtures, inputs, defaultName: 'tiny' })
const written = workloads[0] as ServerWorkload

export const tinyWorkload: ServerWorkload = {
  ...written,
  runtime: 'node',
  ready: { kind: 'url', url: 'http://127.0.0.1:$PORT/' },
  warmup: 1,
  rounds: 3,
  settle: { ...written.settle, quiet: 20, limit: 3000 },
  timeout: { ...written.timeout, setup: 20_000, ready: 20_000, round: 20_000, stop: 20_000 },
}

/** As if all of it stood in the repository. */
export const shown = (workload: ServerWorkload): ServerWorkload => ({
  shown: textsOf(workload),
  ...workload,
})

export interface TestSandbox extends Disposable {
  readonly request: (workload: Partial<ServerWorkload>, more?: Partial<TrialRequest>) => TrialRequest
  readonly measure: (workload: Partial<ServerWorkload>, more?: Partial<TrialRequest>) => Promise<Trial>
  /** Titles and lines that went to the log. */
  readonly logged: readonly string[]
  readonly scratch: string
}

export function openTestSandbox(): TestSandbox {
  const scratch = mkdtempSync(join(tmpdir(), 'measure-test-'))
  mkdirSync(join(scratch, 'own'))
  const logged: string[] = []
  const request: TestSandbox['request'] = (workload, more) => ({
    workload: shown({ ...tinyWorkload, ...workload }),
    workloadHash: 'hash',
    revision: { side: 'head', sha: 'a'.repeat(40), how: 'head', directory: fixtures },
    headDirectory: fixtures,
    rounds: workload.rounds ?? tinyWorkload.rounds,
    number: 1,
    stage: 'first',
    runtime: fakeRuntime,
    instrumentation: fakeInstrumentation,
    versions: { leakdiff: '0.0.0', toolchain: process.version },
    repeats: createRepeats(1),
    scratch: join(scratch, 'own'),
    log: { step: (text) => logged.push(text), detail: (title, lines) => logged.push(title, ...lines) },
    signal: new AbortController().signal,
    ...more,
  })
  return {
    request,
    logged,
    scratch,
    measure: (workload, more) => measureTrial(request(workload, more)),
    [Symbol.dispose]: () => rmSync(scratch, { recursive: true, force: true }),
  }
}

/** One value a round of a role's total; -1 where it is absent. */
export function series(trial: Trial, quantity: Quantity, role = 0): readonly number[] {
  return trial.rounds.map(
    (r) => r.totals.find((t) => t.role === role && t.quantity === quantity)?.value ?? -1,
  )
}

/** One value a round of the first site whose innermost frame has such a name. */
export function siteSeries(trial: Trial, quantity: Quantity, leaf: string | RegExp): readonly number[] {
  const isLeaf = (name: string) => (typeof leaf === 'string' ? name === leaf : leaf.test(name))
  const index = trial.sites.findIndex(
    (s) => s.quantity === quantity && isLeaf(trial.frames[s.stack.at(-1) ?? -1]?.site ?? ''),
  )
  return trial.rounds.map((r) => r.sites.find(([site]) => site === index)?.[1] ?? 0)
}

/**
 * `NAME=value` for the environment of programs of this test alone:
 * the same tests may run elsewhere on the machine.
 */
export const markOf = (test: string): string => `MEASURE_TEST=${test}-${process.pid}-${threadId}`

/** Processes that carry a variable of this value in their environment. */
export function carrying(entry: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(entry)
    } catch {
      return false
    }
  })
}
