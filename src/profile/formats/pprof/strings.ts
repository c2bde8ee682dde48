import type { Layout } from './layout.ts'
import { broken } from './refusal.ts'

/** The string table; all throw FormatError for an index beyond it. */
export interface Strings {
  readonly length: number
  readonly isEmpty: (index: number) => boolean
  readonly at: (index: number) => string
  /** Returns the index itself, for texts that may never be asked for. */
  readonly check: (index: number) => number
}

/** Decodes strings when they are first asked for, each once: many functions may name one long string. */
export function stringsOf({ bytes, strings }: Layout): Strings {
  const decoded = new Array<string | undefined>(strings.length)
  const check = (index: number) => {
    if (index >= strings.length) throw broken(`string ${index} is named, there are ${strings.length}`)
    return index
  }
  const at = (index: number) => {
    const known = decoded[check(index)]
    if (known !== undefined) return known
    const text = bytes.toString('utf8', strings.at[2 * index], strings.at[2 * index + 1])
    decoded[index] = text
    return text
  }
  const isEmpty = (index: number) => strings.at[2 * check(index)] === strings.at[2 * index + 1]
  return { length: strings.length, at, check, isEmpty }
}
