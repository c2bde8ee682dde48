import { type Strings, stringAt } from '../wire/strings.ts'
import { cursorOf, readEnd, readNumbers, readVarint, skipField } from '../wire/wire.ts'
import type { SampleReader } from './samples.ts'

/** One label of a sample: a text, or a number in a unit. */
export type Label =
  | { readonly key: string; readonly text: string }
  | { readonly key: string; readonly number: number; readonly unit: string }

const labelTag = 26

/**
 * The labels of the sample where the reader stands. A number without a unit is in bytes where its key says
 * so, else in units of the key's name, as pprof has it.
 */
export function labelsOf(reader: SampleReader, strings: Strings): readonly Label[] {
  const end = reader.cursor.position
  const cursor = cursorOf(reader.cursor.bytes, reader.start, end)
  const fields = new Float64Array(5)
  const labels: Label[] = []
  while (cursor.position < end) {
    const tag = readVarint(cursor)
    if (tag !== labelTag) {
      skipField(cursor, tag, 'nnb')
      continue
    }
    readNumbers(cursor, readEnd(cursor), fields, 'vvvv')
    const [, key = 0, text = 0, number = 0, unit = 0] = fields
    labels.push(labelOf(stringAt(strings, key), stringAt(strings, text), number, stringAt(strings, unit)))
  }
  return labels
}

function labelOf(key: string, text: string, number: number, unit: string): Label {
  if (text !== '') return { key, text }
  const told = unit !== '' ? unit : key === 'request' || key === 'alignment' ? 'bytes' : key
  return { key, number, unit: told }
}
