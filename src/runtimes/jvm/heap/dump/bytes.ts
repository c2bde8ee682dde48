import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { broken } from './refusal.ts'

/** Reads a file from its beginning to its end, a piece of it in memory. Numbers are big-endian. */
export interface ByteReader {
  readonly at: () => number
  readonly left: () => number
  readonly u1: () => number
  readonly u2: () => number
  readonly u4: () => number
  /** An object's number: four or eight bytes. Addresses are far below what a number holds exactly. */
  readonly id: () => number
  readonly skip: (count: number) => void
  readonly latin1: (count: number) => string
  readonly utf8: (count: number) => string
  /** So many ids are not read. */
  readonly skipIds: (count: number) => void
  /** How many bytes an id has, as the file's head says. */
  readonly idBytes: (count: number) => void
  readonly close: () => void
}

const pieceBytes = 4 << 20

export function openBytes(path: string): ByteReader {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
  let piece = Buffer.alloc(0)
  /** Where the piece begins in the file. */
  let begins = 0
  let next = 0
  let idSize = 8

  /** Makes `count` bytes stand in the piece. */
  const want = (count: number): void => {
    if (next + count <= piece.length) return
    const at = begins + next
    if (count > size - at) throw broken('it ends in the middle of a record')
    const fresh = Buffer.allocUnsafe(Math.min(size - at, Math.max(pieceBytes, count)))
    for (let read = 0; read < fresh.length; ) {
      const more = readSync(file, fresh, read, fresh.length - read, at + read)
      if (more === 0) throw broken('it became shorter while it was read')
      read += more
    }
    piece = fresh
    begins = at
    next = 0
  }
  const advance = (count: number): number => {
    want(count)
    next += count
    return next - count
  }
  const u4 = (): number => {
    const from = advance(4)
    return piece.readUInt32BE(from)
  }
  const skip = (count: number): void => {
    if (count > size - begins - next) throw broken('it ends in the middle of a record')
    next += count
    if (next <= piece.length) return
    begins += next
    next = 0
    piece = Buffer.alloc(0)
  }
  return {
    at: () => begins + next,
    left: () => size - begins - next,
    u1: () => {
      const from = advance(1)
      return piece[from] ?? 0
    },
    u2: () => {
      const from = advance(2)
      return piece.readUInt16BE(from)
    },
    u4,
    id: () => (idSize === 4 ? u4() : u4() * 0x1_0000_0000 + u4()),
    skip,
    skipIds: (count) => skip(count * idSize),
    latin1: (count) => {
      const from = advance(count)
      return piece.toString('latin1', from, from + count)
    },
    utf8: (count) => {
      const from = advance(count)
      return piece.toString('utf8', from, from + count)
    },
    idBytes: (count) => {
      if (count !== 4 && count !== 8) throw broken('its objects have numbers of an unknown length')
      idSize = count
    },
    close: () => closeSync(file),
  }
}
