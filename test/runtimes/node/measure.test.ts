import { afterEach, describe, expect, it } from 'vitest'
import type { Profile } from '../../../src/profile/profile.ts'
import { node } from '../../../src/runtimes/node/index.ts'
import {
  median,
  nodes,
  profileOf,
  profiles,
  type Running,
  series,
  start,
  steps,
  totals,
  versionOf,
} from './program.ts'

let running: Running | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

/** Values by the site of the leaf frame. */
function byLeaf(profile: Profile): ReadonlyMap<string, number> {
  const leaves = new Map<string, number>()
  for (const { stack, value } of profile.samples) {
    const leaf = stack.at(-1)
    if (leaf) leaves.set(node.site(leaf), (leaves.get(node.site(leaf)) ?? 0) + value)
  }
  return leaves
}

describe.each(nodes.map((executable) => ({ executable, version: versionOf(executable) })))(
  'an unchanged program on Node $version',
  ({ executable }) => {
    it('that leaks one timer a round is counted exactly, and named by the user’s function', async () => {
      running = await start('leaks-timers.cjs', ['1'], { executable })
      const tasks = await series(running, 'tasks', 4)
      expect(steps(tasks)).toEqual([1, 1, 1])

      const found = profileOf(await profiles(await running.probe(), running.sockets, 4), 'tasks')
      expect(found.total).toBe(tasks.at(-1))
      expect(byLeaf(found).get('watch (leaks-timers.cjs)')).toBe(6)
      expect(found.samples.find(({ stack }) => stack.at(-1)?.function === 'watch')?.attributes?.state).toBe(
        'Timeout',
      )
    })

    it('that leaks 1,000 timers a round grows by what it grows without the probe', async () => {
      const plain = await start('leaks-timers.cjs', ['1000'], {
        command: [executable, '--expose-gc', 'leaks-timers.cjs', '1000'],
        bare: true,
      })
      running = plain
      const alone: number[] = []
      for (let round = -1; round <= 6; round++) alone.push(Number(await plain.round()))
      await plain.stop()

      running = await start('leaks-timers.cjs', ['1000'], { executable })
      const measured = await series(running, 'heap-bytes', 6)
      const truth = median(steps(alone.slice(2)))
      expect(truth).toBeGreaterThan(150_000)
      expect(median(steps(measured)) / truth).toBeGreaterThan(0.8)
      expect(median(steps(measured)) / truth).toBeLessThan(1.2)
    })

    it('that leaks objects shows their bytes, their stack, and the round in which each was born', async () => {
      running = await start('leaks-objects.mjs', [], { executable, stage: 'confirm' })
      const probe = await running.probe()
      const all: Profile[] = []
      for (const round of [0, 0, 1, 2, 3, 4, 5, 6]) {
        await running.round()
        await totals(probe)
        all.push(profileOf(await profiles(probe, running.sockets, round), 'heap-bytes'))
      }
      const last = all.at(-1)
      const born = (name: string): readonly number[] =>
        [0, 1, 2, 3, 4, 5, 6].map((round) =>
          (last?.samples ?? [])
            .filter(
              ({ stack, attributes }) => attributes?.born === round && stack.some((f) => f.function === name),
            )
            .reduce((count, { attributes }) => count + (attributes?.count ?? 0), 0),
        )
      // A leak has survivors of every round, the warm-up's two together in round 0;
      // a window of three rounds those of the last three,
      // and of earlier ones at most the table that holds it.
      expect(born('makeRows').every((count) => count > 0)).toBe(true)
      const pages = born('makePages')
      const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
      expect(pages.slice(4).every((count) => count > 0)).toBe(true)
      expect(sum(pages.slice(1, 4))).toBeLessThan(Math.min(...pages.slice(4)))
      expect(last?.period).toBe(4096)
      expect(last?.exact).toBe(false)
      const kept = (last?.samples ?? []).find(({ stack }) => stack.some((f) => f.function === 'makeRows'))
      expect(kept?.stack.at(-1)?.file ?? '').not.toContain('file:')
      expect(last?.samples.some(({ stack }) => stack.some((f) => f.file.endsWith('/probe/node.cjs')))).toBe(
        false,
      )
    })

    it('that leaks buffers grows outside the heap by their exact size', async () => {
      running = await start('leaks-buffers.cjs', [], { executable })
      expect(median(steps(await series(running, 'external-bytes', 4)))).toBe(100_000)
    })

    it('that grows a WebAssembly memory grows outside the heap', async () => {
      running = await start('grows-wasm-memory.cjs', [], { executable })
      expect(median(steps(await series(running, 'external-bytes', 4)))).toBe(8 * 65_536)
    })

    it('that adds listeners has more objects by their exact number: each is a function, and holds an array', async () => {
      running = await start('adds-listeners.cjs', [], { executable })
      expect(median(steps(await series(running, 'heap-objects', 4)))).toBe(200)
    })

    it('that serves requests and keeps nothing stays below the floors', async () => {
      running = await start('serves-cleanly.cjs', [], { executable })
      const probe = await running.probe()
      const heap = await series(running, 'heap-bytes', 6)
      expect(median(steps(heap))).toBeLessThan(node.floors['heap-bytes'] ?? 0)
      const objects = await series(running, 'heap-objects', 4)
      expect(Math.max(...steps(objects))).toBeLessThanOrEqual(node.floors['heap-objects'] ?? 0)
      const before = (await totals(probe)).tasks
      await running.round()
      expect((await totals(probe)).tasks).toBe(before)
      const found = profileOf(await profiles(probe, running.sockets, 6), 'tasks')
      expect(found.total).toBe(before)
      expect(found.samples.filter(({ attributes }) => attributes?.state === 'Timeout')).toEqual([])
    })

    it('that leaks timers which do not keep it alive is seen', async () => {
      running = await start('leaks-unref-timers.cjs', [], { executable })
      expect(steps(await series(running, 'tasks', 3))).toEqual([3, 3])
    })

    it.each([
      ['a worker thread', 'leaks-in-worker.cjs', [], /-w\d+\.sock$/],
      ['a forked child', 'leaks-in-child.cjs', [], /^node-\d+\.sock$/],
      ['a worker of a cluster', 'leaks-in-child.cjs', ['cluster'], /^node-\d+\.sock$/],
    ])('that leaks in %s is measured there, not in the parent', async (_where, program, args, name) => {
      running = await start(program, args, { executable })
      const probes = await running.probes(2)
      const parent = `node-${running.child.pid}.sock`
      const other = [...probes.keys()].find((socket) => socket !== parent) ?? ''
      expect(other).toMatch(name)
      expect(node.socketPid(other)).toBe(probes.get(other)?.pid)
      // A thread may block for as long as it likes; a process is asked until it answers.
      expect([probes.get(parent)?.thread, probes.get(other)?.thread]).toEqual([
        undefined,
        /-w/.test(other) ? true : undefined,
      ])
      const rounds = async (): Promise<readonly (readonly [number, number])[]> => {
        const values: (readonly [number, number])[] = []
        for (let round = 0; round < 4; round++) {
          await running?.round()
          const count = async (socket: string) => (await totals(probes.get(socket) ?? fail())).tasks ?? fail()
          values.push([await count(parent), await count(other)])
        }
        return values
      }
      const values = (await rounds()).slice(1)
      expect(steps(values.map(([inParent]) => inParent))).toEqual([0, 0])
      expect(steps(values.map(([, inOther]) => inOther))).toEqual([1, 1])
    })
  },
)

function fail(): never {
  throw new Error('absent')
}
