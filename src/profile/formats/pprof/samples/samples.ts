import type { PprofFile } from '../open.ts'
import { broken } from '../refusal.ts'
import { type Pruning, prune } from '../stacks/cut.ts'
import { frameBudget } from '../stacks/frame-budget.ts'
import { type IdIndex, positionOf } from '../wire/id-index.ts'
import { labelTag, packedLocations, packedValues, sampleTag } from '../wire/layout.ts'
import { checkIndex } from '../wire/strings.ts'
import {
  type Cursor,
  cursorOf,
  readEnd,
  readId,
  readInt64,
  readNumbers,
  readVarint,
  skipField,
} from '../wire/wire.ts'

/** One sample at a time; the arrays are used again for the next one. */
export interface SampleView {
  /** Positions of its locations, leaf first; the first `depth` are its own. */
  locations: Int32Array
  depth: number
  /** One value a sample type; rounded when beyond 2^53 in magnitude. */
  readonly values: Float64Array
}

/**
 * Goes from sample to sample of one profile. What a sample counts is read first, its stack by `readStack`:
 * most samples of a heap profile are of memory that was let go, and nobody asks where.
 */
export interface SampleReader extends SampleView {
  readonly cursor: Cursor
  /** Where the ids of its locations lie, when they are in one piece, as all writers have them. */
  idsStart: number
  idsEnd: number
  isInOnePiece: boolean
  /** Behind the id that `readLocation` read. */
  idsRead: number
  /** Where its message begins; it ends before the cursor. */
  start: number
  readonly ids: IdIndex
  readonly strings: number
  readonly pruning: Pruning | null
  readonly spend: ((sample: SampleView) => void) | null
  /** Where the last sample ends. */
  readonly end: number
  /** Fields of the label that is being read. */
  readonly label: Float64Array
  /** Samples that are still to be read. */
  left: number
  valueCount: number
}

const oneLocation = 8
const oneValue = 16

/** In bytes of ids, which are 1 to 10 bytes long. */
const deepest = 10_000_000

/** Stands before the first sample: `nextSample` reads each. */
export function samplesOf(file: PprofFile): SampleReader {
  const { bytes, samples, strings } = file.layout
  return {
    cursor: cursorOf(bytes, samples.start),
    ids: file.locations.ids,
    strings: strings.length,
    pruning: file.pruning,
    spend: frameBudget(file),
    end: samples.end,
    label: new Float64Array(5),
    locations: new Int32Array(256),
    depth: 0,
    values: new Float64Array(file.types.length),
    left: samples.count,
    ...{ valueCount: 0, idsStart: 0, idsEnd: 0, idsRead: 0, isInOnePiece: true, start: 0 },
  }
}

/**
 * Goes to the next sample and reads its values; false behind the last.
 * Throws FormatError for one that has not one value a sample type.
 */
export function nextSample(reader: SampleReader): boolean {
  if (reader.left-- <= 0) return false
  const { cursor } = reader
  cursor.end = reader.end
  let tag = readVarint(cursor)
  while (tag !== sampleTag) {
    // What lies between samples is mostly locations.
    if ((tag & 7) === 2) cursor.position = readEnd(cursor)
    else skipField(cursor, tag, '')
    tag = readVarint(cursor)
  }
  readSample(reader, readEnd(cursor))
  return true
}

/** Reads the stack of the sample where the reader stands. Throws FormatError where it names no location. */
export function readStack(reader: SampleReader): void {
  const { cursor, pruning } = reader
  const { position } = cursor
  reader.depth = 0
  if (reader.isInOnePiece) {
    cursor.position = reader.idsStart
    readLocations(reader, reader.idsEnd)
  } else {
    cursor.end = position
    cursor.position = reader.start
    while (cursor.position < position) readLocationsIn(reader, readVarint(cursor))
  }
  cursor.position = position
  if (pruning !== null) prune(pruning, reader)
  reader.spend?.(reader)
}

