import { type ByteReader, openBytes } from './bytes.ts'
import type { Dump, Listener } from './listener.ts'
import { readObject } from './objects.ts'
import { broken, notADump } from './refusal.ts'

/**
 * Tells everything in a heap dump (HPROF 1.0.1 and 1.0.2, as `GC.heap_dump` writes it), in its order. Throws
 * FormatError.
 */
export function readRecords(path: string, tell: Listener): void {
  const reader = openBytes(path)
  try {
    const idSize = readHead(reader)
    while (reader.left() > 0) readRecord({ reader, idSize, tell })
  } finally {
    reader.close()
  }
}

function readHead(reader: ByteReader): number {
  if (reader.left() < 31 || !/^JAVA PROFILE 1\.0\.[12]\0$/.test(reader.latin1(19))) throw notADump()
  const idSize = reader.u4()
  reader.idBytes(idSize)
  reader.skip(8)
  return idSize
}

function readRecord(dump: Dump): void {
  const { reader, idSize, tell } = dump
  const tag = reader.u1()
  reader.skip(4)
  const length = reader.u4()
  if (length > reader.left()) throw broken('it ends in the middle of a record')
  const end = reader.at() + length
  if (tag === 0x01 && tell.text !== undefined) tell.text(reader.id(), reader.utf8(length - idSize))
  else if (tag === 0x02) readLoadedClass(dump)
  else if (tag === 0x04) readFrame(dump)
  else if (tag === 0x05) readTrace(dump)
  else if (tag === 0x0c || tag === 0x1c) while (reader.at() < end) readObject(dump)
  if (reader.at() > end) throw broken('a record of it is longer than it says')
  reader.skip(end - reader.at())
}

function readLoadedClass({ reader, tell }: Dump): void {
  const serial = reader.u4()
  const id = reader.id()
  reader.skip(4)
  tell.className?.(id, reader.id())
  tell.classSerial?.(serial, id)
}

function readFrame({ reader, tell, idSize }: Dump): void {
  const frame = reader.id()
  const name = reader.id()
  reader.skip(2 * idSize)
  tell.method?.(frame, name, reader.u4())
}

function readTrace({ reader, tell, idSize }: Dump): void {
  const serial = reader.u4()
  reader.skip(4)
  const count = reader.u4()
  if (count * idSize > reader.left()) throw broken('a stack of it is cut')
  tell.trace?.(
    serial,
    Array.from({ length: count }, () => reader.id()),
  )
}
