import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { eachLine, first, leaked } from '../profile/formats/pasted.ts'

// Texts of Go as people have them: out of logs, exports of their viewers, pages, mails and terminals.

const frames = `#	0x48edee	shop.(*Cart[...]).wait+0x24	/srv/app/shop/cart.go:34
#	0x46c172	shop.Order+0x24			/srv/app/shop/order.go:12

`
const main = `#	0x46c173	main.main+0x24	/srv/app/main.go:20

`
const goroutines = [first, leaked(7), leaked(8)].join('\n')
const dumps: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'goroutines, debug=2': [first, goroutines],
  'goroutines of SIGQUIT': [
    first,
    `SIGQUIT: quit\nPC=0x4721e1 m=0 sigcode=0\n\ngoroutine 0 gp=0x5fd8c0 m=0 mp=0x5fe2e0 [idle]:\nruntime.mstart()\n\t/go/src/runtime/asm.s:2 +0x5\n\n${goroutines}\nrax    0xca\neflags 0x286\n`,
  ],
  'goroutines, debug=1': [
    'goroutine profile: total 0\n',
    `goroutine profile: total 3\n2 @ 0x48edee 0x46c172\n${frames}1 @ 0x46c173\n${main}`,
  ],
  'heap, debug=1': [
    'heap profile: 0: 0 [0: 0] @ heap/1048576\n',
    `heap profile: 3: 3072 [5: 5120] @ heap/1048576\n2: 2048 [4: 4096] @ 0x48edee 0x46c172\n${frames}1: 1024 [1: 1024] @ 0x46c173\n${main}\n# runtime.MemStats\n# Alloc = 400928\n`,
  ],
  'mutex, debug=1': [
    '--- mutex:\ncycles/second=2500000000\nsampling period=1\n',
    `--- mutex:\ncycles/second=2500000000\nsampling period=1\n1234567 3 @ 0x48edee 0x46c172\n${frames}`,
  ],
  jemalloc: [
    'heap_v2/524288\n  t*: 0: 0 [0: 0]\n',
    'heap_v2/524288\n  t*: 3: 3145728 [0: 0]\n  t0: 3: 3145728 [0: 0]\n@ 0x48edee 0x46c172\n  t*: 2: 2097152 [0: 0]\n  t0: 2: 2097152 [0: 0]\n@ 0x46c173\n  t*: 1: 1048576 [0: 0]\n  t0: 1: 1048576 [0: 0]\n\nMAPPED_LIBRARIES:\n00400000-00500000 r-xp 00000000 fe:00 1 /usr/bin/app\n',
  ],
  'threads, debug=1': [
    'threadcreate profile: total 0\n',
    `threadcreate profile: total 5\n4 @ \n#	0x0\n\n1 @ 0x46c173\n${main}`,
  ],
}

type Wrap = (text: string) => string | Buffer

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n')
const each =
  (change: (line: string, at: number) => string): Wrap =>
  (text) =>
    eachLine(text, change)
const record = (of: (line: string, at: number) => object): Wrap =>
  each((line, at) => JSON.stringify(of(line, at)))
