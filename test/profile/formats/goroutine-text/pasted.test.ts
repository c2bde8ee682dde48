import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../../src/errors.ts'
import { parseGoroutineText } from '../../../../src/profile/formats/goroutine-text/parse.ts'
import { eachLine, first, leaked } from '../pasted.ts'

const elided = (id: number) => leaked(id, '...3 frames elided...\n')
const dump = [first, elided(7), elided(8)].join('\n')
const counts = `goroutine profile: total 3
2 @ 0x48edee 0x46c172
#	0x48edee	shop.(*Cart[...]).wait+0x24	/srv/app/shop/cart.go:34
#	0x46c172	shop.Order+0x24			/srv/app/shop/order.go:12

1 @ 0x46c173
#	0x46c173	main.main+0x24	/srv/app/main.go:20

`
const whole = ['main.main', 'shop.Order > shop.(*Cart[...]).wait']

/** A record of JSON for each line, or several: those that hold none of it are others'. */
const records = (text: string, of: (line: string, index: number) => object) =>
  text
    .trimEnd()
    .split('\n')
    .flatMap((line, at) => {
      const record = of(`${line}\n`, at)
      return JSON.stringify(record).includes(JSON.stringify(line).slice(1, -1))
        ? [record]
        : [record, of(`${line}\n`, 0)]
    })
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
const seconds = (index: number) => String(index % 60).padStart(2, '0')

function stacks(text: string | Uint8Array): readonly (readonly [string, number])[] {
  const { samples } = parseGoroutineText(Buffer.from(text))
  const named = samples.map(
    ({ stack, value }) => [stack.map((frame) => frame.function).join(' > '), value] as const,
  )
  return named.sort(([a], [b]) => (a < b ? -1 : 1))
}

function refusal(text: string): string {
  try {
    parseGoroutineText(Buffer.from(text))
    return 'accepted'
  } catch (error) {
    if (error instanceof FormatError) return error.kind
    throw error
  }
}

const goleak = (
  id: number,
) => ` Goroutine ${id} in state select, with shop.(*Cart[...]).wait on top of the stack:
shop.(*Cart[...]).wait(0xc000012345, {0x1, 0x2})
	/srv/app/shop/cart.go:34 +0x1d
shop.Order(...)
	/srv/app/shop/order.go:12
created by shop.Serve in goroutine 1
	/srv/app/shop/serve.go:9 +0x65
`

