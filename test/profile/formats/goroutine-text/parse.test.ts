import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../../src/errors.ts'
import {
  goroutineTextForm,
  parseGoroutineText,
} from '../../../../src/profile/formats/goroutine-text/parse.ts'

const capture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name))
const counts = capture('round-3/goroutine.debug1.txt')
const dump = capture('round-3/goroutine.debug2.txt')

/** A dump of one goroutine with this status, created by main.main. */
const goroutine = (status: string, id = 7) =>
  `goroutine ${id} [${status}]:\nmain.work(0xc000012345, {0x1, ...})\n\t/src/main.go:42 +0x1d\n` +
  'created by main.main in goroutine 1\n\t/src/main.go:17 +0x65\n'
const read = (text: string) => parseGoroutineText(Buffer.from(text))

function refusal(bytes: Uint8Array | string): string {
  try {
    parseGoroutineText(Buffer.from(bytes))
    return 'accepted'
  } catch (error) {
    if (error instanceof FormatError) return `${error.kind}: ${error.message}`
    throw error
  }
}

describe('a capture', () => {
  it('counts every goroutine, in both forms', () => {
    expect(parseGoroutineText(counts)).toMatchObject({
      quantity: 'tasks',
      unit: 'tasks',
      exact: true,
      total: 139,
    })
    expect(parseGoroutineText(gzipSync(counts)).total).toBe(139)
    const headers = dump.toString().match(/^goroutine /gm)
    expect(parseGoroutineText(dump).total).toBe(headers?.length)
  })

  it('tells of the leak what it waits for and who made it', () => {
    const [largest] = [...parseGoroutineText(dump).samples].sort((a, b) => b.value - a.value)
    expect(largest?.value).toBe(100)
    expect(largest?.stack.map((frame) => frame.function)).toEqual([
      'github.com/tendermint/tendermint/mempool.(*MempoolReactor).broadcastTxRoutine',
      'github.com/tendermint/tendermint/mempool.(*Mempool).TxsFrontWait',
      'github.com/tendermint/tmlibs/clist.(*CList).FrontWait',
      'sync.(*WaitGroup).Wait',
      'sync.runtime_SemacquireWaitGroup',
    ])
    expect(largest?.attributes).toMatchObject({
      state: 'sync.WaitGroup.Wait',
      createdBy: {
        function: 'github.com/tendermint/tendermint/mempool.(*MempoolReactor).AddPeer',
        file: 'github.com/tendermint/tendermint@v0.15.0/mempool/reactor.go',
        line: 63,
      },
    })
  })
})

describe('a status', () => {
  it.each([
    ['running', 'running', undefined],
    ['IO wait', 'IO wait', undefined],
    ['sync.WaitGroup.Wait, 2 minutes', 'sync.WaitGroup.Wait', 2],
    ['chan receive (nil chan)', 'chan receive (nil chan)', undefined],
    ['select (no cases), 12 minutes', 'select (no cases)', 12],
    ['select, 3 minutes, locked to thread', 'select', 3],
    ['chan receive (leaked)', 'chan receive (leaked)', undefined],
    ['chan receive (scan), 1 minutes', 'chan receive', 1],
    ['chan receive (durable), synctest bubble 1', 'chan receive', undefined],
    ['chan receive, synctest bubble 1, durable', 'chan receive', undefined],
    ['sleep, 5 minutes labels:{"a": "1, 9 minutes", "b": "]:"}', 'sleep', 5],
  ])('%s', (status, state, minutes) => {
    expect(read(goroutine(status)).samples[0]?.attributes).toMatchObject({
      state,
      ...(minutes && { minutes }),
    })
    if (minutes === undefined)
      expect(read(goroutine(status)).samples[0]?.attributes).not.toHaveProperty('minutes')
  })

  it('parts samples, the wait does not: it is the longest', () => {
    const text = [
      goroutine('select, 2 minutes', 7),
      goroutine('select, 30 minutes', 8),
      goroutine('sleep', 9),
    ].join('\n')
    expect(
      read(text).samples.map(({ value, attributes }) => [value, attributes?.state, attributes?.minutes]),
    ).toEqual([
      [2, 'select', 30],
      [1, 'sleep', undefined],
    ])
  })
})

