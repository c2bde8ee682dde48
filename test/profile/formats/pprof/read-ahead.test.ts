import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { FormatError } from '../../../../src/errors.ts'
import { openPprof, type PprofFile } from '../../../../src/profile/formats/pprof/open.ts'
import { sampleWindow } from '../../../../src/profile/formats/pprof/samples/read-ahead.ts'
import { nextSample, readLocation, samplesOf } from '../../../../src/profile/formats/pprof/samples/samples.ts'
import { mutated, randomOf } from '../../../profile-diff/fuzz/mutate.ts'
import { field, message, packed, profileOf, sample } from './wire.ts'

const set = join(import.meta.dirname, '../../../profile-diff/fixtures/set')
const profiles = readdirSync(set)
  .filter((name) => /\.pb(?:\.gz)?$/.test(name))
  .map((name) => readFileSync(join(set, name)))
  .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes))

const window = sampleWindow()

type Found = readonly (readonly [value: number, ids: string])[]

/** What the samples of the last type are, or the refusal: one by one, or as many as can be read ahead. */
function samplesIn(file: PprofFile, isAhead: boolean): Found | string {
  const found: (readonly [number, string])[] = []
  const reader = samplesOf(file)
  const column = file.types.length - 1
  const keep = (value: number, start: number, end: number) => {
    if (value !== 0) found.push([value, reader.cursor.bytes.subarray(start, end).join()])
    for (let at = start; value !== 0 && at < end; at = reader.idsRead) readLocation(reader, at, end)
  }
  try {
    while (reader.left > 0) {
      const base = reader.cursor.position
      const length = isAhead ? window.read(reader, column) : 0
      for (let at = 0; at < length; at++)
        keep(
          window.values[at] as number,
          base + (window.idsStart[at] as number),
          base + (window.idsEnd[at] as number),
        )
      if (length === 0 && nextSample(reader))
        keep(reader.values[column] as number, reader.idsStart, reader.idsEnd)
    }
  } catch (error) {
    if (error instanceof FormatError) return error.kind
    throw error
  }
  return found
}

function bothOf(bytes: Buffer): readonly [Found | string, Found | string] {
  const file = openPprof(bytes)
  return [samplesIn(file, true), samplesIn(file, false)]
}

it('samples read ahead are those that are read one by one', () => {
  for (const bytes of profiles) {
    const [ahead, each] = bothOf(bytes)
    expect(ahead).toEqual(each)
    expect(ahead).not.toBe('broken')
  }
})

it('whatever is damaged', () => {
  let compared = 0
  for (let number = 0; number < 4000; number++) {
    try {
      const [ahead, each] = bothOf(mutated(profiles, randomOf(number)))
      expect(ahead, `${number}`).toEqual(each)
      compared++
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
    }
  }
  expect(compared).toBeGreaterThan(300)
})

it.each([
  ['numbers of many bytes', sample([1], [2 ** 40])],
  ['a long value before', message(2, packed(1, [2]), packed(2, [7]))],
  ['values before locations', message(2, packed(2, [7]), packed(1, [1, 2]))],
  ['values one by one', message(2, field(1, 1), field(1, 2), field(2, 7))],
  ['two pieces of locations', message(2, packed(1, [1]), packed(1, [2]), packed(2, [7]))],
  ['no locations', message(2, packed(2, [7]))],
  ['labels', message(2, packed(1, [1]), packed(2, [7]), message(3, field(1, 1), field(2, 2)))],
  ['a label that names no string', message(2, packed(1, [1]), packed(2, [7]), message(3, field(1, 99)))],
  ['two values where there is one', sample([1], [7, 8])],
  ['a deep stack', sample(Array(20_000).fill(1), [7])],
])('%s', (_, samples) => {
  const [ahead, each] = bothOf(profileOf({ samples: [...samples, ...sample([2], [1])] }))
  expect(ahead).toEqual(each)
})