describe('a dump is read', () => {
  const wrapped: Readonly<Record<string, string | Uint8Array>> = {
    'as it is': dump,
    gzipped: gzipSync(dump),
    'with line ends of Windows': dump.replaceAll('\n', '\r\n'),
    'as UTF-16 of PowerShell': Buffer.from(`\ufeff${dump}`, 'utf16le'),
    'with the mark of UTF-8': `\ufeff${dump}`,
    indented: eachLine(dump, (line) => `        ${line}`),
    'indented, with its blank lines bare': eachLine(dump, (line) => (line === '' ? '' : `    ${line}`)),
    'with its tabs lost': dump.replaceAll('\t', ''),
    'with its tabs made spaces': dump.replaceAll('\t', '        '),
    'without the last line break, below a panic': `panic: boom\n\n${dump.trimEnd()}`,
    'in a block of Markdown': `Here it is:\n\n\`\`\`\n${dump}\`\`\`\nThanks.\n`,
    quoted: eachLine(dump, (line) => `> ${line}`),
    'of SIGQUIT': `SIGQUIT: quit\nPC=0x4721e1 m=0 sigcode=0\n\ngoroutine 0 gp=0x5fd8c0 m=0 mp=0x5fe2e0 [idle]:\nruntime.futex(0x5fe420, 0x80)\n\t/go/src/runtime/sys_linux_amd64.s:557 +0x21 fp=0x7ffd sp=0x7ffc pc=0x4721e1\nruntime.mstart()\n\t/go/src/runtime/asm.s:2 +0x5\n\n${dump}\nrax    0xca\nrbx    0x0\nrip    0x4721e1\neflags 0x286\n`,
    'of go run': `panic: boom\n\n${dump}exit status 2\n`,
    'of a failing test': `--- FAIL: TestOrder (0.02s)\npanic: test timed out after 1s\n\n${dump}FAIL\tshop\t1.02s\nFAIL\n`,
    'from a log of containers': eachLine(
      dump,
      (line, at) => `2026-11-25T10:00:${seconds(at)}.${at}Z shop-1  | ${line}`,
    ),
    'from a log whose blank lines lost their end': eachLine(dump, (line, at) =>
      `2026-11-25T10:00:${seconds(at)}.123456Z ${line}`.trimEnd(),
    ),
    'from the journal': eachLine(dump, (line, at) => `Nov 25 10:00:${seconds(at)} host shop[812]: ${line}`),
    'from a log of key=value': eachLine(
      dump,
      (line) => `time="2026-11-25T10:00:00Z" level=error msg=${JSON.stringify(line)}`,
    ),
    'from docker': eachLine(dump.trimEnd(), (line, at) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: `2026-11-25T10:00:${seconds(at)}Z` }),
    ),
    'from a record of JSON': `${JSON.stringify({ level: 'error', msg: 'boom', stack: dump })}\n`,
    'with escapes': `error: ${JSON.stringify(dump)}\n`,
    'in a page': `<pre>${dump.replaceAll('+0x', '&#43;0x')}</pre>\n`,
    'in colours': eachLine(dump, (line) => `\u001b[31m${line}\u001b[0m`),
    'as UTF-16 that begins with its large bytes': Buffer.from(`\ufeff${dump}`, 'utf16le').swap16(),
    'as UTF-16 without its mark': Buffer.from(dump, 'utf16le'),
    'with a blank line below each': dump.replaceAll('\n', '\n\n'),
    'with spaces at the ends': eachLine(dump, (line) => `${line}  `.replace(/^ +$/, '')),
    'with escapes at the ends': eachLine(dump, (line) => `${line}\u001b[0K`),
    'with line breaks of a page': eachLine(dump, (line) => `${line}<br>`),
    'from a page of builds': eachLine(
      dump,
      (line, at) => `\u001b_bk;t=${1_764_064_800_123 + at}\u0007${line}`,
    ),
    'of go test -json': records(dump, (line) => ({ Action: 'output', Test: 'TestOrder', Output: line })),
    'of go test -json, indented, between records of others': records(dump, (line, at) =>
      at % 3 === 1 ? { Action: 'pause', Test: 'TestOther' } : { Action: 'output', Output: `    ${line}` },
    ),
    'from the journal as JSON': records(dump, (line) => ({ PRIORITY: '6', MESSAGE: line })),
    'from records in records': `${JSON.stringify({ severity: 'ERROR', jsonPayload: { exception: { trace: dump } } })}\n`,
    'from a log whose level changes': eachLine(
      dump,
      (line, at) => `2026-11-25 10:00:${seconds(at)} ${at % 3 === 0 ? 'ERROR' : 'INFO'} ${line}`,
    ),
    'from the journal at midnight': eachLine(
      dump,
      (line, at) => `${at < 5 ? 'Nov 30 23:59:59' : 'Dec  1 00:00:00'} host shop[812]: ${line}`,
    ),
    'from the container runtime': eachLine(
      dump,
      (line, at) => `2026-11-25T10:00:${seconds(at)}.${at}Z stderr F ${line}`,
    ),
    'with lines of others between': `2026 INFO dumping\n${dump}`.replace(
      'created by shop.Serve',
      '2026 INFO served\ncreated by shop.Serve',
    ),
  }
  it.each(Object.entries(wrapped))('%s', (name, text) => {
    const expected = whole.map((stack) => [stack, stack === 'main.main' ? 1 : 2])
    const found = stacks(text).filter(([stack]) => name !== 'of SIGQUIT' || !stack.startsWith('runtime.'))
    expect(found).toEqual(expected)
  })

  const cut: Readonly<Record<string, (line: string) => string>> = {
    'of a log': (line) => `2026-11-25T10:00:07.5Z shop-1  | ${line}`,
    'that is indented': (line) => (line === '' ? '' : `    ${line}`),
    'of Windows': (line) => `${line}\r`,
    'of go test -json': (line) => JSON.stringify({ Action: 'output', Output: `${line}\n` }),
    'in colours': (line) => `\u001b[31m${line}\u001b[0m`,
  }
  it.each(Object.entries(cut))('and wherever one %s is cut within a goroutine, it is refused', (_, wrap) => {
    const text = eachLine(dump, wrap)
    const ends = [...text.matchAll(/\+0x/g)].map(({ index }) => index)
    const last = ends.at(-1) ?? 0
    const header = text.indexOf('goroutine 8') + 13
    for (let length = header; length <= last; length++)
      expect(() => stacks(text.slice(0, length)), text.slice(length - 20, length)).toThrow(/damaged/)
  })

  it('in what goleak says', () => {
    const text = `    leaks.go:78: found unexpected goroutines:\n        [${goleak(7).trimStart()}\n${goleak(8)}]\n`
    const indented = text.split('\n').map((line, at) => (at < 2 ? line : `        ${line}`))
    expect(stacks(indented.join('\n'))).toEqual([['shop.Order > shop.(*Cart[...]).wait', 2]])
    expect(stacks(`${text}\nagain:\n${text}`)).toEqual([['shop.Order > shop.(*Cart[...]).wait', 2]])
  })

  it('in what leaktest says', () => {
    const one = (id: number) =>
      eachLine(elided(id).trimEnd(), (line, at) =>
        at === 0 ? `    leaktest.go:150: leaktest: leaked goroutine: ${line}` : `        ${line}`,
      )
    expect(stacks(`${one(7)}\n${one(8)}\n--- FAIL: TestOrder\n`)).toEqual([
      ['shop.Order > shop.(*Cart[...]).wait', 2],
    ])
  })
})

