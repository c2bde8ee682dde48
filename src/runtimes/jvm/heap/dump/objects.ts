import type { Dump, RootKind } from './listener.ts'
import { broken } from './refusal.ts'
import { isObject, widthOf } from './value-types.ts'

/** A part of a segment of the heap: an object, a class, or why one of them lives. */
export function readObject(dump: Dump): void {
  const tag = dump.reader.u1()
  const id = dump.reader.id()
  const read = readers.get(tag)
  if (read !== undefined) read(dump, id)
  else readRoot(dump, tag, id)
}

const readers: ReadonlyMap<number, (dump: Dump, id: number) => void> = new Map([
  [0x20, readClass],
  [0x21, readInstance],
  [0x22, readObjects],
  [0x23, readPrimitives],
])

function readInstance({ reader, tell }: Dump, id: number): void {
  reader.skip(4)
  const ofClass = reader.id()
  const bytes = reader.u4()
  if (tell.instance === undefined) reader.skip(bytes)
  else tell.instance(id, ofClass, bytes, reader)
}

function readObjects({ reader, tell }: Dump, id: number): void {
  reader.skip(4)
  const length = reader.u4()
  const ofClass = reader.id()
  if (tell.objects === undefined) reader.skipIds(length)
  else tell.objects(id, ofClass, length, reader)
}

function readPrimitives({ reader, tell, idSize }: Dump, id: number): void {
  reader.skip(4)
  const length = reader.u4()
  const type = reader.u1()
  tell.primitives?.(id, type, length)
  reader.skip(length * widthOf(type, idSize))
}

function readClass({ reader, tell, idSize }: Dump, id: number): void {
  reader.skip(4)
  const parent = reader.id()
  const loader = reader.id()
  reader.skip(4 * idSize + 4)
  for (let constant = reader.u2(); constant > 0; constant--) {
    reader.skip(2)
    reader.skip(widthOf(reader.u1(), idSize))
  }
  const statics = Array.from({ length: reader.u2() }, () => {
    const name = reader.id()
    const type = reader.u1()
    if (isObject(type)) return { name, type, target: reader.id() }
    reader.skip(widthOf(type, idSize))
    return { name, type, target: 0 }
  })
  const fields = Array.from({ length: reader.u2() }, () => ({ name: reader.id(), type: reader.u1() }))
  tell.class?.({ id, parent, loader, statics, fields })
}

interface Beside {
  readonly kind: RootKind
  readonly words: number
  readonly ids: number
}

/** Of roots what stands beside their object, which nobody asks for. */
const besides: ReadonlyMap<number, Beside> = new Map([
  [0x01, { kind: 'native', words: 0, ids: 1 }],
  [0x02, { kind: 'native', words: 2, ids: 0 }],
  [0x04, { kind: 'native', words: 1, ids: 0 }],
  [0x05, { kind: 'class', words: 0, ids: 0 }],
  [0x06, { kind: 'native', words: 1, ids: 0 }],
  [0x07, { kind: 'native', words: 0, ids: 0 }],
  [0xff, { kind: 'native', words: 0, ids: 0 }],
])

function readRoot({ reader, tell }: Dump, tag: number, id: number): void {
  if (tag === 0x03) {
    const thread = reader.u4()
    const frame = reader.u4() | 0
    tell.root?.(id, 'local', thread, frame)
  } else if (tag === 0x08) {
    const serial = reader.u4()
    const trace = reader.u4()
    tell.thread?.(id, serial, trace)
  } else {
    const { kind, words, ids } = besides.get(tag) ?? unknown(tag)
    reader.skip(4 * words)
    reader.skipIds(ids)
    tell.root?.(id, kind, 0, -1)
  }
}

function unknown(tag: number): never {
  throw broken(`a part of it has the unknown tag ${tag}`)
}
