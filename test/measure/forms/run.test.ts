import { expect, test } from 'vitest'
import type { RunWorkload, ServerWorkload } from '../../../src/configure/config.ts'
import { measureTrial } from '../../../src/measure/run-trial.ts'
import type { TrialRequest } from '../../../src/measure/trial-request.ts'
import { carrying, markOf, openTestSandbox, series, tinyWorkload } from '../sandbox.ts'

const { form: _form, start: _start, ready: _ready, round: _round, ...common }: ServerWorkload = tinyWorkload

async function measure(run: string, more: Partial<RunWorkload> = {}, request: Partial<TrialRequest> = {}) {
  using sandbox = openTestSandbox()
  const workload: RunWorkload = { ...common, form: 'run', run, ...more }
  const trial = await measureTrial({ ...sandbox.request({}), workload, ...request })
  return { trial, log: sandbox.logged }
}

test('a run that tells of each round is measured after each', async () => {
  const mark = markOf('run')
  const { trial } = await measure(`export ${mark}; node makes-its-own-rounds.mjs all leaks`)
  expect(trial.failures).toEqual([])
  // 1 at the start and 1 a round: the first round is warm-up.
  expect(series(trial, 'tasks')).toEqual([3, 4, 5])
  expect(trial.roles.map((r) => r.name)).toEqual(['node makes-its-own-rounds.mjs all leaks'])
  expect(carrying(mark)).toEqual([])
})

test('it is told how many rounds are left, and 410 when none is', async () => {
  const { trial, log } = await measure('node makes-its-own-rounds.mjs all asks-again; exit 3')
  expect(trial.failures).toMatchObject([{ code: 'run-failed' }])
  expect(trial.failures[0]?.text).toContain('made all of its 4 rounds, and then failed: it ended with exit 3')
  expect(log.join('\n')).toContain(
    '200 {"round":1,"left":3}\n200 {"round":2,"left":2}\n200 {"round":3,"left":1}\n200 {"round":4,"left":0}\n410',
  )
})

test('one that ends early tells how many rounds it made', async () => {
  const { trial } = await measure('node makes-its-own-rounds.mjs 2')
  expect(trial.failures).toMatchObject([{ code: 'too-few-rounds' }])
  expect(trial.failures[0]?.text).toBe('`run` ended early: it made 2 of 4 rounds.')
})

test('one that fails on its way tells how it ended', async () => {
  const { trial } = await measure('node makes-its-own-rounds.mjs 1 fails')
  expect(trial.failures).toMatchObject([{ code: 'run-failed' }])
  expect(trial.failures[0]?.text).toBe('`run` ended early with exit 5: it made 1 of 4 rounds.')
})

test('one that never calls is told to', async () => {
  const timeout = { ...tinyWorkload.timeout, round: 100, ready: 200 }
  const { trial } = await measure('sleep 1000', { timeout })
  expect(trial.failures).toMatchObject([{ code: 'run-hung' }])
  expect(trial.failures[0]?.text).toContain('made 0 of 4 rounds, and told of no further one within 300ms')
})

test('one without a probe says so', async () => {
  const run = 'env -u NODE_OPTIONS node makes-its-own-rounds.mjs all'
  const { trial } = await measure(run)
  expect(trial.failures).toMatchObject([{ code: 'probe-kept-out' }])
  expect(trial.failures[0]?.text).toContain('NODE_OPTIONS')
})