describe('lines of a dump', () => {
  const stack = (text: string) =>
    read(text).samples[0]?.stack.map(({ function: name, line }) => `${name}:${line}`)

  it('take names apart from arguments, generic ones too', () => {
    const text = `goroutine 1 [select]:
main.(*Pool[...]).Run.func1(0xc000012345, {0x1?, 0x2}, ...)
	/src/pool.go:9 +0x1d
main.wrapped(...)
	/src/a:b/pool.go:8
main.main()
	C:/src/main.go:7 +0x65 fp=0xc000 sp=0xc001 pc=0x48
`
    expect(stack(text)).toEqual(['main.main:7', 'main.wrapped:8', 'main.(*Pool[...]).Run.func1:9'])
    expect(read(text).samples[0]?.stack.map((frame) => frame.file)).toEqual([
      'C:/src/main.go',
      '/src/a:b/pool.go',
      '/src/pool.go',
    ])
  })

  it('keep the panic and what is deferred, and take no marker for a frame', () => {
    const text = `goroutine 1 gp=0xc0000061c0 m=0 mp=0x5 [chan receive]:
main.deferred()
	/src/main.go:5 +0x1d
panic({0x1?, 0x2?})
	/go/src/runtime/panic.go:860 +0x13a
...12 frames elided...
non-Go function at pc=7f2a
main.main()
	/src/main.go:7 +0x65
`
    expect(stack(text)).toEqual(['main.main:7', 'runtime.gopanic:860', 'main.deferred:5'])
  })

  it('name the creator with or without its goroutine', () => {
    const old = goroutine('select').replace(' in goroutine 1', '')
    expect(read(old).samples).toEqual(read(goroutine('select')).samples)
  })
})

describe('a dump that is not whole', () => {
  it('was cut at 64 MB by the runtime', () => {
    const one = Buffer.from(`${goroutine('select')}\n`)
    const full = Buffer.alloc(64 * 2 ** 20, one)
    expect(refusal(full)).toMatch(/^broken: .*64 MB/)
  })

  it('ends anywhere but behind a goroutine', () => {
    const whole = `${goroutine('select', 7)}\n${goroutine('select', 8)}`
    const first = goroutine('select', 7).length
    for (let length = 20; length < whole.length; length++) {
      // Between two goroutines nothing tells that more were to come; writers may end in a blank line.
      const expected =
        length === first || length === first + 1 ? 'accepted' : expect.stringMatching(/^broken: /)
      expect(refusal(whole.slice(0, length)), `${length} bytes`).toEqual(expected)
    }
  })

  it('holds fewer goroutines than it announces (debug=1)', () => {
    const text = counts.toString()
    for (let part = 1; part < 16; part++) {
      expect(refusal(text.slice(0, (text.length * part) >> 4)), `${part}/16`).toMatch(/^broken: /)
    }
    expect(refusal(text.slice(0, -1))).toMatch(/^broken: /)
    expect(refusal(text.replace('total 139', 'total 140'))).toMatch(/^broken: .*140 .*139/)
  })

  it('has lines that are none of a dump', () => {
    expect(refusal(`${goroutine('select')}\nSIGQUIT: quit\n`)).toMatch(/^broken: /)
    expect(refusal(goroutine('select').replace('\t/src/main.go:42', '/src/main.go:42'))).toMatch(/^broken: /)
    expect(refusal(counts.toString().replace('#\t0x4a01a4\tsync', '#\t0x4a01a4\t\tsync\tx'))).toMatch(
      /^broken: /,
    )
  })
})

it('all else is something else', () => {
  for (const text of ['hello', 'goroutine', 'heap profile: 1: 2', 'threadcreate profile: total 9\n']) {
    expect(goroutineTextForm(Buffer.from(text))).toBeNull()
    expect(refusal(text)).toMatch(/^not-this-format: /)
  }
  expect(refusal('')).toMatch(/^broken: .*empty/)
})

it('a dump of 8 MB on one long status is read in one go', () => {
  expect(read(goroutine(`select${' labels:{'.repeat(900_000)}`)).total).toBe(1)
})

it.each(['goroutine 1 [x', 'Goroutine 1 in state x, with ', '\\n', '{"a":"goroutine ', '&lt;'])(
  'a line that holds %j a million times is read in one go',
  (part) => {
    const text = `dump:\n${goroutine('select')}${part.repeat(1_000_000)}\n`
    expect(read(text).total).toBe(1)
  },
)

it('a dump whose names would take more than 1 GB is refused', () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    goroutine('select', at + 1).replaceAll('main.', `main.${'x'.repeat(1_000_000)}${at}.`),
  )
  expect(refusal(many.join('\n'))).toMatch(/^not-supported: .*50,000,000 letters/)
})

describe('counts (debug=1) of many', () => {
  const counted = (stack: (at: number) => string, many: number) =>
    `goroutine profile: total ${many}\n${Array.from({ length: many }, (_, at) => stack(at)).join('')}`

  it('that differ by their labels alone are kept as one', () => {
    const labelled = (at: number) =>
      `1 @ 0x1000 0x2000\n# labels: {"request":"${at}"}\n#\t0x1000\tmain.wait+0x1\t/src/main.go:${at % 2}\n\n`
    const { samples, total } = read(counted(labelled, 20_000))
    expect([samples.map(({ value }) => value), total]).toEqual([[10_000, 10_000], 20_000])
  })

  it('whose names would take more than 1 GB are refused', () => {
    const named = (at: number) =>
      `1 @ 0x1000\n#\t0x1000\tmain.${'x'.repeat(1_000_000)}${at}+0x1\t/src/main.go:1\n\n`
    expect(refusal(counted(named, 60))).toMatch(/^not-supported: .*50,000,000 letters/)
  })
})
