import type { Layout } from './layout.ts'
import { broken } from './refusal.ts'

/** The text of one entry of the string table. Throws FormatError for an index beyond it. */
export type Strings = (index: number) => string

/** Decodes strings when they are first asked for, each once: many functions may name one long string. */
export function stringsOf({ bytes, strings }: Layout): Strings {
  const decoded: (string | undefined)[] = []
  return (index) => {
    if (index >= strings.length) throw broken(`string ${index} is named, there are ${strings.length}`)
    const known = decoded[index]
    if (known !== undefined) return known
    const text = bytes.toString('utf8', strings.at[2 * index], strings.at[2 * index + 1])
    decoded[index] = text
    return text
  }
}
