import { type IdIndex, positionOf } from './id-index.ts'
import type { PprofFile } from './open.ts'
import { broken } from './refusal.ts'
import { type Cursor, eachField, readEnd, readInt64, readVarint, skipField } from './wire.ts'

/** One sample at a time; the arrays are used again for the next one. */
export interface SampleView {
  /** Positions of its locations, leaf first; the first `depth` are its own. */
  locations: Int32Array
  depth: number
  /** One value a sample type; rounded when beyond 2^53 in magnitude. */
  readonly values: Float64Array
}

interface Reader extends SampleView, Cursor {
  readonly ids: IdIndex
  readonly strings: number
  valueCount: number
}

const packedLocations = 10
const packedValues = 18
const oneLocation = 8
const oneValue = 16
const label = 26

/** In bytes of ids, which are 1 to 10 bytes long. */
const deepest = 10_000_000

/** Calls `visit` for every sample. Throws FormatError for one that names no location, or has not one value a sample type. */
export function eachSample(file: PprofFile, visit: (sample: SampleView) => void): void {
  const { bytes, samples, strings } = file.layout
  const reader: Reader = {
    bytes,
    position: 0,
    end: 0,
    ids: file.locations.ids,
    strings: strings.length,
    locations: new Int32Array(256),
    depth: 0,
    values: new Float64Array(file.types.length),
    valueCount: 0,
  }
  const spend = frameBudget(file)
  const { at, length } = samples
  for (let index = 0; index < length; index++) {
    readSample(reader, at[2 * index] as number, at[2 * index + 1] as number)
    spend?.(reader)
    visit(reader)
  }
}

/**
 * A location may hold any number of inlined lines, and every sample may name it: a small file could stand for endless frames. Sound
 * profiles hold less than one frame a byte; null when none of the locations is long enough to need the count.
 */
function frameBudget({ layout, locations }: PprofFile): ((sample: SampleView) => void) | null {
  const { lineStart } = locations
  if (longestLocation(lineStart) <= 64) return null
  let left = 64 * layout.bytes.length
  return ({ locations: positions, depth }) => {
    for (let index = 0; index < depth; index++) {
      const position = positions[index] as number
      left -= (lineStart[position + 1] as number) - (lineStart[position] as number)
    }
    if (left < 0) throw broken('its samples stand for more frames than a file of this size can mean')
  }
}

function longestLocation(lineStart: Int32Array): number {
  let longest = 0
  for (let index = 1; index < lineStart.length; index++) {
    longest = Math.max(longest, (lineStart[index] as number) - (lineStart[index - 1] as number))
  }
  return longest
}

function readSample(reader: Reader, start: number, end: number): void {
  reader.position = start
  reader.end = end
  reader.depth = 0
  reader.valueCount = 0
  while (reader.position < end) {
    const tag = readVarint(reader)
    if (tag === packedLocations) readLocations(reader, readEnd(reader))
    else if (tag === packedValues) readValues(reader, readEnd(reader))
    else if (tag === oneLocation) pushLocation(reader, readVarint(reader))
    else if (tag === oneValue) pushValue(reader, readInt64(reader))
    else if (tag === label) readLabel(reader, readEnd(reader))
    else skipField(reader, tag, 'nnb')
  }
  if (reader.valueCount !== reader.values.length) {
    throw broken(`a sample has ${reader.valueCount} values, there are ${reader.values.length} sample types`)
  }
}

/** The hot loop: ids of one or two bytes are read in place. */
function readLocations(reader: Reader, end: number): void {
  const { bytes, ids } = reader
  const { dense } = ids
  const outer = reader.end
  reader.end = end
  let position = reader.position
  let depth = reader.depth
  const locations = reserve(reader, end - position)
  while (position < end) {
    let id = bytes[position++] as number
    if (id > 127) {
      const next = position < end ? (bytes[position] as number) : 128
      if (next < 128) {
        id += (next - 1) << 7
        position++
      } else {
        reader.position = position - 1
        id = readVarint(reader)
        position = reader.position
      }
    }
    const location = id < dense.length ? (dense[id] as number) : positionOf(ids, id)
    if (location < 0) throw broken(`a sample names location ${id}, which is not there`)
    locations[depth++] = location
  }
  reader.depth = depth
  reader.position = position
  reader.end = outer
}

function reserve(reader: Reader, more: number): Int32Array {
  const needed = reader.depth + more
  if (needed > deepest) throw broken(`a sample is deeper than ${deepest / 10} frames`)
  if (needed > reader.locations.length) {
    const larger = new Int32Array(2 * needed)
    larger.set(reader.locations)
    reader.locations = larger
  }
  return reader.locations
}

function pushLocation(reader: Reader, id: number): void {
  const location = positionOf(reader.ids, id)
  if (location < 0) throw broken(`a sample names location ${id}, which is not there`)
  reserve(reader, 1)[reader.depth++] = location
}

function readValues(reader: Reader, end: number): void {
  const outer = reader.end
  reader.end = end
  while (reader.position < end) {
    const byte = reader.bytes[reader.position] as number
    if (byte < 128) {
      reader.position++
      pushValue(reader, byte)
    } else pushValue(reader, readInt64(reader))
  }
  reader.end = outer
}

function pushValue(reader: Reader, value: number): void {
  if (reader.valueCount < reader.values.length) reader.values[reader.valueCount] = value
  reader.valueCount++
}

/** Labels take no part in what a sample is; only their references are checked. */
function readLabel(reader: Reader, end: number): void {
  const { strings } = reader
  eachField(reader, reader.position, end, 'vvvv', (tag) => {
    if (tag !== 8 && tag !== 16 && tag !== 32) return false
    const index = readVarint(reader)
    if (index >= strings) throw broken(`a label names string ${index}, there are ${strings}`)
    return true
  })
}
