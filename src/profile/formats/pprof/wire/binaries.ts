import { broken } from '../refusal.ts'
import type { Layout } from './layout.ts'
import { type Strings, stringAt } from './strings.ts'
import { cursorOf, readNumbers } from './wire.ts'

/** Files of the mapped binaries by mapping id. Throws FormatError for an id of 0 and for one given twice. */
export function readBinaries(layout: Layout, strings: Strings): ReadonlyMap<number, string> {
  const { at, length } = layout.mappings
  const binaries = new Map<number, string>()
  const cursor = cursorOf(layout.bytes)
  const fields = new Float64Array(11)
  for (let index = 0; index < length; index++) {
    cursor.position = at[2 * index] as number
    readNumbers(cursor, at[2 * index + 1] as number, fields, 'vvvvvvvvvv')
    const [, id = 0, , , , file = 0] = fields
    if (id === 0 || binaries.has(id)) throw broken(`a mapping has the id ${id}, which is 0 or taken`)
    binaries.set(id, stringAt(strings, file))
  }
  return binaries
}
