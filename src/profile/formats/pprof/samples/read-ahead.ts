import { labelTag, packedLocations, packedValues, sampleTag } from '../wire/layout.ts'
import type { SampleReader } from './samples.ts'

/**
 * Samples read many at a time: what they count, and where the ids of their locations lie in the window's
 * bytes. Those of 0 are left out: most samples of a heap profile are of memory that was let go.
 *
 * There is one window for all profiles: the engine then takes its arrays for constants, and reads them twice
 * as fast.
 */
export interface SampleWindow {
  /** A piece of the profile. */
  readonly bytes: Uint8Array
  readonly values: Int32Array
  /** By sample: its leaf, its callers, and where they end. */
  readonly idsStart: Int32Array
  readonly callersStart: Int32Array
  readonly idsEnd: Int32Array
  /**
   * Fills the window from where the reader stands, and reads on until all that is in it was read or one comes
   * that is not laid out as most writers do: locations, values, labels, each packed and short. That one is
   * left to `nextSample`, which also tells what is damaged. `column` is which of a sample's values is read.
   * How many samples are there.
   */
  readonly read: (reader: SampleReader, column: number) => number
}

/** As much as stays in a processor's cache. */
const size = 2 ** 16
const most = 2048
const labelNumber = 24
const longest = 16_383

export function sampleWindow(): SampleWindow {
  // What begins within a piece may be looked at before it is known to end there too.
  const bytes = new Uint8Array(size + 16)
  const [values, idsStart, callersStart, idsEnd] = [
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
  ] as const
  const numbers = numbersIn(bytes)

  function read(reader: SampleReader, column: number): number {
    const { cursor, end } = reader
    const start = cursor.position
    const piece = cursor.bytes.subarray(start, Math.min(end, start + size))
    bytes.set(piece)
    return readMany(reader, column, piece.length)
  }

  function readMany(reader: SampleReader, column: number, windowEnd: number): number {
    const width = reader.values.length
    const { strings } = reader
    let { left } = reader
    let length = 0
    let position = 0
    while (left > 0 && length < most) {
      const tag = bytes[position] as number
      let bytesOfIt = bytes[position + 1] as number
      let first = position + 2
      if (bytesOfIt > 127) bytesOfIt += ((bytes[first++] as number) - 1) << 7
      const end = first + bytesOfIt
      if (bytesOfIt > longest || end > windowEnd) break
      if (tag === sampleTag) {
        const value = readPlain(first, end, length, column, width, strings)
        if (value < 0) break
        if (value > 0) values[length++] = value
        left--
        // What lies between samples is mostly locations.
      } else if ((tag & 7) !== 2 || tag > 127) break
      position = end
    }
    reader.left = left
    reader.cursor.position += position
    return length
  }

  /** What a sample counts, and into `slot` where its ids lie; -1 when it is not laid out as most are. */
  function readPlain(
    start: number,
    end: number,
    slot: number,
    column: number,
    width: number,
    strings: number,
  ): number {
    let at = start
    let value = -1
    let ids = 0
    while (at < end) {
      const tag = bytes[at++] as number
      let bytesOfIt = bytes[at++] as number
      if (bytesOfIt > 127) bytesOfIt += ((bytes[at++] as number) - 1) << 7
      const fieldEnd = at + bytesOfIt
      if (bytesOfIt > longest || fieldEnd > end) return -1
      if (tag === packedLocations && ids === 0 && fieldEnd > at) {
        ids = at
        idsStart[slot] = at
        idsEnd[slot] = fieldEnd
      } else if (tag === packedValues && value < 0) {
        value = numbers.oneOf(at, fieldEnd, column, width)
        if (value < 0) return -1
      } else if (tag !== labelTag || !numbers.areLabel(at, fieldEnd, strings)) return -1
      at = fieldEnd
    }
    if (value < 0 || ids === 0) return -1
    while ((bytes[ids++] as number) > 127);
    callersStart[slot] = ids
    return ids <= (idsEnd[slot] as number) ? value : -1
  }

  return { bytes, values, idsStart, callersStart, idsEnd, read }
}

/** Numbers of a window. */
function numbersIn(bytes: Uint8Array) {
  /** One of `width` numbers; -1 when they are not so many, or it is not of at most 28 bits. */
  function oneOf(start: number, end: number, column: number, width: number): number {
    let count = 0
    let asked = end
    let first = start
    for (let at = start; at < end; at++) {
      if ((bytes[at] as number) > 127) continue
      if (at - first > 9) return -1
      if (count++ === column) asked = first
      first = at + 1
    }
    return count === width && first === end ? shortAt(asked) : -1
  }

  /** Whether they are a label, and the strings that it names are there. */
  function areLabel(start: number, end: number, strings: number): boolean {
    let at = start
    while (at < end) {
      const field = bytes[at++] as number
      if (field !== labelNumber) {
        const text = shortAt(at)
        if ((field !== 8 && field !== 16 && field !== 32) || text < 0 || text >= strings) return false
      }
      const first = at
      while (at < end && (bytes[at] as number) > 127) at++
      if (at++ - first > 9) return false
    }
    return at === end
  }

  /** A number of at most 28 bits; -1 for a longer one. A byte that goes on is the largest so far. */
  function shortAt(start: number): number {
    let at = start
    let number = bytes[at] as number
    for (let shift = 7; number >= 1 << shift; shift += 7) {
      if (shift === 28) return -1
      number += ((bytes[++at] as number) - 1) << shift
    }
    return number
  }

  return { oneOf, areLabel }
}