const document = (of: (lines: readonly string[]) => object, space?: number): Wrap => {
  return (text) => `${JSON.stringify(of(linesOf(text)), null, space)}\n`
}
const time = (at: number) => `2026-11-25T10:00:${String(at % 60).padStart(2, '0')}.${1_000_000 + 137 * at}Z`
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const asHtml = (text: string) =>
  text.replace(
    /[&<>"+]/g,
    (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': '#34', '+': '#43' }[letter]};`,
  )

const wraps: Readonly<Record<string, Wrap>> = {
  'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with line ends of old Macs': (text) => text.replaceAll('\n', '\r'),
  'with line ends turned twice': (text) => text.replaceAll('\n', '\r\r\n'),
  'as UTF-16': (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
  'as UTF-16 with line ends of old Macs': (text) =>
    Buffer.from(`\ufeff${text.replaceAll('\n', '\r')}`, 'utf16le'),
  gzipped: (text) => gzipSync(text),
  'as a table': (text) => `timestamp,message\n${each((line, at) => `${time(at)},${quoted(line)}`)(text)}`,
  'as a table, all quoted': each((line, at) => `"${time(at)}","web-1",${quoted(line)}`),
  'as a table that begins with the text': each((line, at) => `${quoted(line)},${time(at)}`),
  'as a table with the text in the middle': each((line, at) => `"${time(at)}",${quoted(line)},"web-1"`),
  'as a table, quoted where it must be': each(
    (line, at) => `${time(at)},${/[",]/.test(line) ? quoted(line) : line}`,
  ),
  'as a table with semicolons': each((line, at) => `"${time(at)}";${quoted(line)}`),
  'as a table with tabs': each((line, at) => `${time(at)}\t${line}`),
  'as a field of a table': (text) => `"time","text","host"\n"${time(1)}",${quoted(text)},"web-1"\n`,
  'from docker': record((line, at) => ({ log: `${line}\n`, stream: 'stderr', time: time(at) })),
  'from docker compose': each((line) => `shop-1  | ${line}`),
  'from the journal': each((line, at) => `Nov 25 10:00:${10 + (at % 50)} host shop[812]: ${line}`),
  'from the journal as JSON': record((line) => ({ PRIORITY: '6', MESSAGE: line })),
  'from kubectl --timestamps': each((line, at) => `${time(at)} ${line}`),
  'from kubectl --prefix': each((line) => `[pod/shop-6d4/shop] ${line}`),
  'from CloudWatch': document((lines) => ({
    events: lines.map((message, timestamp) => ({ timestamp, message })),
  })),
  'from CloudWatch, laid out': document(
    (lines) => ({ events: lines.map((message, timestamp) => ({ timestamp, message })) }),
    4,
  ),
  'from CloudWatch as text': each((line, at) => `EVENTS\t17640648${at}\t${line}\t17640649${at}`),
  'from Logs Insights': document((lines) => ({
    results: lines.map((value, at) => [
      { field: '@timestamp', value: time(at) },
      { field: '@message', value },
    ]),
  })),
  'from Datadog': document((lines) => ({
    data: lines.map((message) => ({ attributes: { message, host: 'web' } })),
  })),
  'from Loki': document((lines) => ({
    data: { result: [{ stream: { app: 'shop' }, values: lines.map((line, at) => [`17640648${at}`, line]) }] },
  })),
  'from logcli': each((line, at) => `${time(at)} {app="shop", level="error"} ${line}`),
  'from logcli as JSON': record((line, at) => ({ labels: { app: 'shop' }, line, timestamp: time(at) })),
  'from Grafana': document((lines) => lines.map((line, at) => ({ line, date: time(at), fields: {} })), 2),
  'from Elasticsearch': document((lines) => ({
    hits: { hits: lines.map((message, at) => ({ _source: { '@timestamp': time(at), message } })) },
  })),
  'from Google Cloud': document(
    (lines) => lines.map((textPayload) => ({ severity: 'ERROR', textPayload })),
    2,
  ),
  'from Google Cloud, in one entry': (text) =>
    `${JSON.stringify([{ jsonPayload: { message: text } }], null, 2)}\n`,
  'from a list of lines': document((lines) => ({ lines })),
  'from a log of a workflow': each((line, at) => `test\tRun tests\t${time(at)} ${line}`),
  'from errors of a workflow': each((line, at) => `${time(at)} ##[error]${line}`),
  'from klog': each((line, at) => `I1125 10:00:00.${100_000 + at}   12345 main.go:20] ${line}`),
  'from syslog': each((line, at) => `<11>1 ${time(at)} web shop 812 - - ${line}`),
  'from a log of key=value': each((line) => `time=${time(0)} level=error msg=${JSON.stringify(line)}`),
  'from a field of key=value': (text) =>
    `time=${time(0)} level=ERROR msg=dump stack=${JSON.stringify(text)}\n`,
  'from a field of a record': (text) => `${JSON.stringify({ level: 'error', stack: text }, null, 2)}\n`,
  'as YAML': (text) => `stack: |\n${each((line) => (line === '' ? '' : `  ${line}`))(text)}`,
  'in colours': each((line) => `\u001b[36;1m${line}\u001b[0m`),
  'in a block of Markdown': (text) => `Here:\n\n\`\`\`text\n${text}\`\`\`\nThanks\n`,
  'quoted in Markdown': each((line) => `> ${line}`.trimEnd()),
  'quoted, in a block': (text) => each((line) => `> ${line}`.trimEnd())(`\`\`\`\n${text}\`\`\`\n`),
  'in a ticket': (text) => `{noformat}\n${text}{noformat}\n`,
  'from a chat': (text) => text.replace(/[&<>]/g, asHtml),
  'in a page': (text) => `<!DOCTYPE html>\n<html>\n<body>\n<pre>\n${asHtml(text)}</pre>\n</body>\n</html>\n`,
  'in a page of one line': (text) => `<html><body><h1>Profile</h1><pre>${asHtml(text)}</pre></body></html>\n`,
  'with line breaks of a page': each((line) => `${line}<br/>`),
  'with spaces of a page': (text) => text.replaceAll('\t', '&nbsp;&nbsp;&nbsp;&nbsp;'),
  'with spaces that do not break': (text) => text.replaceAll('\t', '\u00a0\u00a0'),
  'with the numbers of its lines': each((line, at) => `${String(at + 1).padStart(6)}\t${line}`),
  'from grep': each((line, at) => `app.log:${at + 1}:${line}`),
  'below the headers of a response': (text) => `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${text}`,
  'at a prompt': (text) => `$ curl -s host/debug\n${text}$ \n`,
}

async function outcomeOf(before: string, after: string | Buffer): Promise<unknown> {
  const moments = [before, after].map((text, at) => [sourceOf(`${at}`, Buffer.from(text as string))])
  try {
    const { quantity, rows } = await diffProfiles({ moments, quantity: null, by: 'line' })
    return { quantity, rows }
  } catch (error) {
    if (error instanceof FormatError) return error.kind
    throw error
  }
}

describe.each(Object.entries(dumps))('%s', (_, [before, after]) => {
  it.each(Object.entries(wraps))('%s', async (_, wrap) => {
    const bare = await outcomeOf(before, after)
    expect(bare).toMatchObject({ rows: expect.arrayContaining([expect.anything()]) })
    expect(await outcomeOf(before, wrap(after))).toEqual(bare)
  })
})

describe('what was wrapped at the edge of a mail', () => {
  const wrapped = each((line) => line.replaceAll('\t', '    ').replace(/(.{20,38}) (?=.)/g, '$1\n'))
  it('is joined in a dump of each goroutine', async () => {
    const [before = '', after = ''] = dumps['goroutines of SIGQUIT'] ?? []
    expect(wrapped(after)).toContain('(0xc000012345,\n')
    expect(await outcomeOf(before, wrapped(after))).toEqual(await outcomeOf(before, after))
  })
  it.each(['goroutines, debug=1', 'heap, debug=1', 'mutex, debug=1', 'threads, debug=1'])(
    'is refused in %s',
    async (name) => {
      const [before = '', after = ''] = dumps[name] ?? []
      expect(['broken', 'not-this-format']).toContain(await outcomeOf(before, wrapped(after)))
    },
  )
  // Of jemalloc's lines none is as long as a mail's, and none holds what a mail writes as figures.
  const encoded = Object.entries(dumps).filter(([name]) => name !== 'jemalloc')
  it.each(encoded)('and the source of a mail, of %s', async (_, [before, after]) => {
    const source = after
      .replaceAll('=', '=3D')
      .replaceAll('\t', '=09')
      .replace(/^(.{40})(?=.)/gm, '$1=\n')
    expect(await outcomeOf(before, source)).toBe('not-supported')
  })
})
