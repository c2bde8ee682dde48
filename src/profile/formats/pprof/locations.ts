import type { Functions } from './functions.ts'
import { larger } from './larger.ts'
import { broken } from './refusal.ts'
import { readBinaries } from './wire/binaries.ts'
import { type Budget, spend } from './wire/budget.ts'
import { type IdIndex, indexIds, positionOf } from './wire/id-index.ts'
import type { Layout, Ranges } from './wire/layout.ts'
import type { Strings } from './wire/strings.ts'
import {
  type Cursor,
  cursorOf,
  readEnd,
  readId,
  readNumbers,
  readVarint,
  skipField,
  skipVarint,
} from './wire/wire.ts'

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
  readonly functions: Functions
  readonly binaries: ReadonlyMap<number, string>
  readonly budget: Budget
  /** Fields of the line that is being read. */
  readonly line: Float64Array
  readonly lines: Lines
  readonly binaryOf: Map<number, string>
  readonly ids: Float64Array
  readonly lineStart: Int32Array
  longest: number
  id: number
  mapping: number
}

/** Reads all locations. Throws FormatError when one names a function that is not there. */
export function readLocations(layout: Layout, functions: Functions, strings: Strings): Locations {
  const { length } = layout.locations
  const lines: Lines = {
    // Twice as many as locations, which of most compilers is enough for inlined calls.
    functionOf: new Int32Array(2 * length + 64),
    lineOf: new Int32Array(2 * length + 64),
    length: 0,
  }
  const reader: LocationReader = {
    cursor: cursorOf(layout.bytes),
    functions,
    binaries: readBinaries(layout, strings),
    budget: layout.budget,
    line: new Float64Array(4),
    lines,
    binaryOf: new Map(),
    ids: new Float64Array(length),
    lineStart: new Int32Array(length + 1),
    ...{ longest: 0, id: 0, mapping: 0 },
  }
  readEach(reader, layout.locations)
  const { ids, lineStart, longest, binaryOf } = reader
  const { functionOf, lineOf } = lines
  return { ids: indexIds(ids, 'location'), lineStart, longest, functionOf, lineOf, binaryOf }
}

function readEach(reader: LocationReader, { at, length }: Ranges): void {
  const { lines, ids, lineStart } = reader
  for (let index = 0; index < length; index++) {
    const first = lines.length
    readLocation(reader, at[2 * index] as number, at[2 * index + 1] as number)
    ids[index] = reader.id
    if (lines.length === first) pushLine(reader, -1, 0)
    keepBinary(reader, first)
    lineStart[index + 1] = lines.length
    reader.longest = Math.max(reader.longest, lines.length - first)
  }
}

/** Keeps the binary of lines, from `first` on, that have no name of a function. */
function keepBinary({ binaries, mapping, lines, functions, binaryOf }: LocationReader, first: number): void {
  for (let line = first; line < lines.length; line++) {
    const at = lines.functionOf[line] as number
    if (at >= 0 && functions.nameless[at] !== 1) continue
    const binary = binaries.get(mapping) ?? ''
    if (binary !== '') binaryOf.set(line, binary)
  }
}

function readLocation(reader: LocationReader, start: number, end: number): void {
  const { cursor } = reader
  cursor.position = start
  cursor.end = end
  reader.id = reader.mapping = 0
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === 34) readLine(reader, readEnd(cursor))
    else if (tag === 8) reader.id = readId(cursor)
    else if (tag === 16) reader.mapping = readId(cursor)
    else if (tag === 24) skipVarint(cursor)
    else skipField(cursor, tag, 'vvvbv')
  }
}

function readLine(reader: LocationReader, end: number): void {
  const { cursor, functions, line: fields } = reader
  readNumbers(cursor, end, fields, 'vvv')
  const position = positionOf(functions.ids, fields[1] as number)
  if (position < 0) throw broken(`a location names function ${fields[1]}, which is not there`)
  const line = fields[2] as number
  pushLine(reader, position, Math.abs(line) < 2 ** 31 ? line : 0)
}

function pushLine({ lines, budget }: LocationReader, functionPosition: number, line: number): void {
  if (lines.length === lines.functionOf.length) {
    spend(budget, 24 * lines.length)
    lines.functionOf = larger(lines.functionOf)
    lines.lineOf = larger(lines.lineOf)
  }
  lines.functionOf[lines.length] = functionPosition
  lines.lineOf[lines.length++] = line
}
