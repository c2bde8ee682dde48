import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { go } from '../../../src/runtimes/go/index.ts'
import type { Stage } from '../../../src/runtimes/runtime.ts'
import {
  blamed,
  hasGo,
  only,
  program,
  type Repository,
  read,
  repository,
  running,
  shell,
  snapshot,
} from './program.ts'

const names = ['leaks-one-task-per-round', 'leaks-a-megabyte-per-round', 'steady', 'moves-about'] as const
const setup = 'go build -o bin/ ./...'

describe.skipIf(!hasGo)('a Go program with the probe in it', () => {
  let at: Repository
  beforeAll(() => {
    const sources = names.map((name) => [`${name}/main.go`, program(name)])
    at = repository({ 'go.mod': 'module example.com/programs\n\ngo 1.18\n', ...Object.fromEntries(sources) })
  })
  afterAll(() => at.remove())
  const start = (name: (typeof names)[number], stage?: Stage) =>
    running(at, { setup, start: `exec bin/${name}` }, stage)

  it('counts one more task a round, and names it', async () => {
    const run = await start('leaks-one-task-per-round')
    const probe = await only(run)
    expect(probe.pid).toBe(run.child.pid)
    const tasks = [(await read(probe)).tasks]
    for (let i = 0; i < 3; i++) {
      await run.round()
      tasks.push((await read(probe)).tasks)
    }
    expect(tasks).toEqual([1, 2, 3, 4])

    const profiles = await snapshot(probe, true)
    const [exact, dump] = profiles.filter(({ quantity }) => quantity === 'tasks')
    expect(blamed(exact)).toBe(4)
    expect(blamed(dump)).toBe(4)
    const leaked = dump?.samples.find(({ value }) => value === 3)
    expect(leaked?.stack.map(go.site)).toEqual(['main.wait'])
    expect(leaked?.attributes).toMatchObject({ state: 'chan receive', createdBy: { function: 'main.main' } })
    expect(exact?.samples.find(({ value }) => value === 3)?.stack).toEqual(leaked?.stack)
    await run.stop()
  })

  it('reads a leak of known size within one per cent, and samples it at the rate of the stage', async () => {
    for (const [stage, period] of [
      ['first', 16_384],
      ['confirm', 4096],
    ] as const) {
      const run = await start('leaks-a-megabyte-per-round', stage)
      const probe = await only(run)
      await run.round()
      await read(probe)
      await snapshot(probe)
      const before = await read(probe)
      for (let i = 0; i < 4; i++) await run.round()
      const after = await read(probe)
      expect(((after['heap-bytes'] ?? 0) - (before['heap-bytes'] ?? 0)) / (4 << 20)).toBeCloseTo(1, 2)
      expect(((after['heap-objects'] ?? 0) - (before['heap-objects'] ?? 0)) / 4096).toBeCloseTo(1, 2)
      const heap = (await snapshot(probe)).find(({ quantity }) => quantity === 'heap-bytes')
      expect(heap).toMatchObject({ exact: false, period })
      const sampled = heap?.samples.filter(({ stack }) =>
        stack.some((frame) => frame.function === 'main.keep'),
      )
      expect(sampled?.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(3 << 20)
      await run.stop()
    }
  })

  it('does not grow by being measured', async () => {
    const run = await start('steady')
    const probe = await only(run)
    const bytes: number[] = []
    const tasks: number[] = []
    for (let i = 0; i < 12; i++) {
      await run.round()
      const totals = await read(probe)
      bytes.push(totals['heap-bytes'] ?? Number.NaN)
      tasks.push(totals.tasks ?? Number.NaN)
      await snapshot(probe)
    }
    expect(new Set(tasks)).toEqual(new Set([1]))
    // The runtime keeps a descriptor for every goroutine that once was, and for every thread: steps,
    // no slope.
    expect(((bytes[11] ?? 0) - (bytes[2] ?? 0)) / 9).toBeLessThan(8192)
    await run.stop()
  })

  it('stays with a program that changes directory, closes its files, executes itself and has children', async () => {
    const run = await start('moves-about')
    const probe = await only(run)
    await run.round('chdir')
    expect((await read(probe)).tasks).toBe(1)
    await run.round('close')
    // A closed listener may still take one connection, then it opens anew.
    await run.probes(1)
    await run.probes(1)
    expect((await read(probe)).tasks).toBe(1)
    await run.round('exec')
    await run.round('answered by the new program')
    await run.probes(1)
    expect((await read(probe)).tasks).toBe(1)
    await run.round('child')
    const pids = (await run.probes(2)).map(({ pid }) => pid)
    expect(new Set(pids).size).toBe(2)
    expect(pids).toContain(run.child.pid)
    await run.stop()
  })

  it('does nothing without leakdiff, and says when nobody answers', async () => {
    const run = await start('steady')
    await run.probes(1)
    const [socket = ''] = readdirSync(run.sockets)
    run.child.kill('SIGKILL')
    await new Promise((resolve) => run.child.once('exit', resolve))
    await expect(go.connect({ kind: 'socket', path: join(run.sockets, socket) })).rejects.toThrow(
      `The probe ${socket} cannot be reached.`,
    )
    await run.stop()
    expect(shell(at.directory, 'LEAKDIFF_SOCKETS= bin/steady <<< round')).toBe('done\n')
  })
})
