import { type IdIndex, indexIds, positionOf } from './id-index.ts'
import { eachRange, type Layout } from './layout.ts'
import { broken } from './refusal.ts'
import type { Strings } from './strings.ts'
import { type Cursor, eachField, readEnd, readInt64, readVarint } from './wire.ts'

/**
 * Every line of every location, flattened: those of location `i` are lineStart[i] to lineStart[i + 1], innermost first (an inlined call
 * is a line of its own). A location without lines gets one whose function is -1, so that it stays a frame.
 */
export interface Locations {
  readonly ids: IdIndex
  readonly lineStart: Int32Array
  /** Position among the functions, or -1. */
  readonly functionOf: Int32Array
  /** 1-based; 0 when unknown. */
  readonly lineOf: Int32Array
  /** File of the binary, for locations without lines, by position of the line; else absent. */
  readonly binaryOf: ReadonlyMap<number, string>
}

interface Growing {
  functionOf: Int32Array
  lineOf: Int32Array
  length: number
}

/** Reads all locations. Throws FormatError when one names a function that is not there. */
export function readLocations(layout: Layout, functions: IdIndex, strings: Strings): Locations {
  const count = layout.locations.length
  const ids = new Float64Array(count)
  const lineStart = new Int32Array(count + 1)
  const lines: Growing = {
    functionOf: new Int32Array(count + 64),
    lineOf: new Int32Array(count + 64),
    length: 0,
  }
  const binaries = readBinaries(layout, strings)
  const binaryOf = new Map<number, string>()
  const cursor: Cursor = { bytes: layout.bytes, position: 0, end: layout.bytes.length }
  const field = { id: 0, mapping: 0 }
  const read = (tag: number) => readLocationField(cursor, tag, field, lines, functions)
  eachRange(layout.locations, (start, end, index) => {
    field.id = field.mapping = 0
    eachField(cursor, start, end, 'vvvbv', read)
    ids[index] = field.id
    if (lines.length === lineStart[index]) {
      binaryOf.set(lines.length, binaries.get(field.mapping) ?? '')
      pushLine(lines, -1, 0)
    }
    lineStart[index + 1] = lines.length
  })
  const { functionOf, lineOf } = lines
  return { ids: indexIds(ids, 'location'), lineStart, functionOf, lineOf, binaryOf }
}

function readLocationField(
  cursor: Cursor,
  tag: number,
  field: { id: number; mapping: number },
  lines: Growing,
  functions: IdIndex,
): boolean {
  if (tag === 8) field.id = readVarint(cursor)
  else if (tag === 16) field.mapping = readVarint(cursor)
  else if (tag === 34) readLine(cursor, lines, functions)
  else return false
  return true
}

function readLine(cursor: Cursor, lines: Growing, functions: IdIndex): void {
  const end = readEnd(cursor)
  let id = 0
  let line = 0
  eachField(cursor, cursor.position, end, 'vvv', (tag) => {
    if (tag === 8) id = readVarint(cursor)
    else if (tag === 16) line = readInt64(cursor)
    else return false
    return true
  })
  const position = positionOf(functions, id)
  if (position < 0) throw broken(`a location names function ${id}, which is not there`)
  pushLine(lines, position, line > 0 && line < 2 ** 31 ? line : 0)
}

function pushLine(lines: Growing, functionPosition: number, line: number): void {
  if (lines.length === lines.functionOf.length) {
    lines.functionOf = doubled(lines.functionOf)
    lines.lineOf = doubled(lines.lineOf)
  }
  lines.functionOf[lines.length] = functionPosition
  lines.lineOf[lines.length++] = line
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Files of the mapped binaries by mapping id. */
function readBinaries(layout: Layout, strings: Strings): ReadonlyMap<number, string> {
  const binaries = new Map<number, string>()
  const cursor: Cursor = { bytes: layout.bytes, position: 0, end: layout.bytes.length }
  eachRange(layout.mappings, (start, end) => {
    let id = 0
    let file = 0
    eachField(cursor, start, end, 'vvvvvvvvvv', (tag) => {
      if (tag === 8) id = readVarint(cursor)
      else if (tag === 40) file = readVarint(cursor)
      else return false
      return true
    })
    if (id === 0 || binaries.has(id)) throw broken(`a mapping has the id ${id}, which is 0 or taken`)
    binaries.set(id, strings(file))
  })
  return binaries
}
