import type { Cursor, Whole } from './cursor.ts'
import { broken } from './refusal.ts'

/** A text in one of its six forms: none, empty, a constant, UTF-8, characters, Latin-1. */
export function readText<T>(cursor: Cursor, constant: (key: Whole) => T): string | null | T {
  const form = cursor.byte()
  switch (form) {
    case 0:
      return null
    case 1:
      return ''
    case 2:
      return constant(cursor.whole())
    case 3:
      return cursor.bytes(cursor.small()).toString('utf8')
    case 4:
      return Array.from({ length: cursor.count() }, () => String.fromCharCode(cursor.small())).join('')
    case 5:
      return cursor.bytes(cursor.small()).toString('latin1')
    default:
      throw broken('a text in it has a form that does not exist')
  }
}
