import { plainClass, typeName } from '../class-name.ts'
import type { ClassRecord } from './dump/listener.ts'
import { readRecords } from './dump/records.ts'
import { isObject, widthOf } from './dump/value-types.ts'

/** A class of a dump. */
export interface HeapClass {
  readonly id: number
  /** As sources write it: `java.util.HashMap$Node[]`. */
  readonly name: string
  /** 0: that of the JVM itself. */
  readonly loader: number
  /**
   * Nobody finds it by its name, and it lives for as long as somebody holds it, as a script’s does.
   * A lambda’s lives as long as the class in which it is written.
   */
  readonly isHidden: boolean
  readonly statics: readonly { readonly name: string; readonly target: number }[]
  /** In the order of an instance's bytes, its own before its parents'. */
  readonly fields: readonly HeapField[]
  /** Bytes of an instance, as the JVM lays it out with pointers of four bytes: a little less than it has. */
  readonly size: number
}

interface HeapField {
  readonly name: string
  readonly width: number
  readonly isObject: boolean
  /** It does not keep alive what it refers to. */
  readonly isWeak: boolean
  /**
   * It leads to the next one of a list of all that is to be cleaned once it is gone:
   * no way by which it is held.
   */
  readonly inList: boolean
}

export interface Root {
  readonly id: number
  readonly kind: 'thread' | 'local' | 'native'
  /** Of a local the function whose it is: `Shop.main`; null where nobody knows. */
  readonly of: string | null
}

/** What stands in a dump beside its objects. */
export interface Declarations {
  readonly classes: ReadonlyMap<number, HeapClass>
  readonly roots: readonly Root[]
}

const headerBytes = 12
export const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** One pass over a dump for its classes and roots. Throws FormatError. */
export function readDeclarations(path: string): Declarations {
  const texts = new Map<number, string>()
  const nameOf = new Map<number, number>()
  const records = new Map<number, ClassRecord>()
  const stacks = readStacks()
  const roots: { id: number; kind: Root['kind']; thread: number; frame: number }[] = []
  readRecords(path, {
    text: (id, text) => texts.set(id, text),
    className: (id, name) => nameOf.set(id, name),
    ...stacks.listener,
    class: (record) => records.set(record.id, record),
    root: (id, kind, thread, frame) => {
      if (kind !== 'class') roots.push({ id, kind, thread, frame })
    },
    thread: (id, serial, trace) => {
      stacks.thread(serial, trace)
      roots.push({ id, kind: 'thread', thread: serial, frame: -1 })
    },
  })
  const textOf = (id: number): string => texts.get(id) ?? ''
  const ownName = (id: number): string => textOf(nameOf.get(id) ?? 0)
  const className = (id: number): string => typeName(ownName(id))
  const isHidden = (id: number): boolean => hidden.test(ownName(id))
  const described = (id: number): HeapClass => ({
    ...classOf(id, records, className, textOf),
    isHidden: isHidden(id),
  })
  return {
    classes: new Map([...records.keys()].map((id) => [id, described(id)])),
    roots: roots.map(({ id, kind, thread, frame }) => {
      const at = kind === 'local' ? stacks.at(thread, frame) : null
      return { id, kind, of: at === null ? null : `${className(at.ofClass)}.${textOf(at.name)}` }
    }),
  }
}

function readStacks() {
  const methods = new Map<number, { readonly name: number; readonly serial: number }>()
  const traces = new Map<number, readonly number[]>()
  const traceOf = new Map<number, number>()
  const classes = new Map<number, number>()
  return {
    listener: {
      method: (frame: number, name: number, serial: number) => methods.set(frame, { name, serial }),
      classSerial: (serial: number, id: number) => classes.set(serial, id),
      trace: (serial: number, frames: readonly number[]) => traces.set(serial, frames),
    },
    thread: (serial: number, trace: number) => traceOf.set(serial, trace),
    at: (thread: number, frame: number) => {
      const method = methods.get(traces.get(traceOf.get(thread) ?? -1)?.[frame] ?? -1)
      return method === undefined ? null : { name: method.name, ofClass: classes.get(method.serial) ?? 0 }
    },
  }
}

function classOf(
  id: number,
  records: ReadonlyMap<number, ClassRecord>,
  className: (id: number) => string,
  textOf: (id: number) => string,
): Omit<HeapClass, 'isHidden'> {
  const own = records.get(id)
  const fields = [...lineage(id, records)].flatMap((record) => {
    const declaredBy = className(record.id)
    return record.fields.map(({ name, type }) => fieldOf(declaredBy, textOf(name), type))
  })
  const bytes = fields.reduce((sum, field) => sum + (field.isObject ? 4 : field.width), headerBytes)
  const isFinal = [...lineage(id, records)].some((r) => className(r.id) === 'java.lang.ref.FinalReference')
  return {
    id,
    // Of classes that are made again and again no name is that of another.
    name: plainClass(className(id)),
    loader: own?.loader ?? 0,
    statics: (own?.statics ?? []).map(({ name, target }) => ({ name: textOf(name), target })),
    // What waits to be finalized is held by what will do it.
    fields: isFinal ? fields.map((field) => ({ ...field, isWeak: false })) : fields,
    size: aligned(bytes),
  }
}

function* lineage(id: number, records: ReadonlyMap<number, ClassRecord>): Generator<ClassRecord> {
  const seen = new Set<number>()
  for (let at = records.get(id); at !== undefined && !seen.has(at.id); at = records.get(at.parent)) {
    seen.add(at.id)
    yield at
  }
}

const hidden = /^(?!.*\$\$Lambda).*[/+.]0x[\da-f]+(?:[/.]\d+)?$/

/** What stands in such a list. */
const cleaned = /^(?:jdk\.internal\.ref\.(?:Phantom|Weak|Soft)?Clean(?:able|er)|java\.lang\.ref\.Finalizer)$/

const fieldOf = (declaredBy: string, name: string, type: number): HeapField => ({
  name,
  width: widthOf(type, 8),
  isObject: isObject(type),
  isWeak: declaredBy === 'java.lang.ref.Reference' && (name === 'referent' || name === 'discovered'),
  inList: cleaned.test(declaredBy) && /^(?:next|prev|list)$/.test(name),
})
