import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Profile, Quantity } from '../../../src/profile/profile.ts'
import type { Probe } from '../../../src/runtimes/probe.ts'
import { python } from '../../../src/runtimes/python/index.ts'
import { growth, programs, pythons, snapshot, start, totals, versionOf } from './program.ts'

describe.each(pythons.map((executable) => [versionOf(executable), executable] as const))(
  '%s',
  (_, executable) => {
    it('a clean program grows by less than the floors in either stage', async () => {
      for (const stage of ['first', 'confirm'] as const) {
        await using running = await start('serves_cleanly.py', { executable, stage })
        const grown = await growth(running, await running.probe())
        for (const [quantity, floor] of Object.entries(python.floors))
          expect(Math.abs(grown[quantity as Quantity] ?? 0), `${stage} ${quantity}`).toBeLessThan(floor)
      }
    })

    it('objects that are kept are counted for nothing, and found by who asked for them when traced', async () => {
      await using first = await start('keeps_sessions.py', { executable })
      const counted = await growth(first, await first.probe())
      expect(counted['heap-objects']).toBeGreaterThanOrEqual(200)
      expect(counted).not.toHaveProperty('heap-bytes')
      await using confirming = await start('keeps_sessions.py', { executable, stage: 'confirm' })
      const probe = await confirming.probe()
      await confirming.round()
      const before = await snapshot(probe)
      await confirming.round()
      const after = await snapshot(probe)
      const grown = bytesOf(after, 'Session.__init__') - bytesOf(before, 'Session.__init__')
      expect(grown).toBeGreaterThanOrEqual(100 * 200)
      expect(grown).toBeLessThan(100 * 400)
    })

    it('what is old is looked through again where anything grows, and when nobody drives it any more', async () => {
      for (const stage of ['first', 'confirm'] as const) {
        await using turning = await start('keeps_the_newest_in_cycles.py', { executable, stage })
        const grown = await growth(turning, await turning.probe())
        expect(Math.abs(grown['heap-objects'] ?? 0), stage).toBeLessThan(16)
      }
      await using letting = await start('lets_go_in_cycles.py', { executable })
      const probe = await letting.probe()
      const kept: number[] = []
      for (let round = 1; round <= 11; round++) {
        await letting.round()
        kept.push((await totals(probe))['heap-objects'] ?? 0)
      }
      const [first = 0, last = 0] = [kept.at(0), kept.at(-1)]
      expect(last - first).toBeGreaterThanOrEqual(10 * 300)
      await letting.round()
      await totals(probe)
      await probe.collect(true)
      expect(((await totals(probe))['heap-objects'] ?? 0) - first).toBeLessThan(300)
    })

    it('bytes of large blocks are told with the heap, those of C outside of it', async () => {
      for (const [program, inside, outside] of [
        ['keeps_large_blocks.py', 100_000, 0],
        ['keeps_memory_of_c.py', 0, 100_000],
      ] as const) {
        await using first = await start(program, { executable })
        const counted = await growth(first, await first.probe())
        expect(counted['external-bytes'], program).toBeGreaterThanOrEqual(100_000)
        await using confirming = await start(program, { executable, stage: 'confirm' })
        const grown = await growth(confirming, await confirming.probe())
        expect(Math.abs((grown['heap-bytes'] ?? 0) - inside), program).toBeLessThan(4000)
        expect(Math.abs((grown['external-bytes'] ?? 0) - outside), program).toBeLessThan(4000)
      }
    })

    it('threads are told by their stacks', async () => {
      await using running = await start('starts_threads.py', { executable })
      const probe = await running.probe()
      expect((await growth(running, probe)).tasks).toBe(5)
      const rows = tasksOf(await snapshot(probe))
      const row = rows.find(({ stack }) => stack.some((frame) => /wait_for_nothing$/.test(frame.function)))
      expect(row).toMatchObject({
        value: 45,
        attributes: { state: expect.stringMatching(/^threading\..*wait$/) },
      })
    })

    it('asyncio tasks of every loop are told by what they await, those that are done are not', async () => {
      await using running = await start('starts_asyncio_tasks.py', { executable })
      const probe = await running.probe()
      expect((await growth(running, probe)).tasks).toBe(5)
      const row = tasksOf(await snapshot(probe)).find(({ value }) => value === 45)
      expect(row?.stack.map((frame) => frame.function)).toEqual(['watch', 'forever', 'sleep'])
      expect(row?.attributes?.state).toBe('await asyncio.sleep')
    })

    it('an asyncio task waits for what its users call by a name, whatever C has put between', async () => {
      await using running = await start('awaits_what_c_made.py', { executable })
      const probe = await running.probe()
      await running.round()
      const rows = tasksOf(await snapshot(probe)).map(({ stack, attributes }) => [
        stack[0]?.function,
        [...stack.slice(1).map((frame) => frame.function.replace(/^.*\./, '')), attributes?.state].join(' '),
      ])
      const waits = Object.fromEntries(rows.filter(([name]) => /^of_an?_|^of_several$/.test(name ?? '')))
      expect(waits).toEqual({
        of_a_future: 'await asyncio.Future',
        of_a_task: 'await of_a_future',
        of_several: 'await asyncio.gather',
        of_an_event: expect.stringMatching(/^wait await asyncio\.(?:Event\.)?wait$/),
        of_a_queue: expect.stringMatching(/^get await asyncio\.(?:Queue\.)?get$/),
        of_a_generator: 'prices sleep await asyncio.sleep',
        of_an_object: '__await__ of_a_future await asyncio.Future',
      })
    })

    it('a child that is forked answers for itself', async () => {
      await using running = await start('leaks_in_a_fork.py', { executable })
      const probes = await running.probes(2)
      const child = [...probes].find(([pid]) => pid !== running.pid)?.[1]
      if (child === undefined) throw new Error('no probe in the child')
      expect((await growth(running, child))['heap-objects']).toBeGreaterThanOrEqual(100)
    })

    it.each(['fork', 'spawn', 'forkserver'])(
      'a child that multiprocessing starts by %s answers for itself',
      async (method) => {
        await using running = await start('leaks_in_children.py', { executable, args: [method] })
        await running.round()
        const probes = await running.probes(2)
        const children = [...probes].filter(([pid]) => pid !== running.pid)
        const grown = await Promise.all(children.map(([, child]) => growth(running, child)))
        expect(Math.max(...grown.map((child) => child['heap-objects'] ?? 0))).toBeGreaterThanOrEqual(100)
      },
    )

    it('a program in a zip archive is measured', async () => {
      const place = mkdtempSync(join(tmpdir(), 'python-zip-'))
      try {
        const archive = join(place, 'keeper.pyz')
        const app = join(place, 'app')
        mkdirSync(app)
        for (const [from, to] of [
          ['keeps_sessions.py', '__main__.py'],
          ['rounds.py', 'rounds.py'],
        ] as const)
          copyFileSync(join(programs, from), join(app, to))
        execFileSync(executable, ['-m', 'zipapp', app, '-o', archive])
        await using running = await start(archive, { executable })
        expect((await growth(running, await running.probe()))['heap-objects']).toBeGreaterThanOrEqual(200)
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    })

    it('a program sees neither the probe nor its folder, and its own sitecustomize is imported', async () => {
      const place = mkdtempSync(join(tmpdir(), 'python-users-'))
      try {
        writeFileSync(join(place, 'sitecustomize.py'), 'mine = 42\n')
        await using running = await start('tells_what_it_sees.py', { executable, env: { PYTHONPATH: place } })
        const seen = JSON.parse(running.first)
        expect(seen).toMatchObject({ sitecustomize: 42, threads: 1, ours: [] })
        expect(seen.path.filter((path: string) => /python-scratch-/.test(path))).toEqual([])
        expect(seen.path).toContain(place)
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    })

    it('a program that traces memory itself is refused', async () => {
      await using running = await start('serves_cleanly.py', { executable, options: ['-X', 'tracemalloc=5'] })
      await expect((await running.probe()).count()).rejects.toThrow('uses tracemalloc itself')
    })

    it('who created a task is told of those made after the first snapshot, by whichever loop', async () => {
      await using running = await start('starts_asyncio_tasks.py', { executable, stage: 'diagnose' })
      const probe = await running.probe()
      await snapshot(probe, 'mark')
      await running.round()
      const tasks = (await snapshot(probe)).find(({ quantity }) => quantity === 'tasks')
      const watches = tasks?.samples.filter(({ stack }) => stack[0]?.function === 'watch') ?? []
      const creators = watches.flatMap(({ attributes }) => attributes?.ancestry?.[0] ?? [])
      expect(watches.length).toBe(5)
      expect(creators.filter((frame) => frame.function === 'open_watches').length).toBe(5)
    })

    it('a diagnostic run traces what is born from its mark on', async () => {
      const traced = async (stage: 'confirm' | 'diagnose') => {
        await using running = await start('keeps_sessions.py', { executable, stage })
        const probe = await running.probe()
        await running.round()
        if (stage === 'diagnose') await snapshot(probe, 'mark')
        const before = (await totals(probe))['heap-bytes'] ?? 0
        await running.round()
        return { before, round: ((await totals(probe))['heap-bytes'] ?? 0) - before }
      }
      const [confirming, diagnosed] = [await traced('confirm'), await traced('diagnose')]
      expect(diagnosed.before).toBeLessThan(confirming.before / 10)
      expect(diagnosed.round).toBeGreaterThan(confirming.round / 2)
    })

    it('a timer is no heavier in a diagnostic run', async () => {
      await using running = await start('keeps_timers.py', { executable, stage: 'diagnose' })
      const probe = await running.probe()
      await snapshot(probe, 'mark')
      const grown = await growth(running, probe)
      expect(grown['heap-bytes'] ?? 0).toBeGreaterThan(100 * 50)
      expect(grown['heap-bytes'] ?? 0).toBeLessThan(100 * 600)
    })

    it.each([
      ['keeps_sessions.py', 'keeps_sessions.sessions → dict → Session'],
      ['caches_prices.py', 'caches_prices.Price → of → lru_cache → dict → list'],
      ['keeps_carts_beside_proxies.py', 'keeps_carts_beside_proxies.carts → dict → Cart'],
      ['registers_classes.py', 'registers_classes.show → dict → mappingproxy → dict → class'],
    ])('who holds what is new is told by names, without keys or values: %s', async (program, path) => {
      await using running = await start(program, { executable, stage: 'diagnose' })
      const probe = await running.probe()
      await running.round()
      await snapshot(probe, 'mark')
      await running.round()
      const [first] = await holders(probe)
      expect(first?.path).toBe(path)
      expect(first?.share).toBeGreaterThan(0.5)
      expect(await totals(probe)).toHaveProperty('heap-bytes')
    })
  },
)

async function holders(probe: Probe) {
  const directory = mkdtempSync(join(tmpdir(), 'python-snapshot-'))
  try {
    const paths = await probe.snapshot(directory, { round: 2, dump: true, graph: 'write' })
    const path = paths.find((one) => basename(one).endsWith('.holders.json'))
    return (await python.objectGraph?.retainers(path ?? '')) ?? []
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const tasksOf = (profiles: readonly Profile[]) =>
  profiles.filter(({ quantity }) => quantity === 'tasks').flatMap(({ samples }) => samples)

const bytesOf = (profiles: readonly Profile[], name: string): number =>
  profiles
    .filter(({ quantity }) => quantity === 'heap-bytes')
    .flatMap(({ samples }) => samples)
    .filter(({ stack }) => stack.at(-1)?.function === name && stack.at(-1)?.file.startsWith(programs))
    .reduce((sum, { value }) => sum + value, 0)
