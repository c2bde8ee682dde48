import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import type { FileMove } from '../../src/diff/moves.ts'
import type { Quantity } from '../../src/profile/profile.ts'
import { site } from '../../src/runtimes/go/site.ts'
import { source } from '../../src/runtimes/go/source/source.ts'
import type { Trial, TrialFrame } from '../../src/trial/trial.ts'
import { rising } from '../judge/trials.ts'

/**
 * A frame of Go: `cache/lru.go cache.(*LRU).Put` of the project, `runtime.gopark` of the runtime,
 * `lib@v1 lib.F` of a dependency.
 */
function frame(text: string): TrialFrame {
  const [where = '', name] = text.split(' ')
  const fn = name ?? where
  const plain = { function: fn, file: where, line: 1, site: site({ function: fn, file: where, line: 1 }) }
  if (name === undefined) return { ...plain, location: { origin: 'runtime' } }
  const [library = '', version] = where.split('@')
  return version === undefined
    ? { ...plain, location: { origin: 'project', path: where } }
    : { ...plain, location: { origin: 'dependency', package: library, version, path: null } }
}

type Row = readonly [stack: readonly string[], perRound: number, quantity?: Quantity]

function trial(side: 'base' | 'head', rows: readonly Row[], number = 1): Trial {
  const rounds = 8
  return {
    workload: 'w',
    workloadHash: '',
    side,
    number,
    stage: 'first',
    sha: '',
    how: 'given',
    runtime: 'go',
    versions: { leakdiff: '', toolchain: '' },
    host: { cpus: 2, image: '' },
    roles: [{ name: 'app', started: true, seen: 'probe', processes: 1 }],
    frames: rows.flatMap(([stack]) => stack.map(frame)),
    sites: rows.map(([stack, , quantity = 'tasks'], i) => {
      const before = rows.slice(0, i).reduce((sum, [other]) => sum + other.length, 0)
      return { role: 0, quantity, stack: stack.map((_, at) => before + at) }
    }),
    period: 4096,
    rounds: rising(1, rounds).map((round) => ({
      elapsed: round,
      settled: true,
      totals: [],
      sites: rows.map(([, perRound], i) => [i, perRound * round] as const),
    })),
    drained: null,
    failures: [],
    notes: [],
    seconds: 1,
  }
}

/** [of base, of head] of every site, units a round; null: the side does not have it. */
function paired(base: readonly Row[], head: readonly Row[], moves: readonly FileMove[] = []) {
  const { sites } = compare([trial('base', base)], [trial('head', head)], {
    files: moves,
    ...source,
  })
  return sites.map((s) => [s.base[0]?.growth.plain ?? null, s.head[0]?.growth.plain ?? null])
}

const file = (path: string, oldPath: string, definitions?: FileMove['definitions']): FileMove => ({
  path,
  oldPath,
  ...(definitions && { definitions }),
})
const main = 'main.go main.main'
const park = 'runtime.gopark'

