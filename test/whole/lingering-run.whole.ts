import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Revision } from '../../src/checkout/revision.ts'
import type { ServerWorkload } from '../../src/configure/config.ts'
import { createRepeats } from '../../src/measure/rounds/repeat.ts'
import { measureWorkload } from '../../src/measure/workload.ts'
import type { WorkloadRequest } from '../../src/measure/workload-request.ts'
import { fakeRuntime } from '../measure/fake-runtime.ts'
import { carrying, fixtures, markOf, shown, tinyWorkload } from '../measure/sandbox.ts'

const revision = (side: Revision['side']): Revision => ({
  side,
  sha: side.padEnd(40, '0'),
  how: 'given',
  directory: fixtures,
})

/**
 * Starts, drains and stops of a comparison that is confirmed once, and the seconds of head's second trial.
 */
async function compared(
  workload: Partial<ServerWorkload>,
  cores = 2,
  more: Partial<Pick<WorkloadRequest, 'ahead' | 'next'>> = {},
) {
  const scratch = mkdtempSync(join(tmpdir(), 'measure-test-'))
  const logged: string[] = []
  try {
    const { trials } = await measureWorkload({
      workload: shown({ ...tinyWorkload, ...workload, rounds: 6, settle: { quiet: 20, limit: 400 } }),
      workloadHash: 'hash',
      runtime: fakeRuntime,
      base: revision('base'),
      head: revision('head'),
      scratch,
      rounds: () => 6,
      version: '0.0.0',
      repeats: createRepeats(1),
      next: (soFar) => (soFar.length < 3 ? 'confirm' : 'done'),
      baseMatters: () => false,
      baseMayMatter: () => false,
      cores,
      goal: () => null,
      keep: async (trial) => trial,
      log: { step: (text) => void logged.push(text), detail: () => {} },
      signal: new AbortController().signal,
      ...more,
    })
    const seconds = trials.find(({ side, number }) => side === 'head' && number === 2)?.seconds ?? 0
    return { steps: logged.filter((text) => /: (?:start|drain|stop)$/.test(text)), seconds, trials }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Rounds of head's confirming trial that is clear at once, when it repeats the workload's so often. */
async function roundsUntilClear(times: number) {
  const scratch = mkdtempSync(join(tmpdir(), 'measure-test-'))
  const repeats = createRepeats(null, new Map([['', 3]]))
  try {
    const { trials } = await measureWorkload({
      workload: shown({
        ...tinyWorkload,
        start: `${mark} node steady.mjs`,
        settle: { quiet: 20, limit: 400 },
      }),
      workloadHash: 'hash',
      runtime: fakeRuntime,
      base: revision('base'),
      head: revision('head'),
      scratch,
      rounds: (stage) => (stage === 'first' ? 2 : 9),
      version: '0.0.0',
      repeats,
      next: (soFar) => {
        repeats.limit(times)
        return soFar.length < 3 ? 'confirm' : 'done'
      },
      isClear: () => true,
      baseMatters: () => false,
      baseMayMatter: () => false,
      cores: 2,
      goal: () => null,
      keep: async (trial) => trial,
      log: { step: () => {}, detail: () => {} },
      signal: new AbortController().signal,
    })
    return trials.find(({ side, number }) => side === 'head' && number === 2)?.rounds.length
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const mark = markOf('lingering')
const leaking = `${mark} node leaks-one-task-per-round.mjs`

test("head's first program is left idle until the trial that confirms it has ended", async () => {
  const { steps, trials } = await compared({ start: `PORT=$PORT ${leaking}` })
  expect(steps).toEqual([
    'head, trial 1: start',
    'base, trial 1: start',
    'base, trial 1: stop',
    'head, trial 2: start',
    'head, trial 2: drain',
    'head, trial 2: stop',
    'head, trial 1: stop',
  ])
  expect(trials.map(({ side, number, failures }) => [side, number, failures])).toEqual([
    ['base', 1, []],
    ['head', 1, []],
    ['head', 2, []],
  ])
  expect(carrying(mark)).toEqual([])
})

test('a program that a command ends by its name is ended before another one starts', async () => {
  const { steps } = await compared({ start: leaking, stop: 'true' })
  expect(steps).toEqual([
    'head, trial 1: start',
    'head, trial 1: stop',
    'base, trial 1: start',
    'base, trial 1: stop',
    'head, trial 2: start',
    'head, trial 2: drain',
    'head, trial 2: stop',
  ])
})

test('on a machine with four cores both sides are measured at once', async () => {
  const { steps, trials } = await compared({ start: leaking }, 4)
  expect(new Set(steps.slice(0, 2))).toEqual(new Set(['base, trial 1: start', 'head, trial 1: start']))
  expect(trials.map(({ side, number }) => `${side} ${number}`)).toEqual(['base 1', 'head 1', 'head 2'])
})

test('where one trial leaves room for another, a head that grows by itself is confirmed while base is measured', async () => {
  const ahead = () => true
  const { steps, trials } = await compared({ start: `PORT=$PORT ${leaking}` }, 3, { ahead })
  expect(new Set(steps.slice(1, 3))).toEqual(new Set(['base, trial 1: start', 'head, trial 2: start']))
  expect(steps.at(-1)).toBe('head, trial 1: stop')
  expect(trials.map(({ failures, number, side }) => [side, number, failures])).toEqual([
    ['base', 1, []],
    ['head', 1, []],
    ['head', 2, []],
  ])
  const excused = await compared({ start: `PORT=$PORT ${leaking}` }, 3, { ahead, next: () => 'done' })
  expect(excused.trials.map(({ number, side }) => `${side} ${number}`)).toEqual(['base 1', 'head 1'])
  expect(carrying(mark)).toEqual([])
})

test('a suspect is clear only once the confirming trial has done what the first did', async () => {
  expect(await roundsUntilClear(3)).toBe(2)
  expect(await roundsUntilClear(1)).toBe(6)
})
