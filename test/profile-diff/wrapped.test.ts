import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { profileOf, sample, strings } from '../profile/formats/pprof/wire.ts'

// Profiles inside of something else: saved answers of servers, and texts that bytes were made of.

const samples = Array.from({ length: 200 }, (_, at) => sample([1, 2], [at + 1]))
const raw = profileOf({ samples: samples.flat() })
const bytes = gzipSync(raw)
const total = 20_100
const base64 = bytes.toString('base64')
const hex = bytes.toString('hex')
const set = join(import.meta.dirname, 'fixtures/set')
const goroutines = readFileSync(join(set, 'go-1.26.after.goroutine.2.txt'))

const totalOf = async (content: string | Uint8Array) => {
  const source = sourceOf('after', Buffer.from(content))
  const empty = sourceOf('before', profileOf({ samples: sample([1, 2], [0]) }))
  return (await diffProfiles({ moments: [[empty], [source]], quantity: null, by: 'function' })).total
}

async function refusal(content: string | Uint8Array): Promise<string> {
  const error = await totalOf(content).catch((thrown: unknown) => thrown)
  if (!(error instanceof FormatError)) throw new Error(`${String(error)}`)
  return `${error.kind}: ${error.message} ${error.remedy}`
}

const answer = (headers: string, body: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n${headers}\r\n`),
    body,
  ])
const chunked = (body: Uint8Array, size = 100) => {
  const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.subarray(at * size, (at + 1) * size),
  )
  const sent = pieces.flatMap((piece) => [`${piece.length.toString(16)}\r\n`, piece, '\r\n'])
  return Buffer.concat([...sent, '0\r\n\r\n'].map((part) => Buffer.from(part)))
}

describe('a profile is read', () => {
  it.each<[string, string | Uint8Array]>([
    ['as base64', base64],
    ['in lines', base64.replace(/.{76}/g, '$&\r\n')],
    ['without gzip', raw.toString('base64')],
    ['of the alphabet for addresses', bytes.toString('base64url')],
    ['in quotes', JSON.stringify(base64)],
    ['as an address', `data:application/octet-stream;base64,${base64}`],
    ['between dashes', `-----BEGIN PROFILE-----\n${base64}\n-----END PROFILE-----\n`],
    ['in JSON', JSON.stringify({ name: 'x', profileBytes: base64 })],
    ['in JSON as PHP has it', JSON.stringify([{ data: base64 }], null, 2).replaceAll('/', '\\/')],
    ['in JSON with line breaks', JSON.stringify({ text: base64.replace(/.{60}/g, '$&\n') })],
    ['as digits', hex],
    ['as digits with 0x', `0x${hex.toUpperCase()}\n`],
    ['as digits of a database', `\\x${hex}`],
    ['as digits of a shell', hex.replace(/../g, '\\x$&')],
    ['as an array of C', `{ ${hex.replace(/../g, '0x$&, ')}}`],
    ['as a Buffer of Node', JSON.stringify(bytes)],
    ['as numbers', JSON.stringify([...raw], null, 1)],
    ['as base64 of PowerShell', Buffer.from(`\ufeff${base64}\r\n`, 'utf16le')],
    ['as an answer', answer('', bytes)],
    ['as an answer of HTTP 2', Buffer.concat([Buffer.from('HTTP/2 200 \ncontent-type: x\n\n'), bytes])],
    [
      'behind where it was sent',
      Buffer.concat([Buffer.from('HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n'), answer('', bytes)]),
    ],
    ['in pieces', answer('Transfer-Encoding: chunked\r\n', chunked(bytes))],
    ['in pieces that were joined', answer('Transfer-Encoding: chunked\r\n', bytes)],
    ['compressed by the server too', answer('Content-Encoding: gzip\r\n', gzipSync(bytes))],
    ['compressed by the server alone', answer('content-encoding: GZIP\r\n', gzipSync(raw))],
    ['as base64 that was compressed', gzipSync(Buffer.from(base64))],
    ['in JSON that was compressed', gzipSync(JSON.stringify({ profileBytes: base64 }))],
    ['as base64 in an answer', answer('', Buffer.from(base64))],
  ])('%s', async (_, content) => {
    expect(await totalOf(content)).toBe(total)
  })

  it('of any size', async () => {
    // So that it does not shrink: no two strings of its table are alike.
    const more = Array.from({ length: 9000 }, (_, at) => `${(at * 7919) ** 3}`)
    const large = profileOf({ samples: samples.flat(), strings: [...strings, ...more] }).toString('base64')
    expect(large.length).toBeGreaterThan(150_000)
    for (const content of [JSON.stringify({ a: 1, data: large }), large.replace(/.{76}/g, '$&\n')])
      expect(await totalOf(content)).toBe(total)
  })

  it('and a text of Go', async () => {
    const encoded = goroutines.toString('base64')
    const pieces = answer('Transfer-Encoding: chunked\r\n', chunked(goroutines, 777))
    for (const content of [encoded, answer('', goroutines), pieces]) {
      const moment = [sourceOf('dump', Buffer.from(content))]
      const { of, quantity } = await diffProfiles({
        moments: [moment, moment],
        quantity: null,
        by: 'function',
      })
      expect([quantity, of]).toEqual(['tasks', 8])
    }
  })
})

describe('what is damaged is broken', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['base64 that was cut', base64.slice(0, base64.length - 43 - (base64.length % 4)), /ends within a byte/],
    ['base64 that was cut between bytes', base64.slice(0, -40), /cannot be inflated/],
    [
      'base64 with another letter far behind',
      `${'H4sI'.padEnd(70_000, 'A')}!${base64}`,
      /"!" at letter 70000/,
    ],
    ['digits that were cut', hex.slice(0, -41), /end within a byte/],
    ['a list that was cut', JSON.stringify([...bytes]).slice(0, -40), /does not end/],
    ['a list of what is no byte', JSON.stringify([...bytes, 256]), /no byte/],
    [
      'pieces that were cut',
      answer('Transfer-Encoding: chunked\r\n', chunked(bytes)).subarray(0, -30),
      /cut short/,
    ],
    ['an answer that was cut', answer('', bytes.subarray(0, -30)), /cannot be inflated/],
  ])('%s', async (_, content, told) => {
    expect(await refusal(content)).toMatch(told)
    expect(await refusal(content)).toMatch(/^broken/)
  })
})

describe('what was saved as a text is broken', () => {
  const windows = new TextDecoder('windows-1252').decode(bytes)
  it.each<[string, Uint8Array]>([
    ['in UTF-8', Buffer.from(bytes.toString('latin1'))],
    ['with a mark', Buffer.from(`\ufeff${bytes.toString('latin1')}`)],
    ['by way of a string', Buffer.from(bytes.toString('utf8'))],
    ['in the letters of Windows', Buffer.from(windows)],
    ['by PowerShell', Buffer.from(`\ufeff${windows}`, 'utf16le')],
    ['by PowerShell, from UTF-8', Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le')],
  ])('%s', async (_, content) => {
    expect(await refusal(content)).toMatch(/^broken: .*saved as a text.*curl -o/)
  })
})

describe('what is in nothing of these', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['two profiles', JSON.stringify([base64, base64]), /^not-supported: .*several profiles.*jq -r/],
    [
      'another compression',
      answer('Content-Encoding: br\r\n', deflateSync(raw)),
      /^not-supported: .*\(br\).*curl --compressed/,
    ],
    [
      'no profile',
      'HTTP/1.1 404 Not Found\r\nX: \x1b[31m\r\n\r\n404 page not found\n',
      /^not-this-format: .*404 Not Found/,
    ],
    ['a login', 'HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n', /^not-this-format: .*302 Found/],
    ['base64 of something else', Buffer.from('x'.repeat(99)).toString('base64'), /^not-this-format/],
    ['a text that begins as digits do', `${hex} and so on`, /^not-this-format/],
  ])('%s', async (_, content, told) => {
    expect(await refusal(content)).toMatch(told)
  })

  it('is refused by its size', async () => {
    const size = 200e6
    const read = (start: number, length: number) =>
      Buffer.from(base64.repeat(100)).subarray(start, start + length)
    const source = { name: 'after', size, read }
    const error = await diffProfiles({ moments: [[source], [source]], quantity: null, by: 'function' }).catch(
      String,
    )
    expect(error).toMatch(/packed into 128 MB of something else and more/)
  })
})
