import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../../../src/errors.ts'
import { parsePprof } from '../../../../src/profile/formats/pprof/parse.ts'
import { field, message, packed, profileOf, sample, strings, varint } from './wire.ts'

const small = readFileSync(join(import.meta.dirname, '../../../profile-diff/fixtures/small.after.pb.gz'))

/** What a refusal says: its kind and its text; anything else that happens fails the test. */
function refusal(bytes: Uint8Array, limit?: number): string {
  try {
    const profiles = parsePprof(bytes, limit === undefined ? {} : { limit })
    return `accepted: ${profiles.length} profiles`
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    expect(error.remedy).not.toBe('')
    return `${error.kind}: ${error.message}`
  }
}

describe('cut short', () => {
  const raw = gunzipSync(small)
  const sixteenths = Array.from({ length: 15 }, (_, index) => index + 1)

  it.each(sixteenths)('raw at %i/16', (part) => {
    expect(refusal(raw.subarray(0, (raw.length * part) >> 4))).toMatch(/^broken: /)
  })

  it.each(sixteenths)('gzip at %i/16', (part) => {
    expect(refusal(small.subarray(0, (small.length * part) >> 4))).toMatch(/^broken: /)
  })

  it('at every byte of a small one', () => {
    const whole = profileOf()
    for (let length = 3; length < whole.length; length++) {
      expect(refusal(whole.subarray(0, length)), `${length} bytes`).toMatch(/^broken: /)
    }
  })

  it('to nothing', () => {
    expect(refusal(Buffer.alloc(0))).toMatch(/^broken: .*empty/)
    expect(refusal(gzipSync(Buffer.alloc(0)))).toMatch(/^broken: .*empty/)
  })

  it('with a checksum that does not match', () => {
    const damaged = Buffer.from(small)
    damaged.writeUInt32LE(1, damaged.length - 8)
    expect(refusal(damaged)).toMatch(/^broken: /)
  })
})

describe('something else', () => {
  it.each([
    ['text', Buffer.from('hello, this is no profile\n')],
    ['HTML of an error page', Buffer.from('<!doctype html><title>404</title>')],
    ['JSON', Buffer.from('{"samples": []}')],
    ['a goroutine dump', Buffer.from('goroutine 1 [running]:\nmain.main()\n')],
    ['text that begins with line breaks', Buffer.from('\n\n\n\nhello, this is no profile\n')],
    ['an ELF binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
    ['a zip file', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])],
    ['gzip of text', gzipSync('hello, this is no profile\n')],
    ['zero bytes', Buffer.alloc(64)],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toMatch(/^not-this-format: /)
  })

  it('zstd', () => {
    expect(refusal(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]))).toMatch(/^not-supported: .*zstd/)
  })

  it('a CPU profile, named by what it counts', () => {
    const bytes = profileOf({ strings: strings.with(1, 'cpu').with(2, 'nanoseconds') })
    expect(refusal(bytes)).toMatch(/^not-supported: .*cpu\/nanoseconds/)
  })

  it('two profiles, one behind the other', () => {
    const timed = profileOf({ more: field(9, 1_700_000_000) })
    expect(refusal(Buffer.concat([timed, timed]))).toMatch(/^broken: .*several profiles/)
  })
})

describe('references that lead nowhere', () => {
  it.each<readonly [string, Buffer]>([
    ['a sample names a location', profileOf({ samples: sample([9], [1]) })],
    ['a sample names location 0', profileOf({ samples: sample([0], [1]) })],
    ['a sample names a huge location', profileOf({ samples: sample([2n ** 40n], [1]) })],
    [
      'a location names a function',
      profileOf({ locations: message(4, field(1, 1), message(4, field(1, 9))) }),
    ],
    ['a line names no function', profileOf({ locations: message(4, field(1, 1), message(4, field(2, 9))) })],
    ['a function names a string', profileOf({ functions: message(5, field(1, 1), field(2, 99)) })],
    ['a function names a file', profileOf({ functions: message(5, field(1, 1), field(4, 99)) })],
    ['a type names a string', profileOf({ types: message(1, field(1, 99), field(2, 2)) })],
    ['a mapping names a string', profileOf({ more: message(3, field(1, 1), field(5, 99)) })],
    [
      'a label names a string',
      profileOf({ samples: message(2, packed(1, [1]), packed(2, [1]), message(3, field(1, 99))) }),
    ],
    ['a function without id', profileOf({ functions: message(5, field(2, 3)) })],
    [
      'two locations of one id',
      profileOf({ locations: [...message(4, field(1, 1)), ...message(4, field(1, 1))] }),
    ],
    ['no strings', profileOf({ strings: [] })],
    ['a first string that is not empty', profileOf({ strings: strings.with(0, 'x') })],
    ['no types', profileOf({ types: [] })],
    ['more values than types', profileOf({ samples: sample([1], [1, 2]) })],
    ['fewer values than types', profileOf({ samples: sample([1], []) })],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toMatch(/^broken: /)
  })
})

