import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Profile as Reference } from 'pprof-format'
import { describe, expect, it } from 'vitest'
import { parsePprof } from '../../../../src/profile/formats/pprof/parse.ts'
import type { Frame, Profile } from '../../../../src/profile/profile.ts'
import { field, message, packed, profileOf, sample, varint } from './wire.ts'

const fixtures = join(import.meta.dirname, '../../../profile-diff/fixtures')
const small = readFileSync(join(fixtures, 'small.after.pb.gz'))

describe('a heap profile', () => {
  it('gives one profile a quantity, with the sampling period', () => {
    const profiles = parsePprof(small)
    expect(profiles.map(({ quantity, unit, exact, period }) => [quantity, unit, exact, period])).toEqual([
      ['alloc-objects', 'objects', false, 4096],
      ['alloc-bytes', 'bytes', false, 4096],
      ['heap-objects', 'objects', false, 4096],
      ['heap-bytes', 'bytes', false, 4096],
    ])
  })

  it('holds the same stacks and values as the reference decoder reads', () => {
    const reference = referenceSums(gunzipSync(small))
    for (const [index, profile] of parsePprof(small).entries()) {
      const ours = new Map(profile.samples.map(({ stack, value }) => [keyOf(stack), value]))
      const theirs = new Map(
        [...reference].flatMap(([key, values]) => (values[index] ? [[key, values[index]]] : [])),
      )
      expect(ours.size).toBe(profile.samples.length)
      expect(ours).toEqual(theirs)
    }
  })

  it('is exact when every allocation was recorded', () => {
    expect(parsePprof(profileOf({ more: field(12, 1) }))[0]).toMatchObject({ exact: true, period: 1 })
  })

  it('has no period when the writer gave none', () => {
    expect(parsePprof(profileOf({ more: field(12, 0) }))[0]).not.toHaveProperty('period')
  })
})

describe('frames', () => {
  const stackOf = (bytes: Uint8Array) => parsePprof(bytes)[0]?.samples[0]?.stack

  it('stand outermost first, inlined calls as frames of their own', () => {
    expect(stackOf(profileOf())).toEqual([
      { function: 'main.outer', file: '/src/main.go', line: 10 },
      { function: 'main.inlined', file: '/src/main.go', line: 20 },
      { function: 'main.leaf', file: '/src/main.go', line: 30 },
    ])
  })

  it('without symbols are called after their binary', () => {
    const locations = [...message(4, field(1, 1), field(2, 7)), ...message(4, field(1, 2))]
    const mapping = message(3, field(1, 7), field(5, 6))
    expect(stackOf(profileOf({ locations, more: mapping }))?.map((frame) => frame.function)).toEqual([
      '<unknown>',
      '[main.go]',
    ])
  })

  it('have line 0 when the profile gives a line that cannot be', () => {
    const locations = message(4, field(1, 1), message(4, field(1, 1), field(2, -1)))
    const samples = sample([1], [1])
    expect(stackOf(profileOf({ locations, samples }))).toEqual([
      { function: 'main.outer', file: '/src/main.go', line: 0 },
    ])
  })
})

