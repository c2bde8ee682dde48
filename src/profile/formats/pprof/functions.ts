import { type IdIndex, indexIds } from './wire/id-index.ts'
import type { Layout } from './wire/layout.ts'
import { beginsBracket, checkString, isEmptyString, type Strings, stringAt } from './wire/strings.ts'
import { cursorOf, readNumbers } from './wire/wire.ts'

/** All functions of a profile, by position. */
export interface Functions {
  readonly ids: IdIndex
  /** Indexes of strings, which are decoded when asked for. */
  readonly names: Int32Array
  readonly files: Int32Array
  /** 1 where the name is as the linker knows it, 0 where the writer has already made it readable. */
  readonly raw: Uint8Array
  /**
   * 1 where there is no name at all, and where what stands in brackets, which is taken out, may be all of it.
   */
  readonly nameless: Uint8Array
}

/** Names and files of all functions; a function without a name has its system name. */
export function readFunctions(layout: Layout, strings: Strings): Functions {
  const { length } = layout.functions
  const numbers = new Float64Array(length)
  const files = new Int32Array(length)
  const raw = new Uint8Array(length)
  const nameless = new Uint8Array(length)
  const names = new Int32Array(length)
  readEach(layout, strings, numbers, { files, raw, nameless, names })
  return { ids: indexIds(numbers, 'function'), names, files, raw, nameless }
}

function readEach(
  { bytes, functions: { at, length } }: Layout,
  strings: Strings,
  ids: Float64Array,
  { files, raw, nameless, names }: Omit<Functions, 'ids'>,
): void {
  const cursor = cursorOf(bytes)
  const fields = new Float64Array(6)
  for (let index = 0; index < length; index++) {
    cursor.position = at[2 * index] as number
    readNumbers(cursor, at[2 * index + 1] as number, fields, 'vvvvv')
    const name = fields[2] as number
    const systemName = fields[3] as number
    ids[index] = fields[1] as number
    const unnamed = isEmptyString(strings, name)
    names[index] = unnamed ? checkString(strings, systemName) : name
    raw[index] = unnamed || isSame(strings, name, systemName) ? 1 : 0
    const isEmpty = unnamed && isEmptyString(strings, systemName)
    if (isEmpty || (raw[index] === 1 && beginsBracket(strings, names[index] as number))) nameless[index] = 1
    files[index] = checkString(strings, fields[4] as number)
  }
}

/** Writers give equal names one string; comparing texts is for the others. */
function isSame(strings: Strings, name: number, systemName: number): boolean {
  return name === systemName || stringAt(strings, name) === stringAt(strings, systemName)
}