describe('wire format', () => {
  const inSample = (...parts: readonly (readonly number[])[]) => profileOf({ samples: message(2, ...parts) })

  it.each<readonly [string, Buffer]>([
    ['a length beyond the end', profileOf({ more: [...varint(16 * 8 + 2), ...varint(1000)] })],
    ['a length beyond 2^53', profileOf({ more: [...varint(16 * 8 + 2), ...varint(2n ** 60n)] })],
    ['a number of 11 bytes', profileOf({ more: [...varint(16 * 8), ...new Array(10).fill(128), 1] })],
    ['field 0', profileOf({ more: [0, 0] })],
    ['wire type 6', profileOf({ more: [16 * 8 + 6] })],
    ['a group that never ends', profileOf({ more: [...varint(16 * 8 + 3), ...field(1, 1)] })],
    ['a group that ends as another', profileOf({ more: [...varint(16 * 8 + 3), ...varint(17 * 8 + 4)] })],
    ['an end without a group', profileOf({ more: varint(16 * 8 + 4) })],
    ['groups nested without end', profileOf({ more: new Array(2000).fill(varint(16 * 8 + 3)).flat() })],
    ['a fixed number cut short', profileOf({ more: [...varint(16 * 8 + 1), 1, 2, 3] })],
    ['a known field of another wire type', profileOf({ more: [...varint(12 * 8 + 2), 0] })],
    ['a packed list that runs past its sample', inSample([10, 100, 1], packed(2, [1]))],
    ['a number that runs past its list', inSample([10, 1, 0x81], [0, 18, 1, 1])],
    ['a value that runs past its list', inSample(packed(1, [1]), [18, 1, 0x81], [0])],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toMatch(/^broken: /)
  })
})

describe('sums beyond 2^53 are refused, never rounded', () => {
  it.each<readonly [string, number[]]>([
    ['one value', sample([1], [2n ** 53n])],
    ['one negative value', sample([1], [-(2n ** 53n)])],
    ['the smallest number there is', sample([1], [-(2n ** 63n)])],
    ['the largest', sample([1], [2n ** 63n - 1n])],
    ['two values of one stack', [...sample([1], [2n ** 52n]), ...sample([1], [2n ** 52n])]],
    ['values that cancel each other', [...sample([1], [2n ** 53n]), ...sample([1], [-(2n ** 53n)])]],
  ])('%s', (_, samples) => {
    expect(refusal(profileOf({ samples }))).toMatch(/^not-supported: .*2\^53/)
  })
})

describe('work stays in proportion to the file', () => {
  it('a bomb is left at the limit', () => {
    const zeros = [Buffer.from([...varint(16 * 8 + 2), ...varint(8_000_000)]), Buffer.alloc(8_000_000)]
    const bomb = gzipSync(Buffer.concat([profileOf(), ...zeros]))
    expect(bomb.length).toBeLessThan(20_000)
    expect(refusal(bomb, 1_000_000)).toMatch(/^not-supported: .*1000000 bytes/)
    expect(refusal(bomb)).toBe('accepted: 1 profiles')
    expect(refusal(Buffer.alloc(2_000_000), 1_000_000)).toMatch(/^not-supported: /)
  })

  it('a number of 300 KB', () => {
    expect(refusal(profileOf({ more: new Array(300_000).fill(255) }))).toMatch(/^broken: .*10 bytes/)
  })
})
