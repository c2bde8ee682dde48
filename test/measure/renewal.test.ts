import { expect, test } from 'vitest'
import { conclude, decision } from '../../src/pipeline/decision.ts'
import type { BothSides } from '../../src/trial/both-sides.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { fakeRuntime } from './fake-runtime.ts'
import { openTestSandbox, series, tinyWorkload } from './sandbox.ts'

const program = 'node renews-its-workers.mjs'
const poolOf = (name: string) => `${name} (child of ${name})`
const pool = poolOf(program)

async function measured(start: string, rounds: number): Promise<Trial> {
  using sandbox = openTestSandbox()
  return await sandbox.measure({ start, rounds })
}

const both = (head: Trial): BothSides => ({
  trials: [head, { ...head, side: 'base' }],
  headFailure: null,
  baseFailure: null,
  notes: [],
})
const decided = (head: Trial) => conclude(both(head), decision(tinyWorkload, fakeRuntime, '2027-01-01'))

test('a pool whose workers are renewed is not judged, and passes nothing', async () => {
  const trial = await measured(program, 6)
  expect(trial.failures).toEqual([])
  const index = trial.roles.findIndex((role) => role.name === pool)
  expect(trial.roles[index]).toMatchObject({ processes: 2, renewed: true })
  // Every third round half of what had grown is gone: neither growth nor a fall of the program's own.
  const tasks = series(trial, 'tasks', index)
  expect(tasks.some((count, i) => count < (tasks[i - 1] ?? 0))).toBe(true)
  expect(trial.notes).toContainEqual({
    code: 'pool-renewed',
    text: expect.stringContaining(`Workers of the pool \`${pool}\` were renewed during the trial`),
  })
  const { judgement, reasons } = decided(trial)
  expect(reasons).toMatchObject([{ code: 'pool-renewed' }])
  expect(judgement?.totals.map((total) => total.diff.role)).not.toContain(pool)
})

test('a worker that works alone and is renewed is not judged either', async () => {
  const trial = await measured(`${program} alone`, 6)
  expect(trial.failures).toEqual([])
  const role = trial.roles.find(({ name }) => name === poolOf(`${program} alone`))
  expect(role).toMatchObject({ processes: 1, renewed: true })
  expect(decided(trial).reasons).toContainEqual(expect.objectContaining({ code: 'pool-renewed' }))
})

test('one whose workers stay is summed', async () => {
  const trial = await measured(`${program} never`, 3)
  const index = trial.roles.findIndex((role) => role.name === poolOf(`${program} never`))
  expect(trial.roles[index]).not.toHaveProperty('renewed')
  const [first = 0, ...later] = series(trial, 'tasks', index)
  expect(later).toEqual([2, 4].map((grown) => first + grown))
  expect(decided(trial).reasons).not.toMatchObject([{ code: 'pool-renewed' }])
})

test('one whose workers never see two rounds passes nothing either', async () => {
  const trial = await measured(`${program} always`, 3)
  const role = trial.roles.find(({ name }) => name === poolOf(`${program} always`))
  expect(role).toMatchObject({ processes: 2, renewed: true })
  expect(decided(trial).reasons).toContainEqual(expect.objectContaining({ code: 'pool-renewed' }))
})
