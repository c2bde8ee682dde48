import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Member } from '../../src/measure/roles/discovery.ts'
import { collectAll, type Patience, readAll } from '../../src/measure/rounds/reading.ts'
import { createThreads } from '../../src/measure/rounds/threads.ts'
import { node } from '../../src/runtimes/node/index.ts'
import type { Probe } from '../../src/runtimes/probe.ts'
import { fixtures, openTestSandbox, series, tinyWorkload } from './sandbox.ts'

const sandbox = openTestSandbox()
afterAll(() => sandbox[Symbol.dispose]())

const forever = new Promise<never>(() => {})

/** A probe that counts so many tasks, until it blocks. */
const probe = (tasks: number, isBlocked: () => boolean, thread?: true): Probe => ({
  pid: 1,
  ...(thread && { thread }),
  collect: () => (isBlocked() ? forever : Promise.resolve()),
  count: () => (isBlocked() ? forever : Promise.resolve([{ quantity: 'tasks', value: tasks }])),
  snapshot: async () => [],
  close: async () => {},
})

function measured(probes: readonly Probe[]) {
  const notes: string[] = []
  const threads = createThreads(({ text }) => notes.push(text))
  const patience: Patience = { milliseconds: 30, signal: new AbortController().signal, threads }
  const member: Member = {
    named: { key: 'app', name: 'app', parent: null },
    process: null,
    started: true,
    probes,
    shared: null,
  }
  const read = async () => {
    const [reading] = await readAll(await collectAll([member], patience, false), '', patience)
    return reading?.totals.get('tasks')
  }
  return { notes, read, threads }
}

it('a thread that never answers is left out for good, and that is told once', async () => {
  const { notes, read } = measured([
    probe(1, () => false),
    probe(10, () => true, true),
    probe(100, () => true, true),
  ])
  expect([await read(), await read()]).toEqual([1, 1])
  expect(notes).toEqual([expect.stringMatching(/^A worker thread of `app` gave no answer/)])
})

it('one whose figures stand in a measured round may not be missing later', async () => {
  const state = { blocked: false }
  const worker = probe(10, () => state.blocked, true)
  const { read, threads } = measured([probe(1, () => false), worker])
  expect(await read()).toBe(11)
  threads.counted([worker])
  state.blocked = true
  await expect(read()).rejects.toThrow('The probe in app gave no figures: no answer within 0.03s')
})

it('a program whose own thread blocks cannot be measured', async () => {
  const { read } = measured([probe(1, () => true), probe(10, () => false, true)])
  await expect(read()).rejects.toThrow('gave no figures')
})

it('a program with a worker that blocks is measured without it, and says so', async () => {
  const workload = { ...tinyWorkload, start: 'node blocks-in-worker.mjs' }
  const scratch = join(sandbox.scratch, 'own')
  const instrumentation = await node.instrument({ workload, directory: fixtures, scratch })
  const trial = await sandbox.measure(workload, { runtime: node, instrumentation })
  expect(trial.failures).toEqual([])
  expect(series(trial, 'tasks').map((value, i, all) => value - (all[0] ?? 0) - i)).toEqual([0, 0, 0])
  expect(trial.notes.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^A worker thread of `node blocks-in-worker.mjs` gave no answer for 5s/),
  )
}, 60_000)
