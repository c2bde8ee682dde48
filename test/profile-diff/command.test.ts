import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { type DiffOptions, runDiff } from '../../src/profile-diff/command.ts'
import type { DiffIo } from '../../src/profile-diff/pair.ts'
import { diffJsonSchema, diffResultSchema } from '../../src/profile-diff/schema.ts'
import { field, profileOf, sample, strings } from '../profile/formats/pprof/wire.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const capture = (round: number, name: string) =>
  readFileSync(join(import.meta.dirname, `../profile/formats/fixtures/round-${round}`, name))
const heap = (leaf: number, more: readonly number[] = []) =>
  profileOf({ samples: sample([1, 2], [leaf]), more })
const published = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/diff.schema.json'), 'utf8'))
const isPublished = new Ajv2020().compile(published)

type Files = Readonly<Record<string, Uint8Array>>

/** Runs the command on files in memory: what it wrote, where; a refusal is its problem and remedy. */
function diff(files: Files, options: Partial<DiffOptions> = {}) {
  const written = { stdout: '', stderr: '', files: {} as Record<string, string> }
  const io: DiffIo = {
    readFile: (path) => {
      const bytes = files[path]
      if (bytes === undefined) throw new UserError(`${path} is not there`, 'look')
      return bytes
    },
    listFiles: (path) => {
      const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`))
      return below.length === 0 ? null : below.map((name) => name.slice(path.length + 1))
    },
    writeFile: (path, text) => {
      written.files[path] = text
    },
    stdout: (text) => {
      written.stdout += text
    },
    stderr: (text) => {
      written.stderr += text
    },
  }
  const result = runDiff({ before: 'before', after: 'after', ...options }, io)
  const rows = Object.fromEntries(result.rows.map(({ name, flat, cumulative }) => [name, [flat, cumulative]]))
  return { ...written, result, rows }
}

function refusal(files: Files, options: Partial<DiffOptions> = {}): string {
  try {
    diff(files, options)
    return 'accepted'
  } catch (error) {
    if (error instanceof UserError) return `${error.name}: ${error.message} ${error.remedy}`
    throw error
  }
}

describe('two files', () => {
  const files = { before: fixture('small.before.pb.gz'), after: fixture('small.after.pb.gz') }

  it('show what grew most', () => {
    const { stdout, result } = diff(files, { top: '3' })
    expect(stdout).toBe(
      [
        '   flat  cumulative  function',
        '+624 kB     +624 kB  reflect.mapassign_faststr0',
        '+215 kB     +232 kB  encoding/json.(*decodeState).literalStore',
        '+157 kB    +1.53 MB  main.main.func1',
        '… and 92 more rows (--top 0 shows all)',
        'heap-bytes: +1.57 MB in all, 95 rows by function.',
        '',
      ].join('\n'),
    )
    expect(result).toMatchObject({ quantity: 'heap-bytes', unit: 'bytes', by: 'function' })
  })

  it('publish the schema of the code', () => {
    expect(published).toEqual(diffJsonSchema())
  })

  it.each(['function', 'line', 'stack'])('write every row as JSON that holds to the schema, by %s', (by) => {
    const { result, files: written } = diff(files, { json: 'out.json', by, top: 1 })
    const json = JSON.parse(written['out.json'] ?? '')
    expect(json).toEqual(result)
    expect(diffResultSchema.parse(json).rows.length).toBeGreaterThan(20)
    expect(isPublished(json), JSON.stringify(isPublished.errors)).toBe(true)
  })

  it('write JSON alone on stdout when asked', () => {
    const { stdout, result } = diff(files, { json: '-' })
    expect(JSON.parse(stdout)).toEqual(result)
  })

  it('by stack, add up to the same total', () => {
    const sum = (by: string) => diff(files, { by }).result.rows.reduce((total, row) => total + row.flat, 0)
    expect(sum('stack')).toBe(sum('function'))
    expect(diff({ before: heap(1), after: heap(3) }, { by: 'stack' }).rows).toEqual({
      'main.outer;main.inlined;main.leaf': [2, 2],
    })
  })

  it('without growth say so', () => {
    expect(diff({ before: heap(640), after: heap(640) }).stdout).toBe('heap-bytes: nothing grew or shrank.\n')
  })

  it('cannot steer the terminal', () => {
    const evil = profileOf({ strings: strings.with(5, 'main.\u001b[31mleaf\n::warning::') })
    expect(diff({ before: heap(0), after: evil }).stdout).toContain(
      'main.\u{fffd}[31mleaf\u{fffd}::warning::',
    )
  })
})

describe('--base', () => {
  it('takes off what grew on base', () => {
    const files = { before: heap(10), after: heap(100), b: heap(20), a: heap(50) }
    expect(diff(files, { base: ['b', 'a'] }).rows['main.leaf']).toEqual([60, 60])
    const same = { before: heap(10), after: heap(100), b: heap(10), a: heap(100) }
    expect(diff(same, { base: ['b', 'a'] }).rows).toEqual({})
  })

  it('is two paths', () => {
    for (const base of [[], ['a'], ['a', 'b', 'c']]) {
      expect(refusal({ before: heap(1), after: heap(2) }, { base })).toMatch(/^ConfigError: --base takes two/)
    }
  })
})

describe('goroutines', () => {
  const leak = 'github.com/tendermint/tendermint/mempool.(*MempoolReactor).broadcastTxRoutine'
  const forms = ['goroutine.pb.gz', 'goroutine.debug1.txt', 'goroutine.debug2.txt']

  it.each(forms.flatMap((before) => forms.map((after) => [before, after] as const)))(
    '%s to %s',
    (before, after) => {
      const files = { before: capture(0, before), after: capture(3, after) }
      expect(diff(files, { quantity: 'tasks' }).rows[leak]).toEqual([0, 75])
    },
  )
})

describe('periods', () => {
  it('that differ are refused', () => {
    const coarse = heap(2, field(12, 524_288))
    expect(refusal({ before: heap(1), after: coarse })).toMatch(
      /after: .*every 524288 .*before every 512 .*memprofilerate/,
    )
    const files = { before: heap(1), after: heap(2), b: coarse, a: coarse }
    expect(refusal(files, { base: ['b', 'a'] })).toMatch(/^FormatError: b: /)
    expect(refusal({ before: heap(1), after: heap(2, field(12, 0)) })).toMatch(/unknown period/)
  })

  it('that no profile tells are taken as equal', () => {
    const unknown = field(12, 0)
    expect(diff({ before: heap(1, unknown), after: heap(2, unknown) }).rows['main.leaf']).toEqual([1, 1])
  })
})

describe('two folders', () => {
  const tasks = (round: number, folder: string) =>
    Object.fromEntries(forms.map((name) => [`${folder}/${name}`, capture(round, name)]))
  const forms = ['goroutine.pb.gz', 'goroutine.debug1.txt', 'goroutine.debug2.txt']

  it('are compared file by file, and summed', () => {
    const files = {
      'before/api/heap.pb': heap(1),
      'before/worker/heap.pb.gz': gzipSync(heap(10)),
      'before/notes.txt': Buffer.from('what I did'),
      'after/api/heap.pb': heap(5),
      'after/worker/heap.pb.gz': heap(30),
    }
    const { rows, stderr } = diff(files)
    expect(rows['main.leaf']).toEqual([24, 24])
    expect(stderr).toContain('before: api/heap.pb, worker/heap.pb.gz (1 other files left out)')
  })

  it('count goroutines once, however often they were written', () => {
    const { rows, stderr } = diff({ ...tasks(0, 'before'), ...tasks(3, 'after') }, { quantity: 'tasks' })
    expect(rows['sync.(*WaitGroup).Wait']).toEqual([0, 75])
    expect(stderr).toContain('after: goroutine.pb.gz (2 other files left out)')
  })

  it('must hold the same files, as absent is not zero', () => {
    const files = { 'before/a.pb': heap(1), 'after/a.pb': heap(1), 'after/b.pb': heap(1) }
    expect(refusal(files)).toMatch(/^ConfigError: after holds b.pb, before does not/)
  })

  it('must hold what is asked for', () => {
    expect(refusal({ ...tasks(0, 'before'), ...tasks(3, 'after') })).toMatch(
      /^ConfigError: before holds no profile of heap-bytes/,
    )
  })

  it('refuse a damaged file, and one that is empty', () => {
    const folder = (bytes: Uint8Array) => ({ 'before/a.pb': heap(1), 'after/a.pb': bytes })
    expect(refusal(folder(heap(1).subarray(0, 60)))).toMatch(/damaged/)
    expect(refusal(folder(Buffer.alloc(0)))).toMatch(/a.pb: .*empty/)
  })

  it('are not compared with a file', () => {
    expect(refusal({ before: heap(1), 'after/a.pb': heap(1) })).toMatch(
      /^ConfigError: before is a file, after a folder/,
    )
  })
})

describe('wrong usage', () => {
  const files = { before: heap(1), after: heap(2) }
  it.each<readonly [Partial<DiffOptions>, RegExp]>([
    [{ quantity: 'bytes' }, /--quantity bytes .*heap-bytes, heap-objects/],
    [{ by: 'file' }, /--by file .*function, line, stack/],
    [{ top: '-1' }, /--top -1/],
    [{ top: 'all' }, /--top all/],
    [{ quantity: 'tasks' }, /before: .*holds heap-bytes, not tasks/],
    [{ quantity: 'heap-objects' }, /--quantity heap-bytes/],
  ])('%o', (options, problem) => {
    expect(refusal(files, options)).toMatch(problem)
  })

  it('names the file that is no profile', () => {
    expect(refusal({ ...files, after: Buffer.from('hello') })).toMatch(
      /^FormatError: after: This is not a pprof profile/,
    )
    expect(refusal({ ...files, after: capture(0, 'goroutine.debug1.txt') })).toMatch(/not heap-bytes/)
  })
})
