import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { ServerWorkload, TestWorkload } from '../../src/configure/config.ts'
import { measureTrial } from '../../src/measure/run-trial.ts'
import type { TrialRequest } from '../../src/measure/trial-request.ts'
import { node } from '../../src/runtimes/node/index.ts'
import { carrying, markOf, openTestSandbox, series, siteSeries, tinyWorkload } from '../measure/sandbox.ts'

const { form: _form, start: _start, ready: _ready, round: _round, ...common }: ServerWorkload = tinyWorkload

const directory = fileURLToPath(new URL('../measure/forms/programs', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))

async function measure(text: string, rounds = 3, more: Partial<TrialRequest> = {}) {
  using sandbox = openTestSandbox()
  const workload: TestWorkload = { ...common, form: 'test', runtime: 'node', test: text, rounds }
  const revision = { side: 'head', sha: 'a'.repeat(40), how: 'head', directory } as const
  const instrumentation = await node.instrument({ workload, directory, scratch: sandbox.scratch })
  const request = {
    ...sandbox.request({}),
    workload,
    rounds,
    revision,
    runtime: node,
    instrumentation,
    ...more,
  }
  const trial = await measureTrial(request)
  return { trial, log: sandbox.logged.join('\n') }
}

const growth = (values: readonly number[]): number => (values.at(-1) ?? 0) - (values[0] ?? 0)

test('each file is a role; its tests, hooks and suites run anew each round, and nothing of the runner stays', async () => {
  const mark = markOf('node-test')
  const { trial } = await measure(
    `export ${mark}; node --test passes.test.mjs leaks-one-timer-and-one-kilobyte.test.mjs passes-once.test.mjs skips.test.mjs`,
    6,
  )
  expect(trial.failures).toEqual([])
  const names = trial.roles.map((r) => r.name)
  const once = names.indexOf('passes-once.test.mjs')
  expect(names.toSorted()).toEqual([
    'leaks-one-timer-and-one-kilobyte.test.mjs',
    'passes-once.test.mjs',
    'passes.test.mjs',
  ])
  const [leaks, passes] = ['leaks-one-timer-and-one-kilobyte.test.mjs', 'passes.test.mjs'].map((n) =>
    names.indexOf(n),
  )
  const [first = 0] = series(trial, 'tasks', leaks)
  expect(series(trial, 'tasks', leaks)).toEqual([0, 1, 2, 3, 4, 5].map((more) => first + more))
  expect(growth(series(trial, 'tasks', passes))).toBe(0)
  // The 5000 objects of a suite would show as 160 kB a round.
  expect(growth(series(trial, 'heap-bytes', passes))).toBeLessThan(160_000)
  expect(trial.notes.map((n) => n.text)).toEqual([
    '`registry > registers`, `server`, `counter > counts` of passes-once.test.mjs pass once and not twice in one process: left out, the other tests of passes-once.test.mjs are judged.',
  ])
  expect(trial.notes.map((n) => n.paths)).toEqual([['passes-once.test.mjs']])
  expect(growth(series(trial, 'tasks', once))).toBe(5)
  expect(carrying(mark)).toEqual([])
})

test('a test that fails is named; no test executed is a failed round', async () => {
  const failing = await measure('node --test fails.test.mjs')
  expect(failing.trial.failures[0]?.text).toBe('`suite > part` of fails.test.mjs fails in warm-up.')
  const nothing = await measure('node skips.test.mjs')
  expect(nothing.trial.failures).toMatchObject([{ code: 'no-test', text: '`test` executed no test.' }])
})

test('what fails once is measured again; what fails from some repetition on leaves out itself', async () => {
  const { trial } = await measure('node --test fails-later.test.mjs', 6)
  expect(trial.failures).toEqual([])
  expect(trial.notes.map(({ code, subject }) => [code, subject])).toEqual([
    ['fails-later', '`has a quota` of fails-later.test.mjs'],
  ])
  expect(growth(series(trial, 'tasks'))).toBe(5)
})

test('vitest is repeated in its workers, one file after the other', async () => {
  const { trial, log } = await measure(`node ${vitest} run --root vitest --config vitest.config.mjs`)
  expect(trial.failures, log).toEqual([])
  const names = trial.roles.map((r) => r.name)
  expect(names.toSorted()).toEqual([
    'vitest/leaks-one-timer.spec.mjs',
    'vitest/passes-once.spec.mjs',
    'vitest/passes.spec.mjs',
  ])
  const leaks = names.indexOf('vitest/leaks-one-timer.spec.mjs')
  expect(series(trial, 'tasks', leaks)).toHaveLength(3)
  // Not the total: for a moment it may hold a timer of vitest's own, which sends what a test reports.
  expect(growth(siteSeries(trial, 'tasks', /\(leaks-one-timer\.spec\.mjs\)$/))).toBe(2)
  // An array of 80 kB in the calls of a mock, each round.
  const passes = names.indexOf('vitest/passes.spec.mjs')
  expect(growth(series(trial, 'heap-bytes', passes))).toBeLessThan(160_000)
  expect(trial.notes.map((n) => n.text)).toEqual([
    '`registers`, `server` of vitest/passes-once.spec.mjs pass once and not twice in one process: left out, the other tests of vitest/passes-once.spec.mjs are judged.',
  ])
  expect(growth(siteSeries(trial, 'tasks', /\(passes-once\.spec\.mjs\)$/))).toBe(2)
})

test('of files for which there is no time the first is measured, and the others run once and are named', async () => {
  const plan = { decides: true, changed: ['passes.test.mjs'], limit: 0, left: new Map() }
  const { trial } = await measure('node --test passes.test.mjs passes-once.test.mjs', 3, { plan })
  expect(trial.failures).toEqual([])
  expect(trial.roles).toHaveLength(1)
  const [left = ''] = plan.left.keys()
  expect(trial.notes.map(({ code, paths }) => ({ code, paths }))).toContainEqual({
    code: 'tests-left',
    paths: [left],
  })
})

const folder = mkdtempSync(join(tmpdir(), 'leakdiff-runners-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['ava', 'jasmine'])(
  '%s is refused by its name, before it runs anything, with what to do instead',
  async (runner) => {
    const bin = join(folder, `node_modules/${runner}/bin`)
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, `${runner}.js`), '')
    const { trial } = await measure(`node ${bin}/${runner}.js`)
    expect(trial.failures).toMatchObject([
      { code: 'test-runner', text: `Tests of ${runner} cannot be repeated in one process.` },
    ])
    expect(trial.failures[0]?.remedy).toContain('`run`')
  },
)
