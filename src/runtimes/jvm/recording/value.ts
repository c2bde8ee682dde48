import type { Cursor, Whole } from './cursor.ts'
import type { Field, Type, Types } from './metadata.ts'
import { broken } from './refusal.ts'
import { readText } from './text.ts'

/** What stands in place of a constant: its key, and in which pool. */
interface Reference {
  readonly pool: number
  readonly key: Whole
}

export type Struct = ReadonlyMap<string, Value>
export type Value = null | boolean | Whole | string | Reference | Struct | readonly Value[]

/** Structures stand in others no deeper. */
const deepest = 16

/** The fields of a type, in their order. Throws FormatError. */
export function readStruct(cursor: Cursor, types: Types, type: number, depth = 0): Struct {
  const known = types.get(type)
  if (known === undefined) throw broken('a type of it is not told')
  if (depth > deepest) throw broken('its values nest too deep')
  const primitive = readPrimitive(cursor, known)
  if (primitive !== undefined) return new Map([['value', primitive]])
  return new Map(known.fields.map((field) => [field.name, readField(cursor, types, field, depth)]))
}

function readField(cursor: Cursor, types: Types, field: Field, depth: number): Value {
  const one = (): Value => {
    if (field.isConstant) return { pool: field.type, key: cursor.whole() }
    const primitive = readPrimitive(cursor, types.get(field.type))
    return primitive === undefined ? readStruct(cursor, types, field.type, depth + 1) : primitive
  }
  return field.isList ? Array.from({ length: cursor.count() }, one) : one()
}

/** undefined: it is none. */
function readPrimitive(cursor: Cursor, type: Type | undefined): Value | undefined {
  switch (type?.name) {
    case 'boolean':
      return cursor.byte() !== 0
    case 'byte':
      return cursor.byte()
    case 'int':
    case 'short':
      return cursor.signed()
    case 'char':
    case 'long':
      return cursor.whole()
    case 'float':
      return cursor.bytes(4).readFloatBE()
    case 'double':
      return cursor.bytes(8).readDoubleBE()
    case 'java.lang.String':
      return readText<Value>(cursor, (key) => ({ pool: type.id, key }))
    default:
      return undefined
  }
}
