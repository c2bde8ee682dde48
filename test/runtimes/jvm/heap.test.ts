import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Held } from '../../../src/runtimes/jvm/heap/grown.ts'
import { retainersOf } from '../../../src/runtimes/jvm/heap/growth.ts'
import { heldIn } from '../../../src/runtimes/jvm/heap/held.ts'
import { contract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'heap-'))
const dump = (number: number): string => join(folder, `${number}.hprof`)
afterAll(() => rmSync(folder, { recursive: true }))

/** What came before each moment but the first. */
const ways = [
  ['a map', 1, 'static Keeps.sessions → ConcurrentHashMap → Keeps.Session'],
  ['a list in a map', 1, 'static Keeps.byUser → HashMap → ArrayList → Keeps.Session'],
  ['a thread local', 1, 'thread local Keeps.current → HashMap → Keeps.Session'],
  ['listeners', 2, 'static Keeps.bus → Keeps.Bus.listeners → ArrayList → Keeps lambda'],
  ['an array', 2, 'static Keeps.registry → Keeps.Registry.all → Keeps.Session[] → Keeps.Session'],
  ['a list whose items refer to each other', 2, 'static Keeps.last → Keeps.Link.before → Keeps.Link'],
  ['threads', 3, 'running thread → Keeps lambda'],
  ['class loaders', 3, 'static Keeps.plugins → ArrayList → URLClassLoader'],
  [
    'a shelf of which a cleaner knows',
    4,
    'running thread → Keeps lambda → Keeps.Shelf.sessions → ArrayList → Keeps.Session',
  ],
  ['classes without a name', 5, 'static Keeps.scripts → ArrayList → class Keeps.Script'],
  [
    'a thread local of a pool that only a thread knows',
    6,
    'thread local Keeps.Pool.mine → ArrayList → Keeps.Session',
  ],
] as const

describe.runIf(contract.available)('who holds what a heap dump has more of', () => {
  const moments: Held[] = []
  beforeAll(async () => {
    execFileSync('javac', ['-d', folder, join(import.meta.dirname, 'programs/Keeps.java')])
    execFileSync('java', ['-Xmx64m', '-XX:+UseSerialGC', '-cp', folder, 'Keeps', folder], { stdio: 'ignore' })
    for (let number = 0; number <= 6; number++) moments.push(await heldIn(dump(number)))
  }, 60_000)

  it.each(ways)('%s', (_, number, path) => {
    const retainers = retainersOf(moments[number - 1] ?? [], moments[number] ?? [])
    expect(retainers.map((one) => one.path)).toContain(path)
    expect(retainers.filter(({ share }) => share > 0.1)).toHaveLength(
      ways.filter(([, moment]) => moment === number).length,
    )
    expect(retainers.reduce((sum, { share }) => sum + share, 0)).toBeGreaterThan(0.95)
  })

  it('nothing is held where nothing came', () => {
    expect(retainersOf(moments[6] ?? [], moments[6] ?? [])).toEqual([])
  })

  it('a dump that is cut is broken, and another file is none', async () => {
    const whole = readFileSync(dump(0))
    for (const bytes of [40, 5000, whole.length >> 1, whole.length - 20]) {
      writeFileSync(dump(99), whole.subarray(0, bytes))
      await expect(heldIn(dump(99))).rejects.toMatchObject({ kind: 'broken' })
    }
    writeFileSync(dump(99), 'JAVA PROFILE of another kind, and long enough')
    await expect(heldIn(dump(99))).rejects.toMatchObject({ kind: 'not-this-format' })
  })
})

/** By bytes, files and classes: who holds single types stands in a test of its own. */
const holdersOf = (before: Held, after: Held) =>
  retainersOf(before, after)
    .filter(({ share }) => share > 0)
    .map(({ types: _, ...told }) => told)

const heldAs = (rows: readonly (readonly [number, string, string, number, number])[]): Held =>
  rows.map(([parent, field, name, objects, bytes]) => ({ parent, field, name, objects, bytes }))

it('of open files their share is told beside that of bytes', () => {
  const held = (each: number): Held =>
    heldAs([
      [-1, '', 'static Shop.receipts', 0, 0],
      [0, '', 'java.util.ArrayList', 1, 24],
      [1, '', 'java.io.FileInputStream', each, 32 * each],
      [2, 'fd', 'java.io.FileDescriptor', each, 40 * each],
      [-1, '', 'static Shop.pages', 0, 0],
      [4, '', 'java.util.ArrayList', 1, 24],
      [5, '', 'shop.Page', each, 48 * each],
    ])
  expect(holdersOf(held(1), held(11))).toEqual([
    { path: 'static Shop.receipts → ArrayList → FileInputStream', bytes: 720, share: 0.6, files: 1 },
    { path: 'static Shop.pages → ArrayList → Page', bytes: 480, share: 0.4 },
  ])
})

it('the first and the last of one list are held by one, and two fields of a class by two', () => {
  const held = (each: number): Held =>
    heldAs([
      [-1, '', 'static Shop.wheel', 0, 0],
      [0, '', 'io.netty.util.Bucket', 1, 24],
      [1, 'head', 'io.netty.util.Timeout', each, 30 * each],
      [1, 'tail', 'io.netty.util.Timeout', each, 30 * each],
      [-1, '', 'static Shop.first', 0, 0],
      [4, '', 'shop.Page', each, 20 * each],
      [-1, '', 'static Shop.second', 0, 0],
      [6, '', 'shop.Page', each, 20 * each],
    ])
  expect(holdersOf(held(1), held(11)).map(({ path, share }) => [path, share])).toEqual([
    ['static Shop.wheel → Bucket.head → Timeout', 0.6],
    ['static Shop.first → Page', 0.2],
    ['static Shop.second → Page', 0.2],
  ])
})

it('a long path is told by the innermost names of its classes', () => {
  const timer = 'java.util.concurrent.ScheduledThreadPoolExecutor'
  const held = (each: number): Held =>
    heldAs([
      [-1, '', 'static reactor.core.scheduler.Schedulers.CACHED_PARALLEL', 0, 0],
      [0, '', 'reactor.core.scheduler.Schedulers$CachedScheduler', 1, 24],
      [1, 'cached', 'reactor.core.scheduler.ParallelScheduler', 1, 24],
      [2, 'state', timer, 1, 24],
      [3, 'workQueue', `${timer}$DelayedWorkQueue`, 1, 24],
      [4, 'queue', `${timer}$ScheduledFutureTask`, each, 70 * each],
    ])
  expect(holdersOf(held(1), held(11)).map(({ path }) => path)).toEqual([
    'static Schedulers.CACHED_PARALLEL → CachedScheduler.cached → ParallelScheduler.state → ScheduledThreadPoolExecutor.workQueue → DelayedWorkQueue.queue → ScheduledFutureTask',
  ])
})

it('what was loaded anew is held with its class loader, where that is most of it', () => {
  const held = (each: number): Held =>
    [
      [-1, '', 'static Shop.plugins', 0, 0],
      [0, '', 'java.util.ArrayList', 1, 24],
      [1, '', 'shop.Plugin', each, 16 * each],
      [2, '', 'class shop.Plugin', each, 100 * each],
      [3, 'classLoader', 'java.net.URLClassLoader', each, 500 * each],
    ].map(([parent, field, name, objects, bytes]) => ({ parent, field, name, objects, bytes })) as Held
  expect(holdersOf(held(1), held(11))).toEqual([
    {
      path: 'static Shop.plugins → ArrayList → Plugin → class Plugin.classLoader → URLClassLoader',
      bytes: 6160,
      share: 1,
      classes: 1,
    },
  ])
})