describe('one site on both sides', () => {
  it('generic instances and numbered closures are one by their names', () => {
    const was = [main, 'q.go q.(*Queue[go.shape.int]).Add.func1', park]
    const is = [main, 'q.go q.(*Queue[go.shape.string,go.shape.int]).Add.func2.1', park]
    expect(paired([[was, 3]], [[is, 3]])).toEqual([[3, 3]])
  })

  it('a closure that was inlined, or became one', () => {
    expect(
      paired([[[main, 'a.go a.Run', 'a.go a.Run.func1', park], 3]], [[[main, 'a.go a.Run', park], 3]]),
    ).toEqual([[3, 3]])
    expect(paired([[[main, 'a.go a.Run', park], 3]], [[[main, 'a.go a.Run.func1', park], 4]])).toEqual([
      [3, 4],
    ])
  })

  it('a renamed file and package, even when it leaks more', () => {
    const was: Row = [[main, 'old/lru.go x.com/old.(*LRU).Put'], 100, 'heap-bytes']
    const is: Row = [[main, 'new/cache.go x.com/new.(*LRU).Put'], 300, 'heap-bytes']
    expect(paired([was], [is], [file('new/cache.go', 'old/lru.go')])).toEqual([[100, 300]])
    expect(paired([was], [is])).toEqual([
      [null, 300],
      [100, null],
    ])
  })

  it('another module path', () => {
    expect(
      paired([[[main, 'a/a.go old.com/a.Run', park], 3]], [[[main, 'a/a.go new.com/x/a.Run', park], 4]]),
    ).toEqual([[3, 4]])
  })

  it('a renamed function and type', () => {
    const renamed = {
      renamed: [
        ['Put', 'Insert'],
        ['LRU', 'Cache'],
      ] as const,
      moved: [],
    }
    expect(
      paired(
        [[[main, 'a.go a.(*LRU).Put', park], 3]],
        [[[main, 'a.go a.(*Cache).Insert', park], 4]],
        [file('a.go', 'a.go', renamed)],
      ),
    ).toEqual([[3, 4]])
  })

  it('a function that went to another file of another package', () => {
    const moved = { renamed: [], moved: [{ name: 'LRU.Put', from: 'a/a.go' }] }
    const is: Row = [[main, 'b/b.go x/b.(*LRU).Put', park], 4]
    expect(
      paired([[[main, 'a/a.go x/a.(*LRU).Put', park], 3]], [is], [file('b/b.go', 'b/b.go', moved)]),
    ).toEqual([[3, 4]])
  })

  it('a caller more or less, when as much grows', () => {
    const was = [main, 'h.go h.Serve', 'c.go c.Put', park]
    const is = [main, 'h.go h.Serve', 'h.go h.log', 'c.go c.Put', park]
    expect(paired([[was, 100]], [[is, 99]])).toEqual([[100, 99]])
    expect(paired([[is, 100]], [[was, 101]])).toEqual([[100, 101]])
    expect(paired([[was, 100]], [[is, 150]])).toHaveLength(2)
  })

  it('several callers that changed between the same ends', () => {
    const was = [main, 'a.go a.One', 'a.go a.Two', 'c.go c.Put', park]
    const is = [main, 'b.go b.Other', 'c.go c.Put', park]
    expect(paired([[was, 100]], [[is, 100]])).toEqual([[100, 100]])
  })

  it('what was taken out of the function that leaked, when nothing of it was there before', () => {
    const was: Row = [[main, 'c.go c.Put'], 100, 'heap-objects']
    const is: Row = [[main, 'c.go c.Put', 'c.go c.grow'], 100, 'heap-objects']
    expect(paired([was], [is])).toEqual([[100, 100]])
    expect(paired([was, [['c.go c.grow'], 0.1, 'heap-objects']], [is])).toHaveLength(3)
  })

  it('other frames of the runtime, as another toolchain has them', () => {
    const was = [main, 'a.go a.Run', 'sync.runtime_Semacquire', park]
    expect(
      paired([[was, 50]], [[[main, 'a.go a.Run', 'sync.runtime_SemacquireWaitGroup', park], 50]]),
    ).toEqual([[50, 50]])
  })

  it('a dependency of another major version', () => {
    expect(
      paired([[['lib@v1.2.0 x.com/lib.Run', park], 3]], [[['lib/v2@v2.0.0 x.com/lib/v2.Run', park], 3]]),
    ).toEqual([[3, 3]])
  })
})

describe('one leak that went and another that came', () => {
  const was: Row = [[main, 'a.go a.CacheA.Put', park], 100]

  it.each([
    ['in another function of the same file', [main, 'a.go a.CacheB.Put', park]],
    ['in another file', [main, 'b.go b.CacheA.Put', park]],
    ['in a function of the runtime', [main, park]],
    ['in what the caller itself does', [park]],
  ])('%s', (_, stack) => {
    expect(paired([was], [[stack, 100]], [file('a.go', 'a.go'), file('b.go', 'b.go')])).toHaveLength(2)
  })

  it('in other callers of one function of a dependency', () => {
    const through = (name: string): Row => [[main, `a.go a.${name}`, 'lib@v1 lib.Add', park], 100]
    expect(paired([through('CacheA')], [through('CacheB')])).toHaveLength(2)
  })

  it('of which two could be meant', () => {
    const is = (caller: string): Row => [[main, `${caller}.go x.${caller}`, 'a.go a.CacheA.Put', park], 100]
    expect(paired([was], [is('one'), is('two')])).toHaveLength(3)
  })

  it('where git shows names that changed places', () => {
    const swapped = {
      renamed: [
        ['CacheA', 'CacheB'],
        ['CacheB', 'CacheA'],
      ] as const,
      moved: [],
    }
    const is: Row = [[main, 'a.go a.CacheB.Put', park], 100]
    expect(paired([was], [is], [file('a.go', 'a.go', swapped)])).toHaveLength(2)
  })
})

it('a site that lived in the first trial alone has not grown in the newest', () => {
  const rows: Row[] = [[[main, 'a.go a.Put'], 4096, 'heap-bytes']]
  const { sites } = compare([], [trial('head', rows), trial('head', [], 2)])
  expect(sites[0]?.head.map((t) => t.growth.plain)).toEqual([4096, 0])
})
