import { aligned, type Declarations, type HeapClass } from './classes.ts'
import { readRecords } from './dump/records.ts'
import { broken, tooLarge } from './dump/refusal.ts'
import { bytesOf } from './dump/value-types.ts'
import { numbering } from './numbering.ts'
import { numbers } from './numbers.ts'

/** The objects of a dump, numbered from 0, and to whom each refers. Classes are objects too. */
export interface HeapGraph {
  readonly count: number
  /** -1: there is none. */
  readonly objectOf: (id: number) => number
  readonly classOf: (object: number) => HeapClass
  /** The class that an object itself is; null: it is no class. */
  readonly asClass: (object: number) => HeapClass | null
  readonly bytes: (object: number) => number
  /** To whom it refers, each by which field; '' for an element of an array. */
  readonly references: (object: number, tell: Tell) => void
  /** Of a weak reference whom it does not keep alive; -1: it is none. */
  readonly weaklyOf: (object: number) => number
}

/** `inList`: as one of a list of the JVM's own, of what is to be cleaned. */
type Tell = (target: number, field: string, inList: boolean) => void

/** Far more than a program has that a pull request is tested with; some 60 bytes of ours for each. */
const mostObjects = 16e6

/** Two passes over a dump: its objects, then their references. Throws FormatError. */
export function readGraph(path: string, { classes }: Declarations): HeapGraph {
  const kinds = [...classes.values()]
  const table = objectTable(path, kinds)
  const { first, targets, weak } = referenceTable(path, kinds, table)
  const unknown: HeapClass = {
    id: 0,
    name: '',
    loader: 0,
    isHidden: false,
    statics: [],
    fields: [],
    size: 16,
  }
  const classOf = (object: number): HeapClass => kinds[table.kind[object] ?? -1] ?? unknown
  const asClass = (object: number): HeapClass | null => kinds[object] ?? null
  return {
    count: table.kind.length,
    objectOf: table.objectOf,
    classOf,
    asClass,
    bytes: (object) => table.bytes[object] ?? 0,
    weaklyOf: (object) => weak.get(object) ?? -1,
    references: (object, tell) => {
      const itself = asClass(object)
      if (itself !== null)
        for (const { name, target } of itself.statics) tellKnown(table.objectOf(target), { name }, tell)
      const fields = classOf(object).fields.filter(({ isObject }) => isObject)
      const from = first[object] ?? 0
      const to = first[object + 1] ?? targets.length
      for (let at = from; at < to; at++) tellKnown(targets[at] ?? -1, fields[at - from], tell)
    },
  }
}

function tellKnown(
  target: number,
  field: { readonly name: string; readonly inList?: boolean } | undefined,
  tell: Tell,
): void {
  if (target >= 0) tell(target, field?.name ?? '', field?.inList === true)
}

interface ObjectTable {
  readonly objectOf: (id: number) => number
  /** Of each object the index of its class; of a class -1. */
  readonly kind: Int32Array
  readonly bytes: Int32Array
}

/** Bytes of an object that is a class, without its static fields; the dump does not say. */
const ofClass = 104

/** Classes first, then what else is there in the order of the file. */
function objectTable(path: string, kinds: readonly HeapClass[]): ObjectTable {
  const objects = numbering()
  const kind = numbers()
  const bytes = numbers()
  const add = (id: number, ofKind: number, size: number): void => {
    const before = objects.count()
    if (before > mostObjects) throw tooLarge(`more than ${mostObjects / 1e6} million objects`)
    if (objects.add(id) < before) throw broken('an object stands in it twice')
    kind.push(ofKind)
    bytes.push(size)
  }
  for (const { id, statics } of kinds) add(id, -1, aligned(ofClass + 8 * statics.length))
  const kindOf = (id: number): number => {
    const found = objects.of(id)
    return found < kinds.length ? found : -1
  }
  const arrays = new Map(kinds.map(({ name }, index) => [name, index]))
  readRecords(path, {
    instance: (id, ofClass, length, reader) => {
      reader.skip(length)
      const found = kindOf(ofClass)
      add(id, found, kinds[found]?.size ?? aligned(length))
    },
    objects: (id, ofClass, length, reader) => {
      reader.skipIds(length)
      add(id, kindOf(ofClass), aligned(16 + 4 * length))
    },
    primitives: (id, type, length) =>
      add(id, arrays.get(`${primitives[type] ?? ''}[]`) ?? -1, aligned(16 + (bytesOf[type] ?? 8) * length)),
  })
  return { objectOf: objects.of, kind: kind.done(), bytes: bytes.done() }
}

const primitives: Readonly<Record<number, string>> = {
  4: 'boolean',
  5: 'char',
  6: 'float',
  7: 'double',
  8: 'byte',
  9: 'short',
  10: 'int',
  11: 'long',
}

interface ReferenceTable {
  /** Where the references of each object begin in `targets`: those of the next one begin where they end. */
  readonly first: Int32Array
  /** Of an instance one for each field that can refer, -1 where it does not. */
  readonly targets: Int32Array
  readonly weak: ReadonlyMap<number, number>
}

function referenceTable(
  path: string,
  kinds: readonly HeapClass[],
  { kind, objectOf }: ObjectTable,
): ReferenceTable {
  const first = new Int32Array(kind.length + 1)
  const weak = new Map<number, number>()
  const targets = numbers()
  const begin = (id: number): number => {
    const object = objectOf(id)
    first[object] = targets.length()
    return object
  }
  readRecords(path, {
    instance: (id, _, length, reader) => {
      const object = begin(id)
      const end = reader.at() + length
      for (const field of kinds[kind[object] ?? -1]?.fields ?? []) {
        if (field.isObject) {
          const target = objectOf(reader.id())
          if (field.isWeak && field.name === 'referent') weak.set(object, target)
          targets.push(field.isWeak ? -1 : target)
        } else reader.skip(field.width)
      }
      if (reader.at() > end) throw broken('an object of it has fewer fields than its class')
      reader.skip(end - reader.at())
    },
    objects: (id, _, length, reader) => {
      begin(id)
      for (let index = 0; index < length; index++) {
        const target = objectOf(reader.id())
        if (target >= 0) targets.push(target)
      }
    },
    primitives: begin,
  })
  first[kind.length] = targets.length()
  return { first, targets: targets.done(), weak }
}
