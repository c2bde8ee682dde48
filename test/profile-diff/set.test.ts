import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureOf } from '../../src/profile/formats/measure.ts'
import { openPprof } from '../../src/profile/formats/pprof/open.ts'
import { type By, type DiffResult, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { hasPprof, pprofRows } from './oracle.ts'

const folder = join(import.meta.dirname, 'fixtures/set')
const pairs = readdirSync(folder).filter((name) => name.includes('.before.'))
const after = (name: string) => name.replace('.before.', '.after.')
const source = (name: string) => sourceOf(name, readFileSync(join(folder, name)))
const diff = (name: string, by: By, quantity: string | null = null): Promise<DiffResult> =>
  diffProfiles({ moments: [[source(name)], [source(after(name))]], quantity, by })
const files = (name: string) => [join(folder, name), join(folder, after(name))] as const

describe.runIf(hasPprof)('what pprof gives', () => {
  const ofPprof = pairs.filter((name) => /\.pb(?:\.gz)?$/.test(name))
  const columns = ofPprof.flatMap((name) =>
    openPprof(readFileSync(join(folder, name))).types.map(({ type, unit }) => [name, type, unit] as const),
  )
  it.each(columns)('%s, %s', async (name, type, unit) => {
    const { factor } = measureOf(type, unit)
    for (const by of ['function', 'line'] as const) {
      const { rows } = await diff(name, by, type)
      const own = rows.filter((row) => row.name !== '<no frames>')
      const theirs = pprofRows(...files(name), type, by === 'line' ? 'lines' : 'functions', unit)
      expect(
        own.map((row) => ({ ...row, flat: row.flat / factor, cumulative: row.cumulative / factor })),
      ).toEqual(theirs)
    }
  })

  const ofText = [
    'go-1.26.before.heap.1.txt',
    'tcmalloc.before.heap.txt',
    'go-1.26.before.threadcreate.1.txt',
  ]
  // It does not read the names below the stacks.
  it.each(ofText)('%s, in all', async (name) => {
    const type = name.includes('thread') ? 'threadcreate' : 'inuse_space'
    const theirs = pprofRows(...files(name), type, 'functions', type === 'inuse_space' ? 'bytes' : 'count')
    const { total } = await diff(name, 'function')
    expect(total).toBe(theirs.reduce((sum, row) => sum + row.flat, 0))
  })
})

describe('what each writer shows', () => {
  const shown: Readonly<Record<string, readonly [quantity: string, name: string, atLeast: number]>> = {
    'go-1.19.before.heap.pb.gz': ['heap-bytes', 'main.cache', 5e6],
    'go-1.20.before.heap.pb.gz': ['heap-bytes', 'main.cache', 5e6],
    'go-1.25.before.heap.pb.gz': ['heap-bytes', 'main.cache', 5e6],
    'go-1.24.before.goroutine.pb.gz': ['tasks', 'runtime.gopark', 7],
    'go-1.26.before.heap.pb.gz': ['heap-bytes', 'main.cache', 5e6],
    'go-1.26.before.heap.1.txt': ['heap-bytes', 'main.cache', 5e6],
    'go-1.26.before.allocs.pb.gz': ['alloc-bytes', 'main.cache', 6e6],
    'go-1.26.before.mutex.pb.gz': ['delay', 'sync.(*Mutex).Unlock', 1e9],
    'go-1.26.before.mutex.1.txt': ['delay', 'sync.(*Mutex).Unlock', 1e9],
    'go-1.26.before.block.pb.gz': ['delay', 'sync.(*Mutex).Lock', 1e9],
    'go-1.26.before.block.1.txt': ['delay', 'sync.(*Mutex).Lock', 1e9],
    'go-1.26.before.threadcreate.pb.gz': ['threads', '<unknown>', 1],
    'go-1.26.before.threadcreate.1.txt': ['threads', '<unknown>', 1],
    'go-1.26.before.goroutine.2.txt': ['tasks', 'main.main.func2', 7],
    'jemalloc.before.heap.txt': ['heap-bytes', '[libjemalloc.so.2]', 1.8e6],
    'tcmalloc.before.heap.txt': ['heap-bytes', '[leak-cc]', 1.8e6],
    'node.before.heapprofile': ['heap-bytes', '(anonymous)', 1.5e6],
    'node-datadog.before.heap.pb.gz': ['heap-bytes', '(anonymous:L#5:C#96)', 1e6],
    'memray.before.json': ['heap-bytes', 'add', 3e5],
    'rust-pprof.before.cpu.pb.gz': ['cpu', 'core::ptr::mut_ptr::<impl *mut T>::add', 1e6],
    'java-async.before.alloc.pb.gz': ['allocations', 'byte[]', 1e3],
  }
  it.each(Object.entries(shown))('%s', async (name, [quantity, first, atLeast]) => {
    const { quantity: found, rows } = await diff(name, 'function')
    expect([found, rows[0]?.name]).toEqual([quantity, first])
    expect(rows[0]?.flat).toBeGreaterThanOrEqual(atLeast)
  })

  it('of Go, text and pprof alike', async () => {
    for (const profile of ['heap', 'mutex', 'block']) {
      const text = await diff(`go-1.26.before.${profile}.1.txt`, 'function')
      const pprof = await diff(`go-1.26.before.${profile}.pb.gz`, 'function')
      expect(text.rows[0]?.name).toBe(pprof.rows[0]?.name)
      expect(Math.abs((text.total - pprof.total) / pprof.total)).toBeLessThan(0.05)
    }
  })
})
