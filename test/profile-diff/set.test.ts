import { describe, expect, it } from 'vitest'
import { hasPprof } from './oracle.ts'
import { columnsOf, diffPair, expectAsPprof } from './set.ts'

// All of the set: test/whole/pprof.whole.ts.
describe.runIf(hasPprof)('what pprof gives', () => {
  const some = [
    'go-1.26.before.heap.pb.gz',
    'cpp.before.heap.pb',
    'rust.before.heap.pb',
    'dropframes.before.heap.pb',
  ]
  it.each(columnsOf(some).filter(([, type]) => type === 'inuse_space'))('%s, %s', expectAsPprof)
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
    'go-1.26.before.goroutineleak.pb.gz': ['tasks', 'runtime.gopark', 7],
    'go-1.26.before.goroutineleak.1.txt': ['tasks', 'main.main.func2', 7],
    'go-1.26.before.goroutineleak.2.txt': ['tasks', 'main.main.func2', 7],
    'node.before.heapprofile': ['heap-bytes', '(anonymous)', 1.5e6],
    'node-datadog.before.heap.pb.gz': ['heap-bytes', '(anonymous:L#5:C#96)', 1e6],
    'memray.before.json': ['heap-bytes', 'add', 3e5],
    'rust-pprof.before.cpu.pb.gz': ['cpu', 'core::ptr::mut_ptr::<impl *mut T>::add', 1e6],
    'ruby-stackprof.before.folded.txt': ['value', 'Object#add', 1200],
    'php-excimer.before.folded.txt': ['value', 'add', 100],
    'python-mprofile.before.heap.pb.gz': ['HEAP', '<module>', 3e6],
    'python-austin.before.pb.gz': ['Deallocated memory', '<no frames>', 1],
    'java-async.before.alloc.pb.gz': ['allocations', 'byte[]', 1e3],
  }
  it.each(Object.entries(shown))('%s', async (name, [quantity, first, atLeast]) => {
    const { quantity: found, rows } = await diffPair(name, 'function')
    expect([found, rows[0]?.name]).toEqual([quantity, first])
    expect(rows[0]?.flat).toBeGreaterThanOrEqual(atLeast)
  })

  it('of Go, text and pprof alike', async () => {
    for (const profile of ['heap', 'mutex', 'block']) {
      const text = await diffPair(`go-1.26.before.${profile}.1.txt`, 'function')
      const pprof = await diffPair(`go-1.26.before.${profile}.pb.gz`, 'function')
      expect(text.rows[0]?.name).toBe(pprof.rows[0]?.name)
      expect(Math.abs((text.total - pprof.total) / pprof.total)).toBeLessThan(0.05)
    }
  })
})
