import { broken } from '../refusal.ts'

/**
 * A place in protobuf's wire format (https://protobuf.dev/programming-guides/encoding/);
 * `end` bounds the message being read.
 */
export interface Cursor {
  readonly bytes: Uint8Array
  position: number
  end: number
}

/**
 * All cursors are made here, so that they are alike and the readers stay fast. Assigned, not given:
 * V8 takes a field for a constant until the first assignment, and then compiles all that relied on it anew.
 */
export function cursorOf(bytes: Uint8Array, position = 0, end = bytes.length): Cursor {
  const cursor: Cursor = { bytes, position: -1, end: -1 }
  cursor.position = position
  cursor.end = end
  return cursor
}

/**
 * Wire types by field number of a message, from 1: v varint, b length-delimited, n varint or packed varints.
 */
export type Shape = string

const wireTypes = ['v', '8', 'b', '(', ')', '4'] as const
const deepestGroup = 100
const firstNumber = 8

/**
 * One unsigned varint of at most 10 bytes, for tags, lengths and indexes.
 * Refuses what a double cannot hold exactly.
 */
export function readVarint(cursor: Cursor): number {
  const { position } = cursor
  const byte = position < cursor.end ? (cursor.bytes[position] as number) : 128
  if (byte < 128) {
    cursor.position = position + 1
    return byte
  }
  const short = readShort(cursor)
  return short < 0 ? readLongVarint(cursor) : short
}

/**
 * A varint of at most 4 bytes, as most are; -1 for a longer one, which is then still to be read.
 * Small and without doubles: it becomes a part of each loop that reads numbers.
 */
function readShort(cursor: Cursor): number {
  const { bytes, end } = cursor
  let position = cursor.position
  let value = 0
  for (let shift = 0; shift < 28 && position < end; shift += 7) {
    const byte = bytes[position++] as number
    value |= (byte & 127) << shift
    if (byte < 128) {
      cursor.position = position
      return value
    }
  }
  return -1
}

/**
 * Reads a message of numbers up to `end`, of which the first is an id or an index: each into `fields` at the
 * number of its field, 0 for what is not there. Of a field that stands there twice the last one counts,
 * as protobuf wants it.
 */
export function readNumbers(cursor: Cursor, end: number, fields: Float64Array, shape: Shape): void {
  const outer = cursor.end
  const { bytes } = cursor
  const beyond = 8 * fields.length
  cursor.end = end
  for (let field = 1; field < fields.length; field++) fields[field] = 0
  while (cursor.position < end) {
    const tag = bytes[cursor.position] as number
    if ((tag & 7) === 0 && tag > 7 && tag < beyond) {
      cursor.position++
      const short = readShort(cursor)
      fields[tag >>> 3] = short < 0 ? readLong(cursor, tag === firstNumber ? folded : signed) : short
    } else skipField(cursor, readVarint(cursor), shape)
  }
  cursor.end = outer
}

/** Moves behind a varint that nobody reads. */
export function skipVarint(cursor: Cursor): void {
  const { bytes, end } = cursor
  const last = Math.min(end, cursor.position + 10)
  let position = cursor.position
  while (position < last && (bytes[position] as number) > 127) position++
  if (position >= last) throw pastEnd(cursor)
  cursor.position = position + 1
}

function readLongVarint(cursor: Cursor): number {
  const { bytes, end } = cursor
  let position = cursor.position
  let value = 0
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw pastEnd(cursor)
    const byte = bytes[position++] as number
    value += index < 4 ? (byte & 127) << (7 * index) : (byte & 127) * 2 ** (7 * index)
    if (byte < 128) {
      if (value > Number.MAX_SAFE_INTEGER)
        throw broken(`a length or an index beyond 2^53 at byte ${cursor.position}`)
      cursor.position = position
      return value
    }
  }
  throw pastEnd(cursor)
}

/**
 * One signed 64-bit varint as a double: exact up to 2^53,
 * beyond that rounded but never below 2^53 in magnitude.
 */
export function readInt64(cursor: Cursor): number {
  const short = readShort(cursor)
  return short < 0 ? readLong(cursor, signed) : short
}

