import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** A file in an archive. */
export interface Entry {
  readonly name: string
  /** null: it cannot be read. */
  readonly read: () => Buffer | null
}

/** Larger ones hold no names of ours. */
const mostBytes = 128e6

/** The files of a jar; none of what is no jar, or was damaged. Each is read when it is asked for. */
export function entriesOf(path: string): readonly Entry[] {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      return entriesIn({
        size,
        read: (at, length) => readAt(file, at, length),
        later: (at, length) => readLater(path, at, length),
      })
    } finally {
      closeSync(file)
    }
  } catch {
    return []
  }
}

/** The files of a jar within a jar. */
export function entriesWithin(bytes: Buffer): readonly Entry[] {
  try {
    const read = (at: number, length: number): Buffer => bytes.subarray(at, at + length)
    return entriesIn({ size: bytes.length, read, later: read })
  } catch {
    return []
  }
}

function readLater(path: string, at: number, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    return readAt(file, at, length)
  } finally {
    closeSync(file)
  }
}

function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, at))
}

interface Source {
  readonly size: number
  readonly read: (at: number, length: number) => Buffer
  readonly later: (at: number, length: number) => Buffer
}

const endBytes = 22
const mostComment = 65_535

/** APPNOTE.TXT 4.3: the end of central directory record, and the headers to which it leads. */
function entriesIn({ size, read, later }: Source): readonly Entry[] {
  const tailAt = Math.max(0, size - endBytes - mostComment)
  const tail = read(tailAt, size - tailAt)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) return []
  const length = tail.readUInt32LE(end + 12)
  // What stands before the archive, as a script that starts it, moves all of it.
  const at = tailAt + end - length
  const shift = at - tail.readUInt32LE(end + 16)
  const directory = read(at, length)
  const entries: Entry[] = []
  for (let next = 0; next + 46 <= directory.length && directory.readUInt32LE(next) === 0x0201_4b50; ) {
    const packed = directory.readUInt32LE(next + 20)
    const nameLength = directory.readUInt16LE(next + 28)
    const isDeflated = directory.readUInt16LE(next + 10) === 8
    const header = directory.readUInt32LE(next + 42) + shift
    const name = directory.toString('utf8', next + 46, next + 46 + nameLength)
    entries.push({ name, read: () => contentAt(later, header, packed, isDeflated) })
    next += 46 + nameLength + directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32)
  }
  return entries
}

function contentAt(read: Source['read'], header: number, packed: number, isDeflated: boolean): Buffer | null {
  try {
    const local = read(header, 30)
    if (packed > mostBytes || local.readUInt32LE(0) !== 0x0403_4b50) return null
    const from = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
    const bytes = read(from, packed)
    return isDeflated ? inflateRawSync(bytes, { maxOutputLength: mostBytes }) : bytes
  } catch {
    return null
  }
}