/** The location whose id begins at `start`; `idsRead` is behind it. Throws as `readStack` does. */
export function readLocation(reader: SampleReader, start: number, end: number): number {
  const { cursor } = reader
  const { position } = cursor
  const id = readWithin(cursor, start, end)
  reader.idsRead = cursor.position
  cursor.position = position
  const location = positionOf(reader.ids, id)
  if (location < 0) throw noLocation(id)
  return location
}

function readLocationsIn(reader: SampleReader, tag: number): void {
  const { cursor } = reader
  if (tag === packedLocations) readLocations(reader, readEnd(cursor))
  else if (tag === oneLocation) pushLocation(reader, readId(cursor))
  else skipField(cursor, tag, 'nnb')
}

function readSample(reader: SampleReader, end: number): void {
  const { cursor } = reader
  cursor.end = end
  reader.start = cursor.position
  reader.valueCount = reader.idsStart = reader.idsEnd = 0
  reader.isInOnePiece = true
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === packedLocations) findIds(reader, readEnd(cursor))
    else if (tag === packedValues) readValues(reader, readEnd(cursor))
    else if (tag === labelTag) readLabel(reader, readEnd(cursor))
    else if (tag === oneValue) pushValue(reader, readInt64(cursor))
    else {
      if (tag === oneLocation) reader.isInOnePiece = false
      skipField(cursor, tag, 'nnb')
    }
  }
  if (reader.valueCount !== reader.values.length) {
    throw broken(`a sample has ${reader.valueCount} values, there are ${reader.values.length} sample types`)
  }
}

function findIds(reader: SampleReader, end: number): void {
  if (reader.idsEnd > 0) reader.isInOnePiece = false
  reader.idsStart = reader.cursor.position
  reader.idsEnd = reader.cursor.position = end
}

/** A hot loop: ids of one and two bytes are read in place, all else is left to `readId`. */
function readLocations(reader: SampleReader, end: number): void {
  const { cursor, ids } = reader
  const { bytes } = cursor
  const { dense } = ids
  const locations = reserve(reader, end - cursor.position)
  let { position } = cursor
  let { depth } = reader
  while (position < end) {
    let id = bytes[position++] as number
    if (id > 127) {
      const next = bytes[position] as number
      if (next < 128 && position < end) {
        id += (next - 1) << 7
        position++
      } else {
        id = readWithin(cursor, position - 1, end)
        position = cursor.position
      }
    }
    const location = id < dense.length ? (dense[id] as number) : positionOf(ids, id)
    if (location < 0) throw noLocation(id)
    locations[depth++] = location
  }
  reader.depth = depth
  cursor.position = position
}

function readWithin(cursor: Cursor, position: number, end: number): number {
  const outer = cursor.end
  cursor.position = position
  cursor.end = end
  const id = readId(cursor)
  cursor.end = outer
  return id
}

function noLocation(id: number): Error {
  return broken(`a sample names location ${id}, which is not there`)
}

function reserve(reader: SampleReader, more: number): Int32Array {
  const needed = reader.depth + more
  if (needed > deepest) throw broken(`a sample is deeper than ${deepest / 10} frames`)
  if (needed > reader.locations.length) {
    const larger = new Int32Array(2 * needed)
    larger.set(reader.locations)
    reader.locations = larger
  }
  return reader.locations
}

function pushLocation(reader: SampleReader, id: number): void {
  const location = positionOf(reader.ids, id)
  if (location < 0) throw noLocation(id)
  reserve(reader, 1)[reader.depth++] = location
}

function readValues(reader: SampleReader, end: number): void {
  const { cursor } = reader
  const outer = cursor.end
  cursor.end = end
  while (cursor.position < end) pushValue(reader, readInt64(cursor))
  cursor.end = outer
}

function pushValue(reader: SampleReader, value: number): void {
  if (reader.valueCount < reader.values.length) reader.values[reader.valueCount] = value
  reader.valueCount++
}

/** Labels take no part in what a sample is; only their references are checked. */
function readLabel({ cursor, strings, label }: SampleReader, end: number): void {
  readNumbers(cursor, end, label, 'vvvv')
  checkIndex(strings, label[1] as number)
  checkIndex(strings, label[2] as number)
  checkIndex(strings, label[4] as number)
}