/**
 * An id, which may be any 64 bits: writers take hashes and addresses. Those that a double does not hold are
 * folded into the numbers from 2^52 to 2^53; that two become one is told where ids are indexed.
 */
export function readId(cursor: Cursor): number {
  const short = readShort(cursor)
  return short < 0 ? readLong(cursor, folded) : short
}

/** A number of 28 low, 28 middle and 8 high bits. */
function readLong(cursor: Cursor, numberOf: (low: number, middle: number, high: number) => number): number {
  const { bytes, end } = cursor
  let position = cursor.position
  let low = 0
  let middle = 0
  let high = 0
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw pastEnd(cursor)
    const byte = bytes[position++] as number
    const digit = (byte & 127) << (7 * (index & 3))
    if (index < 4) low += digit
    else if (index < 8) middle += digit
    else high += digit
    if (byte < 128) {
      cursor.position = position
      return numberOf(low, middle, high & 255)
    }
  }
  throw pastEnd(cursor)
}

function pastEnd({ position, end }: Cursor): Error {
  if (end - position >= 10) return broken(`a number longer than 10 bytes at byte ${position}`)
  return broken(`a number runs past its end at byte ${end}`)
}

function folded(low: number, middle: number, high: number): number {
  const beyond = (high << 4) | (middle >>> 24)
  return (beyond === 0 ? 0 : 2 ** 52) + (middle & 0xff_ff_ff) * 2 ** 28 + (low ^ (beyond << 16))
}

/**
 * Two's complement of 28 low, 28 middle and 8 high bits;
 * negated part by part so that small negatives stay exact.
 */
function signed(low: number, middle: number, high: number): number {
  if (high < 128) return high * 2 ** 56 + middle * 2 ** 28 + low
  const mask = 2 ** 28 - 1
  return -((255 - high) * 2 ** 56 + (mask - middle) * 2 ** 28 + (mask - low) + 1)
}

/** Reads a length and returns where that many bytes end, which lies within the message. */
export function readEnd(cursor: Cursor): number {
  const length = readVarint(cursor)
  const end = cursor.position + length
  if (end > cursor.end) {
    throw broken(
      `${length} bytes are announced at byte ${cursor.position}, ${cursor.end - cursor.position} are left`,
    )
  }
  return end
}

/**
 * Moves behind one field that nobody reads: of any number and any wire type,
 * but a field that `shape` knows must be of its type.
 */
export function skipField(cursor: Cursor, tag: number, shape: Shape): void {
  const expected = shape[(tag >>> 3) - 1]
  const found = wireTypes[tag & 7]
  if (
    expected !== undefined &&
    expected !== found &&
    !(expected === 'n' && (found === 'v' || found === 'b'))
  ) {
    throw broken(`field ${tag >>> 3} is of wire type ${tag & 7} at byte ${cursor.position}`)
  }
  const open: number[] = []
  skipValue(cursor, tag, open)
  while (open.length > 0) skipValue(cursor, readVarint(cursor), open)
}

/** Skips one value; a group's start is pushed on `open`, its end takes it off again. */
function skipValue(cursor: Cursor, tag: number, open: number[]): void {
  const field = Math.floor(tag / 8)
  if (field === 0 || field >= 2 ** 29) throw broken(`there is no field ${field} (byte ${cursor.position})`)
  const kind = wireTypes[tag % 8]
  if (kind === 'v') skipVarint(cursor)
  else if (kind === 'b') cursor.position = readEnd(cursor)
  else if (kind === '8') skipFixed(cursor, 8)
  else if (kind === '4') skipFixed(cursor, 4)
  else if (kind === '(' && open.length < deepestGroup) open.push(field)
  else if (kind !== ')' || open.pop() !== field)
    throw broken(`wire type ${tag % 8} at byte ${cursor.position}`)
}

function skipFixed(cursor: Cursor, size: number): void {
  cursor.position += size
  if (cursor.position > cursor.end) throw broken(`a fixed number runs past its end at byte ${cursor.end}`)
}
