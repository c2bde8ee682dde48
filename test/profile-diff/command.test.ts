import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { type DiffOptions, runDiff } from '../../src/profile-diff/command.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
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
async function diff(files: Files, options: Partial<DiffOptions> = {}) {
  const written = { stdout: '', stderr: '', files: {} as Record<string, string>, paused: 0 }
  const io: DiffIo = {
    open: async (path) => {
      const bytes = files[path]
      if (bytes === undefined) throw new UserError(`${path} is not there`, 'look')
      return sourceOf(path, bytes)
    },
    listFiles: (path) => {
      const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`))
      return below.length === 0 ? null : below.map((name) => name.slice(path.length + 1))
    },
    writeFile: (path, text) => {
      written.files[path] = Buffer.from(text).toString('latin1')
    },
    pause: async (milliseconds) => {
      written.paused += milliseconds
    },
    stdout: (text) => {
      written.stdout += Buffer.from(text).toString()
    },
    stderr: (text) => {
      written.stderr += text
    },
  }
  const { result, failed } = await runDiff({ profiles: ['before', 'after'], ...options }, io)
  const rows = Object.fromEntries(result.rows.map(({ name, flat, cumulative }) => [name, [flat, cumulative]]))
  return { ...written, result, rows, failed }
}

async function refusal(files: Files, options: Partial<DiffOptions> = {}): Promise<string> {
  try {
    await diff(files, options)
    return 'accepted'
  } catch (error) {
    if (error instanceof UserError) return `${error.name}: ${error.message} ${error.remedy}`
    throw error
  }
}

describe('two files', () => {
  const files = { before: fixture('small.before.pb.gz'), after: fixture('small.after.pb.gz') }

  it('show what grew most', async () => {
    const { stdout, result } = await diff(files, { top: '3' })
    expect(stdout).toBe(
      [
        '       flat    flat%          cum     cum%  function',
        '+608.92 KiB   91.04%  +608.92 KiB   91.04%  reflect.mapassign_faststr0',
        '+210.12 KiB   31.42%  +226.15 KiB   33.81%  encoding/json.(*decodeState).literalStore',
        '+153.43 KiB   22.94%    +1.46 MiB  223.19%  main.main.func1',
        '   +1.5 MiB  229.27%     +1.5 MiB  229.27%  total',
        '… and 92 more rows (--top 0 shows all)',
        'heap-bytes: +1.5 MiB in all, 95 rows by function.',
        '',
      ].join('\n'),
    )
    expect(result).toMatchObject({ quantity: 'heap-bytes', unit: 'bytes', by: 'function' })
  })

  it('publish the schema of the code', () => {
    expect(published).toEqual(diffJsonSchema())
  })

  it.each(['function', 'line', 'stack'])(
    'write every row as JSON that holds to the schema, by %s',
    async (by) => {
      const { result, files: written } = await diff(files, { json: 'out.json', by, top: 1 })
      const json = JSON.parse(written['out.json'] ?? '')
      expect(json).toEqual(result)
      expect(diffResultSchema.parse(json).rows.length).toBeGreaterThan(20)
      expect(isPublished(json), JSON.stringify(isPublished.errors)).toBe(true)
    },
  )

  it('write JSON alone on stdout when asked', async () => {
    const { stdout, result } = await diff(files, { json: '-' })
    expect(JSON.parse(stdout)).toEqual(result)
  })

  it('by stack, add up to the same total', async () => {
    const sum = async (by: string) =>
      (await diff(files, { by })).result.rows.reduce((total, row) => total + row.flat, 0)
    expect(await sum('stack')).toBe(await sum('function'))
    expect((await diff({ before: heap(1), after: heap(3) }, { by: 'stack' })).rows).toEqual({
      'main.outer;main.inlined;main.leaf': [2, 2],
    })
  })

  it('without growth say so', async () => {
    expect((await diff({ before: heap(640), after: heap(640) })).stdout).toBe(
      'heap-bytes: nothing grew or shrank.\n',
    )
  })

  it('with a name of a million letters at every call are written in short', async () => {
    const long = profileOf({
      strings: strings.with(5, 'n'.repeat(2 ** 20)),
      samples: sample(Array(250).fill(1), [7]),
    })
    const { files: written } = await diff({ before: heap(1), after: long }, { folded: 'f', by: 'stack' })
    expect(written.f).toContain('_(1,048,576_letters)')
    expect(written.f?.length).toBeLessThan(2 ** 20)
  })

  it('cannot steer the terminal', async () => {
    const evil = profileOf({ strings: strings.with(5, 'main.\u001b[31mleaf\n::warning::') })
    expect((await diff({ before: heap(0), after: evil })).stdout).toContain(
      'main.\u{fffd}[31mleaf\u{fffd}::warning::',
    )
  })
})

it('what rose and fell again in a series stands above what did not', async () => {
  const folded = (f: number) => Buffer.from(`main;a ${f}\nmain;z ${f === 5 ? 5 : 900}\nmain;other 1\n`)
  const files = { one: folded(5), two: folded(6), three: folded(5) }
  const { result } = await diff(files, { profiles: Object.keys(files) })
  expect(result.rows.map(({ name, steps }) => [name, steps])).toEqual([
    ['z', [895, -895]],
    ['a', [1, -1]],
  ])
})

describe('--focus', () => {
  const files = { before: fixture('small.before.pb.gz'), after: fixture('small.after.pb.gz') }

  it('that leaves nothing is told, since a slip of the pen would be a pass', async () => {
    const { stderr, failed } = await diff(files, { focus: 'nosuch', ignore: 'x', failAbove: '1' })
    expect([stderr, failed]).toEqual([
      'Not one sample is among what --focus nosuch --ignore x leaves: check how it is spelt.\n',
      false,
    ])
  })

  it('on what did not grow says nothing', async () => {
    const { stderr, stdout } = await diff({ ...files, after: files.before }, { focus: 'http' })
    expect([stderr, stdout]).toEqual(['', 'heap-bytes: nothing grew or shrank.\n'])
  })
})

describe('--base', () => {
  it('takes off what grew on base', async () => {
    const files = { before: heap(10), after: heap(100), b: heap(20), a: heap(50) }
    expect((await diff(files, { base: ['b', 'a'] })).rows['main.leaf']).toEqual([60, 60])
    const same = { before: heap(10), after: heap(100), b: heap(10), a: heap(100) }
    expect((await diff(same, { base: ['b', 'a'] })).rows).toEqual({})
  })

  it('is two paths', async () => {
    for (const base of [[], ['a'], ['a', 'b', 'c']]) {
      expect(await refusal({ before: heap(1), after: heap(2) }, { base })).toMatch(
        /^ConfigError: --base takes two/,
      )
    }
  })
})

describe('goroutines', () => {
  const leak = 'github.com/tendermint/tendermint/mempool.(*MempoolReactor).broadcastTxRoutine'
  const forms = ['goroutine.pb.gz', 'goroutine.debug1.txt', 'goroutine.debug2.txt']

  it.each(forms.flatMap((before) => forms.map((after) => [before, after] as const)))(
    '%s to %s',
    async (before, after) => {
      const files = { before: capture(0, before), after: capture(3, after) }
      expect((await diff(files, { quantity: 'tasks' })).rows[leak]).toEqual([0, 75])
    },
  )
})

describe('periods', () => {
  it('that differ are refused', async () => {
    const coarse = heap(2, field(12, 524_288))
    expect(await refusal({ before: heap(1), after: coarse })).toMatch(
      /before: .*every 512 .*after every 524288 .*memprofilerate/,
    )
    const files = { before: heap(1), after: heap(2), b: coarse, a: coarse }
    expect(await refusal(files, { base: ['b', 'a'] })).toMatch(/^FormatError: b: /)
    expect(await refusal({ before: heap(1), after: heap(2, field(12, 0)) })).toMatch(/unknown period/)
  })

  it('of a lock are the same in text and pprof', async () => {
    const [before, after] = ['mutex.1.txt', 'mutex.pb.gz'].map((name) => fixture(`set/go-1.26.after.${name}`))
    const { result } = await diff({ before: before as Buffer, after: after as Buffer })
    expect([result.quantity, Math.abs(result.total) < 0.01 * result.of]).toEqual(['delay', true])
  })

  it('of Go’s heap are the same in text and pprof', async () => {
    const [before, after] = ['set/go-1.26.before.heap.1.txt', 'set/go-1.26.before.heap.pb.gz'].map(fixture)
    const files = { before: before as Buffer, after: after as Buffer }
    const { rows, result } = await diff(files)
    expect(result.quantity).toBe('heap-bytes')
    expect(rows['main.cache']).toBeUndefined()
    expect((await diff({ before: files.after, after: files.before })).result.quantity).toBe('heap-bytes')
  })

  it('that no profile tells are taken as equal', async () => {
    const unknown = field(12, 0)
    expect((await diff({ before: heap(1, unknown), after: heap(2, unknown) })).rows['main.leaf']).toEqual([
      1, 1,
    ])
  })
})

describe('a server that is named twice', () => {
  const url = 'http://127.0.0.1:6060/debug/pprof/heap'

  it('is asked again after a time', async () => {
    const { rows, paused } = await diff({ [url]: heap(3) }, { profiles: [url, url, url], wait: '1.5s' })
    expect([rows, paused]).toEqual([{}, 3000])
  })

  it('may not have collected its garbage', async () => {
    const told = (path: string) => diff({ [path]: heap(3) }, { profiles: [path, path], wait: '1s' })
    expect((await told(url)).stderr).toContain('?gc=1')
    expect((await told(`${url}?gc=1`)).stderr).toBe('')
  })

  it('is refused without one, as nothing can have grown', async () => {
    const secret = 'http://user:secret@host/heap?token=secret'
    const told = await refusal({ [secret]: heap(3) }, { profiles: [secret, secret] })
    expect(told).toMatch(/^ConfigError: http:\/\/host\/heap is named twice.*--wait 30s/)
    expect(told).not.toContain('secret')
    expect(await refusal({ [url]: heap(3) }, { profiles: [url, url], wait: '3' })).toMatch(/--wait 3 is not/)
  })

  it('may itself wait', async () => {
    const delta = `${url}?seconds=5`
    expect((await diff({ [delta]: heap(3) }, { profiles: [delta, delta] })).paused).toBe(0)
  })
})

describe('two folders', () => {
  const tasks = (round: number, folder: string) =>
    Object.fromEntries(forms.map((name) => [`${folder}/${name}`, capture(round, name)]))
  const forms = ['goroutine.pb.gz', 'goroutine.debug1.txt', 'goroutine.debug2.txt']

  it('are compared file by file, and summed', async () => {
    const files = {
      'before/api/heap.pb': heap(1),
      'before/worker/heap.pb.gz': gzipSync(heap(10)),
      'before/notes.txt': Buffer.from('what I did'),
      'after/api/heap.pb': heap(5),
      'after/worker/heap.pb.gz': heap(30),
    }
    const { rows, stderr } = await diff(files)
    expect(rows['main.leaf']).toEqual([24, 24])
    expect(stderr).toContain('before: api/heap.pb, worker/heap.pb.gz (1 other files left out)')
  })

  it('count goroutines once, however often they were written', async () => {
    const { rows, stderr } = await diff(
      { ...tasks(0, 'before'), ...tasks(3, 'after') },
      { quantity: 'tasks' },
    )
    expect(rows['sync.(*WaitGroup).Wait']).toEqual([0, 75])
    expect(stderr).toContain('after: goroutine.pb.gz (2 other files left out)')
  })

  it('must hold the same files, as absent is not zero', async () => {
    const files = { 'before/a.pb': heap(1), 'after/a.pb': heap(1), 'after/b.pb': heap(1) }
    expect(await refusal(files)).toMatch(/^ConfigError: after holds b.pb, before does not/)
  })

  it('must hold what is asked for', async () => {
    expect(
      await refusal({ ...tasks(0, 'before'), ...tasks(3, 'after') }, { quantity: 'heap-bytes' }),
    ).toMatch(/^ConfigError: before holds no profile of heap-bytes/)
  })

  it('refuse a damaged file, and one that is empty', async () => {
    const folder = (bytes: Uint8Array) => ({ 'before/a.pb': heap(1), 'after/a.pb': bytes })
    expect(await refusal(folder(heap(1).subarray(0, 60)))).toMatch(/damaged/)
    expect(await refusal(folder(Buffer.alloc(0)))).toMatch(/a.pb: .*empty/)
  })

  it('are not compared with a file', async () => {
    expect(await refusal({ before: heap(1), 'after/a.pb': heap(1) })).toMatch(
      /^ConfigError: before is a file, after a folder/,
    )
  })
})

describe('wrong usage', () => {
  const files = { before: heap(1), after: heap(2) }
  it.each<readonly [Partial<DiffOptions>, RegExp]>([
    [{ quantity: 'bytes' }, /holds heap-bytes, not bytes/],
    [{ by: 'file' }, /--by file .*function, line, stack/],
    [{ top: '-1' }, /--top -1/],
    [{ top: 'all' }, /--top all/],
    [{ quantity: 'tasks' }, /after: .*holds heap-bytes, not tasks/],
    [{ quantity: 'heap-objects' }, /--quantity heap-bytes/],
  ])('%o', async (options, problem) => {
    expect(await refusal(files, options)).toMatch(problem)
  })

  it('names the file that is no profile', async () => {
    expect(await refusal({ ...files, after: Buffer.from('hello') })).toMatch(
      /^FormatError: after: This is not a pprof profile/,
    )
    expect(await refusal({ ...files, after: capture(0, 'goroutine.debug1.txt') })).toMatch(
      /holds heap-bytes, not tasks/,
    )
  })
})
