import { labelTag, packedLocations, packedValues, sampleTag } from '../wire/layout.ts'
import type { SampleReader } from './samples.ts'

/**
 * Samples read many at a time: what they count, and where the ids of their locations lie.
 * Those of 0 are left out: most samples of a heap profile are of memory that was let go.
 */
export interface Ahead {
  /** Which of a sample's values is read. */
  readonly column: number
  readonly values: Int32Array
  readonly idsStart: Int32Array
  readonly idsEnd: Int32Array
  length: number
}

/** As many as stay in a processor's cache. */
const most = 1024
const labelNumber = 24
const longest = 16_383

export function aheadOf(column: number): Ahead {
  const [values, idsStart, idsEnd] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  return { column, values, idsStart, idsEnd, length: 0 }
}

/**
 * Reads on until many samples are there, the last was read, or one comes that is not laid out as most
 * writers do: locations, values, labels, each packed and short. That one is left to `nextSample`, which also
 * tells what is damaged.
 */
export function readAhead(reader: SampleReader, ahead: Ahead): void {
  const { cursor } = reader
  ahead.length = 0
  cursor.position = readMany(reader, ahead, cursor.position)
}

/**
 * Reads from `start` on, and returns where it ended. The position stays out of objects, which is twice as
 * fast. Nothing stands behind the loop: the engine compiles it while it runs, knows nothing of what is
 * behind, and would leave the compiled code each time it gets there.
 */
function readMany(reader: SampleReader, ahead: Ahead, start: number): number {
  const { bytes } = reader.cursor
  let position = start
  while (reader.left > 0 && ahead.length < most) {
    const tag = bytes[position] as number
    let size = bytes[position + 1] as number
    let first = position + 2
    if (size > 127) size += ((bytes[first++] as number) - 1) << 7
    const end = first + size
    if (!(size <= longest && end <= reader.end)) break
    if (tag === sampleTag) {
      if (!readPlain(reader, ahead, first, end)) break
      reader.left--
      // What lies between samples is mostly locations.
    } else if ((tag & 7) !== 2 || tag > 127) break
    position = end
  }
  return position
}

/** Whether a sample is laid out as most are; then it has been read. */
function readPlain(reader: SampleReader, ahead: Ahead, start: number, end: number): boolean {
  const { bytes } = reader.cursor
  let at = start
  let idsStart = 0
  let idsEnd = 0
  let value = -1
  while (at < end) {
    const tag = bytes[at++] as number
    let size = bytes[at++] as number
    if (size > 127) size += ((bytes[at++] as number) - 1) << 7
    const fieldEnd = at + size
    if (!(size <= longest && fieldEnd <= end)) return false
    if (tag === packedLocations && idsEnd === 0) {
      idsStart = at
      idsEnd = fieldEnd
    } else if (tag === packedValues && value < 0) {
      value = valueAt(bytes, at, fieldEnd, ahead.column, reader.values.length)
      if (value < 0) return false
    } else if (tag !== labelTag || !isLabel(bytes, at, fieldEnd, reader.strings)) return false
    at = fieldEnd
  }
  if (value < 0 || idsStart === idsEnd) return false
  if (value === 0) return true
  ahead.values[ahead.length] = value
  ahead.idsStart[ahead.length] = idsStart
  ahead.idsEnd[ahead.length++] = idsEnd
  return true
}

/** One of `width` values, which end at `end`; -1 when they do not, or it is not of at most 28 bits. */
function valueAt(bytes: Uint8Array, start: number, end: number, column: number, width: number): number {
  let at = start
  let value = 0
  for (let index = 0; index < width; index++) {
    if (index === column) value = shortAt(bytes, at)
    at = behind(bytes, at, end)
  }
  return at === end ? value : -1
}

/** Whether it is a label, and the strings that it names are there. */
function isLabel(bytes: Uint8Array, start: number, end: number, strings: number): boolean {
  let at = start
  while (at < end) {
    const field = bytes[at++] as number
    if (field !== labelNumber) {
      const text = shortAt(bytes, at)
      if ((field !== 8 && field !== 16 && field !== 32) || text < 0 || text >= strings) return false
    }
    at = behind(bytes, at, end)
  }
  return at === end
}

/** A number of at most 28 bits; -1 for a longer one. A byte that goes on is the largest so far. */
function shortAt(bytes: Uint8Array, at: number): number {
  let number = bytes[at] as number
  for (let shift = 7; number >= 1 << shift; shift += 7) {
    if (shift === 28) return -1
    number += ((bytes[++at] as number) - 1) << shift
  }
  return number
}

/**
 * Where the next number begins; beyond `end` when this one does not end before, or is longer than 10 bytes.
 */
function behind(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && (bytes[at] as number) > 127) at++
  return at - start > 9 ? end + 1 : at + 1
}
