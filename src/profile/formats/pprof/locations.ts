import type { Functions } from './functions.ts'
import { broken } from './refusal.ts'
import { readBinaries } from './wire/binaries.ts'
import { type Budget, spend } from './wire/budget.ts'
import { type IdIndex, indexIds, positionOf } from './wire/id-index.ts'
import type { Layout } from './wire/layout.ts'
import type { Strings } from './wire/strings.ts'
import { type Cursor, cursorOf, readEnd, readInt64, readVarint, skipField } from './wire/wire.ts'

/**
 * Every line of every location, flattened: those of location `i` are lineStart[i] to lineStart[i + 1],
 * innermost first (an inlined call is a line of its own). A location without lines gets one whose function is
 * -1, so that it stays a frame.
 */
export interface Locations {
  readonly ids: IdIndex
  readonly lineStart: Int32Array
  /** Lines of the location that has most. */
  readonly longest: number
  /** Position among the functions, or -1. */
  readonly functionOf: Int32Array
  /** 1-based; 0 when unknown. Writers may give others, which are kept. */
  readonly lineOf: Int32Array
  /** File of the binary, by position of the line, for lines that have no name of a function; else absent. */
  readonly binaryOf: ReadonlyMap<number, string>
}

interface Lines {
  functionOf: Int32Array
  lineOf: Int32Array
  length: number
}

interface LocationReader {
  readonly cursor: Cursor
  readonly functions: IdIndex
  readonly lines: Lines
  readonly budget: Budget
  id: number
  mapping: number
}

/** Reads all locations. Throws FormatError when one names a function that is not there. */
export function readLocations(layout: Layout, functions: Functions, strings: Strings): Locations {
  const { at, length } = layout.locations
  const ids = new Float64Array(length)
  const lineStart = new Int32Array(length + 1)
  const lines: Lines = {
    functionOf: new Int32Array(length + 64),
    lineOf: new Int32Array(length + 64),
    length: 0,
  }
  const binaries = readBinaries(layout, strings)
  const binaryOf = new Map<number, string>()
  const reader: LocationReader = {
    cursor: cursorOf(layout.bytes),
    functions: functions.ids,
    lines,
    budget: layout.budget,
    id: 0,
    mapping: 0,
  }
  let longest = 0
  for (let index = 0; index < length; index++) {
    const first = lines.length
    readLocation(reader, at[2 * index] as number, at[2 * index + 1] as number)
    ids[index] = reader.id
    if (lines.length === first) pushLine(reader, -1, 0)
    const binary = binaries.get(reader.mapping) ?? ''
    if (binary !== '') {
      for (let line = first; line < lines.length; line++) {
        const at = lines.functionOf[line] as number
        if (at < 0 || functions.nameless[at] === 1) binaryOf.set(line, binary)
      }
    }
    lineStart[index + 1] = lines.length
    longest = Math.max(longest, lines.length - first)
  }
  const { functionOf, lineOf } = lines
  return { ids: indexIds(ids, 'location'), lineStart, longest, functionOf, lineOf, binaryOf }
}

function readLocation(reader: LocationReader, start: number, end: number): void {
  const { cursor } = reader
  cursor.position = start
  cursor.end = end
  reader.id = reader.mapping = 0
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === 34) readLine(reader, readEnd(cursor))
    else if (tag === 8) reader.id = readVarint(cursor)
    else if (tag === 16) reader.mapping = readVarint(cursor)
    else if (tag === 24) readInt64(cursor)
    else skipField(cursor, tag, 'vvvbv')
  }
}

function readLine(reader: LocationReader, end: number): void {
  const { cursor, functions } = reader
  const outer = cursor.end
  cursor.end = end
  let id = 0
  let line = 0
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === 8) id = readVarint(cursor)
    else if (tag === 16) line = readInt64(cursor)
    else skipField(cursor, tag, 'vvv')
  }
  cursor.end = outer
  const position = positionOf(functions, id)
  if (position < 0) throw broken(`a location names function ${id}, which is not there`)
  pushLine(reader, position, Math.abs(line) < 2 ** 31 ? line : 0)
}

function pushLine({ lines, budget }: LocationReader, functionPosition: number, line: number): void {
  if (lines.length === lines.functionOf.length) {
    spend(budget, 24 * lines.length)
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
