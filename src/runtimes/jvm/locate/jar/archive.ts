import { readFileSync, statSync } from 'node:fs'
import { type UnzipFileInfo, unzipSync } from 'fflate'

/** A file in an archive. */
export interface Entry {
  readonly name: string
  /** null: it cannot be read. */
  readonly read: () => Buffer | null
}

/** Larger ones hold no names of ours: of an archive, and of one file in it. */
const mostBytes = { archive: 512e6, file: 128e6 }

/** The files of a jar; none of what is no jar, or was damaged. Each is read when it is asked for. */
export function entriesOf(path: string): readonly Entry[] {
  try {
    return statSync(path).size > mostBytes.archive ? [] : entriesWithin(readFileSync(path))
  } catch {
    return []
  }
}

/** The files of a jar within a jar. */
export function entriesWithin(bytes: Buffer): readonly Entry[] {
  const archive = withoutScript(bytes)
  const names: string[] = []
  const listed = unpacked(archive, ({ name }) => {
    names.push(name)
    return false
  })
  return listed === null ? [] : names.map((name) => ({ name, read: () => contentOf(archive, name) }))
}

function contentOf(archive: Buffer, wanted: string): Buffer | null {
  const found = unpacked(
    archive,
    ({ name, originalSize, size }) =>
      name === wanted && size <= mostBytes.file && originalSize <= mostBytes.file,
  )?.[wanted]
  return found === undefined ? null : Buffer.from(found.buffer, found.byteOffset, found.byteLength)
}

/** null: it is no archive, or damaged. A file never unpacks to more than it says. */
function unpacked(archive: Buffer, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(archive, { filter })
  } catch {
    return null
  }
}

const endBytes = 22
const mostComment = 65_535

/**
 * A jar that starts itself has a script before it, by which its places are off: the directory stands before
 * its end record, which tells where it would stand without (APPNOTE.TXT 4.3.16).
 */
function withoutScript(bytes: Buffer): Buffer {
  if (bytes.length < endBytes || bytes.readUInt32LE(0) === 0x0403_4b50) return bytes
  const tail = bytes.subarray(-endBytes - mostComment)
  const end = bytes.length - tail.length + tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end > bytes.length - endBytes) return bytes
  const script = end - bytes.readUInt32LE(end + 12) - bytes.readUInt32LE(end + 16)
  return script > 0 ? bytes.subarray(script) : bytes
}
