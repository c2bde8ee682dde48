import { type Chunk, eventAt } from './chunk.ts'
import type { Cursor } from './cursor.ts'
import { broken } from './refusal.ts'
import { readText } from './text.ts'

export interface Field {
  readonly name: string
  readonly type: number
  /** What stands in its place is the key of a constant. */
  readonly isConstant: boolean
  readonly isList: boolean
}

export interface Type {
  readonly id: number
  readonly name: string
  readonly fields: readonly Field[]
}

export type Types = ReadonlyMap<number, Type>

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
}

/** Elements nest four deep. */
const deepest = 16

/**
 * What a chunk says of the types in it: a tree of elements, whose words stand before it. Throws FormatError.
 */
export function typesOf({ bytes, metadataAt }: Chunk): Types {
  const { type, cursor } = eventAt(bytes, metadataAt).event
  if (type !== 0) throw broken('it does not tell of its types where it says so')
  cursor.whole()
  cursor.whole()
  cursor.whole()
  const words = Array.from({ length: cursor.count() }, () => readText(cursor, () => null) ?? '')
  const root = readElement(cursor, words, 0)
  const classes = root.children
    .filter(({ name }) => name === 'metadata')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'class'))
  return new Map(classes.map(typeOf).map((one) => [one.id, one]))
}

function typeOf({ attributes, children }: Element): Type {
  const fields = children.filter(({ name }) => name === 'field').map(fieldOf)
  return { id: idIn(attributes, 'id'), name: attributes.get('name') ?? '', fields }
}

const fieldOf = ({ attributes }: Element): Field => ({
  name: attributes.get('name') ?? '',
  type: idIn(attributes, 'class'),
  isConstant: attributes.get('constantPool') === 'true',
  isList: attributes.get('dimension') === '1',
})

function idIn(attributes: ReadonlyMap<string, string>, key: string): number {
  const id = Number(attributes.get(key) ?? Number.NaN)
  if (!Number.isSafeInteger(id)) throw broken('a type in it has no number')
  return id
}

function readElement(cursor: Cursor, words: readonly string[], depth: number): Element {
  if (depth > deepest) throw broken('its types nest too deep')
  const word = (): string => {
    const found = words[cursor.small()]
    if (found === undefined) throw broken('a word of its types is missing')
    return found
  }
  const name = word()
  const attributes = new Map(Array.from({ length: cursor.count() }, () => [word(), word()] as const))
  const children = Array.from({ length: cursor.count() }, () => readElement(cursor, words, depth + 1))
  return { name, attributes, children }
}
