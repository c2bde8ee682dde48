import { broken } from '../refusal.ts'
import type { Layout, Ranges } from './layout.ts'

/**
 * The string table. Strings are decoded when first asked for, each once:
 * many functions may name one long string.
 */
export interface Strings {
  readonly bytes: Buffer
  readonly ranges: Ranges
  readonly decoded: (string | undefined)[]
}

export function stringsOf({ bytes, strings }: Layout): Strings {
  return { bytes, ranges: strings, decoded: new Array<string | undefined>(strings.length).fill(undefined) }
}

/** The text of an entry. Throws FormatError for an index beyond the table. */
export function stringAt(strings: Strings, index: number): string {
  const { bytes, ranges, decoded } = strings
  const known = decoded[checkString(strings, index)]
  if (known !== undefined) return known
  const text = bytes.toString('utf8', ranges.at[2 * index], ranges.at[2 * index + 1])
  decoded[index] = text
  return text
}

/** Returns the index itself, for texts that may never be asked for. Throws as `stringAt` does. */
export function checkString({ ranges }: Strings, index: number): number {
  return checkIndex(ranges.length, index)
}

/** The same for readers that know only how many strings there are. */
export function checkIndex(count: number, index: number): number {
  if (!(index >= 0 && index < count)) throw broken(`string ${index} is named, there are ${count}`)
  return index
}

export function isEmptyString(strings: Strings, index: number): boolean {
  const { at } = strings.ranges
  return at[2 * checkString(strings, index)] === at[2 * index + 1]
}

/** Whether its first letter is `<` or `(`. */
export function beginsBracket({ bytes, ranges }: Strings, index: number): boolean {
  const first = bytes[ranges.at[2 * index] as number]
  return first === 0x3c || first === 0x28
}
