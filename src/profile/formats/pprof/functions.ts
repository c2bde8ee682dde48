import { type IdIndex, indexIds } from './id-index.ts'
import { eachRange, type Layout } from './layout.ts'
import type { Strings } from './strings.ts'
import { type Cursor, eachField, readVarint } from './wire.ts'

export interface Functions {
  readonly ids: IdIndex
  readonly names: readonly string[]
  readonly files: readonly string[]
}

const id = 8
const name = 16
const systemName = 24
const file = 32

/** Names and files of all functions; a function without a name has its system name. */
export function readFunctions(layout: Layout, strings: Strings): Functions {
  const ids = new Float64Array(layout.functions.length)
  const names: string[] = []
  const files: string[] = []
  const cursor: Cursor = { bytes: layout.bytes, position: 0, end: layout.bytes.length }
  const field = { id: 0, name: 0, systemName: 0, file: 0 }
  eachRange(layout.functions, (start, end, index) => {
    field.id = field.name = field.systemName = field.file = 0
    eachField(cursor, start, end, 'vvvvv', (tag) => readFunctionField(cursor, tag, field))
    ids[index] = field.id
    names.push(strings(field.name) || strings(field.systemName))
    files.push(strings(field.file))
  })
  return { ids: indexIds(ids, 'function'), names, files }
}

function readFunctionField(
  cursor: Cursor,
  tag: number,
  field: { id: number; name: number; systemName: number; file: number },
): boolean {
  if (tag === id) field.id = readVarint(cursor)
  else if (tag === name) field.name = readVarint(cursor)
  else if (tag === systemName) field.systemName = readVarint(cursor)
  else if (tag === file) field.file = readVarint(cursor)
  else return false
  return true
}