describe('every legal way to write it', () => {
  const value = (bytes: Uint8Array) => parsePprof(bytes)[0]?.samples.map((one) => one.value)

  it('raw, gzip, and gzip of several members', () => {
    const raw = profileOf()
    const members = Buffer.concat([gzipSync(raw.subarray(0, 50)), gzipSync(raw.subarray(50))])
    for (const bytes of [raw, gzipSync(raw), members, new Uint8Array(raw)])
      expect(value(bytes)).toEqual([640])
  })

  it('unpacked repeated numbers, and numbers padded with empty bytes', () => {
    const unpacked = message(2, field(1, 1), field(1, 2), field(2, 640))
    expect(value(profileOf({ samples: unpacked }))).toEqual([640])
    const padded = message(2, message(1, [0x81, 0x80, 0x80, 0x00], [0x82, 0x00]), packed(2, [640]))
    expect(value(profileOf({ samples: padded }))).toEqual([640])
  })

  it('unknown fields of every wire type, numbers of two bytes and more, and groups', () => {
    const unknown = [
      ...field(16, 5),
      ...field(4000, 2n ** 64n - 1n),
      ...message(17, [1, 2, 3]),
      ...varint(18 * 8 + 1),
      ...new Array(8).fill(255),
      ...varint(19 * 8 + 5),
      ...new Array(4).fill(255),
      ...varint(20 * 8 + 3),
      ...field(1, 1),
      ...varint(21 * 8 + 3),
      ...varint(21 * 8 + 4),
      ...varint(20 * 8 + 4),
    ] // prettier-ignore
    expect(value(profileOf({ more: unknown }))).toEqual([640])
    const inSample = message(2, packed(1, [1, 2]), unknown, packed(2, [640]))
    expect(value(profileOf({ samples: inSample }))).toEqual([640])
  })

  it('ids of any size', () => {
    const id = Number.MAX_SAFE_INTEGER
    const locations = [
      ...message(4, field(1, id), message(4, field(1, 1))),
      ...message(4, field(1, id - 1), message(4, field(1, 2))),
    ]
    const profile = parsePprof(profileOf({ locations, samples: sample([id, id - 1], [7]) }))[0]
    expect(profile?.samples[0]?.stack.map((frame) => frame.function)).toEqual(['main.inlined', 'main.outer'])
  })

  it('negative values, as differences of profiles hold them', () => {
    const values = [-1, -640, -(2n ** 40n), -(2n ** 53n - 1n), 2n ** 53n - 1n]
    for (const one of values) expect(value(profileOf({ samples: sample([1], [one]) }))).toEqual([Number(one)])
  })

  it('samples of one stack as often as it likes: they are one, and none when they add up to 0', () => {
    const samples = [
      ...sample([1, 2], [5]),
      ...sample([2], [1]),
      ...sample([1, 2], [-5]),
      ...sample([2], [2]),
    ]
    expect(value(profileOf({ samples }))).toEqual([3])
  })

  it('types of which only some are known', () => {
    const types = [...message(1, field(1, 3), field(2, 2)), ...message(1, field(1, 1), field(2, 2))]
    const profiles = parsePprof(profileOf({ types, samples: sample([1], [4, 9]) }))
    expect(profiles.map(({ quantity, samples }) => [quantity, samples[0]?.value])).toEqual([
      ['heap-bytes', 9],
    ])
  })

  it('no sample at all', () => {
    expect(parsePprof(profileOf({ samples: [] }))[0]).toMatchObject({ quantity: 'heap-bytes', samples: [] })
  })
})

function referenceSums(raw: Buffer): Map<string, number[]> {
  const { function: functions, location, sample: samples, stringTable } = Reference.decode(raw)
  const functionOf = new Map(functions.map((one) => [Number(one.id), one]))
  const locationOf = new Map(location.map((one) => [Number(one.id), one]))
  const string = (index: number | bigint) => stringTable.strings[Number(index)] ?? 'missing'
  const sums = new Map<string, number[]>()
  for (const one of samples) {
    const lines = one.locationId.flatMap((id) => locationOf.get(Number(id))?.line ?? [])
    const leafFirst = lines.map(({ functionId, line }) => {
      const target = functionOf.get(Number(functionId))
      return {
        function: string(target?.name ?? -1),
        file: string(target?.filename ?? -1),
        line: Number(line),
      }
    })
    const key = keyOf(leafFirst.reverse())
    const sum = sums.get(key) ?? [0, 0, 0, 0]
    sums.set(
      key,
      sum.map((value, index) => value + Number(BigInt.asIntN(64, BigInt(one.value[index] ?? 0)))),
    )
  }
  return sums
}

function keyOf(stack: Profile['samples'][number]['stack'] | readonly Frame[]): string {
  return stack.map((frame) => `${frame.function} ${frame.file}:${frame.line}`).join('\n')
}