describe('what stands for frames is none', () => {
  const markers = [
    ...[
      '...additional frames elided...',
      '...23 frames elided...',
      '\t...50 frames elided...',
      '(frames elided)',
    ],
    ...['…additional frames elided…', '[12 frames omitted]', '<truncated>', '... 12 more'],
    ...['non-Go function at pc=7f12ab', 'non-Go function\n\tpc=0x7f12ab'],
  ]
  it.each(markers)('%j', (marker) => {
    const text = dump.replaceAll('...3 frames elided...', marker)
    expect(stacks(text)).toEqual(whole.map((stack) => [stack, stack === 'main.main' ? 1 : 2]))
    expect(stacks(eachLine(text, (line) => `shop-1  | ${line}`))).toEqual(stacks(text))
  })
})

describe('counts are read', () => {
  const wrapped: Readonly<Record<string, string | Uint8Array>> = {
    'as they are': counts,
    'with line ends of Windows': counts.replaceAll('\n', '\r\n'),
    indented: eachLine(counts, (line) => `    ${line}`),
    'with their tabs made spaces': counts.replaceAll('\t', '    '),
    'from a log': eachLine(counts, (line, at) => `2026-11-25T10:00:${seconds(at)}Z ${line}`),
    'below other text, without the last blank line': `$ curl host/debug/pprof/goroutine?debug=1\n${counts.trimEnd()}\n`,
  }
  it.each(Object.entries(wrapped))('%s', (_, text) => {
    expect(stacks(text)).toEqual([
      ['main.main', 1],
      ['shop.Order > shop.(*Cart[...]).wait', 2],
    ])
  })
})

describe('a cut is noticed', () => {
  const ancestors = `goroutine 5 [select]:
main.work()
	/src/main.go:42 +0x1d
created by main.serve in goroutine 4
	/src/main.go:17 +0x65
[originating from goroutine 4]:
main.serve(...)
	/src/main.go:18 +0x65
created by main.main
	/src/main.go:7 +0x65
[originating from goroutine 1]:
main.main(...)
	/src/main.go:8 +0x65
`
  const locked = `goroutine 17 [syscall, locked to thread]:
main._Cfunc_sleep(0x64)
	_cgo_gotypes.go:56 +0x45
main.poll(0x1)
	/src/poll.go:9 +0x4
created by main.start in goroutine 1
	/src/poll.go:5 +0x4
`
  const wholes = [first, elided(7), ancestors, locked]
  it.each(wholes)('at any byte of %j', (text) => {
    const before = `${elided(99)}\n`
    // What is whole without the rest: a goroutine whose ancestors are yet to come.
    const ends = [...text.matchAll(/created by .*\n.*\n(?=\[originating)/g)].map(
      (match) => match.index + match[0].length,
    )
    for (let length = 8; length < text.length; length++) {
      const expected = ends.includes(length) ? 'accepted' : 'broken'
      expect(refusal(before + text.slice(0, length)), `${length} bytes`).toBe(expected)
    }
    expect(refusal(before + text)).toBe('accepted')
  })

  it('when it is two dumps', () => {
    expect(refusal(`${dump}\n${dump}`)).toBe('broken')
  })
})
