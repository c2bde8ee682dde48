import { type IdIndex, indexIds } from './wire/id-index.ts'
import type { Layout } from './wire/layout.ts'
import { checkString, isEmptyString, type Strings, stringAt } from './wire/strings.ts'
import { type Cursor, cursorOf, readInt64, readVarint, skipField } from './wire/wire.ts'

/** All functions of a profile, by position. */
export interface Functions {
  readonly ids: IdIndex
  /** Indexes of strings, which are decoded when asked for. */
  readonly names: Int32Array
  readonly files: Int32Array
  /** 1 where the name is as the linker knows it, 0 where the writer has already made it readable. */
  readonly raw: Uint8Array
  /** 1 where there is no name at all. */
  readonly nameless: Uint8Array
}

interface FunctionFields {
  id: number
  name: number
  systemName: number
  file: number
}

/** Names and files of all functions; a function without a name has its system name. */
export function readFunctions(layout: Layout, strings: Strings): Functions {
  const { at, length } = layout.functions
  const ids = new Float64Array(length)
  const files = new Int32Array(length)
  const raw = new Uint8Array(length)
  const nameless = new Uint8Array(length)
  const names = new Int32Array(length)
  const cursor = cursorOf(layout.bytes)
  const fields: FunctionFields = { id: 0, name: 0, systemName: 0, file: 0 }
  for (let index = 0; index < length; index++) {
    readFunction(cursor, at[2 * index] as number, at[2 * index + 1] as number, fields)
    ids[index] = fields.id
    const unnamed = isEmptyString(strings, fields.name)
    names[index] = unnamed ? checkString(strings, fields.systemName) : fields.name
    if (unnamed && isEmptyString(strings, fields.systemName)) nameless[index] = 1
    raw[index] = unnamed || isSame(strings, fields.name, fields.systemName) ? 1 : 0
    files[index] = checkString(strings, fields.file)
  }
  return { ids: indexIds(ids, 'function'), names, files, raw, nameless }
}

/** Writers give equal names one string; comparing texts is for the others. */
function isSame(strings: Strings, name: number, systemName: number): boolean {
  return name === systemName || stringAt(strings, name) === stringAt(strings, systemName)
}

function readFunction(cursor: Cursor, start: number, end: number, fields: FunctionFields): void {
  cursor.position = start
  cursor.end = end
  fields.id = fields.name = fields.systemName = fields.file = 0
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag === 8) fields.id = readVarint(cursor)
    else if (tag === 16) fields.name = readVarint(cursor)
    else if (tag === 24) fields.systemName = readVarint(cursor)
    else if (tag === 32) fields.file = readVarint(cursor)
    else if (tag === 40) readInt64(cursor)
    else skipField(cursor, tag, 'vvvvv')
  }
}
