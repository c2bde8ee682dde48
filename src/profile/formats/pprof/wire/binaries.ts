import { broken } from '../refusal.ts'
import type { Layout } from './layout.ts'
import { type Strings, stringAt } from './strings.ts'
import { cursorOf, readVarint, skipField } from './wire.ts'

/** Files of the mapped binaries by mapping id. Throws FormatError for an id of 0 and for one given twice. */
export function readBinaries(layout: Layout, strings: Strings): ReadonlyMap<number, string> {
  const { at, length } = layout.mappings
  const binaries = new Map<number, string>()
  for (let index = 0; index < length; index++) {
    const { id, file } = readMapping(layout.bytes, at[2 * index] as number, at[2 * index + 1] as number)
    if (id === 0 || binaries.has(id)) throw broken(`a mapping has the id ${id}, which is 0 or taken`)
    binaries.set(id, stringAt(strings, file))
  }
  return binaries
}

function readMapping(bytes: Buffer, start: number, end: number): { id: number; file: number } {
  const cursor = cursorOf(bytes, start, end)
  const mapping = { id: 0, file: 0 }
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === 8) mapping.id = readVarint(cursor)
    else if (tag === 40) mapping.file = readVarint(cursor)
    else skipField(cursor, tag, 'vvvvvvvvvv')
  }
  return mapping
}
