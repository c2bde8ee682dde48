import { broken } from './refusal.ts'

/** Keys of constants fill eight bytes: those beyond what a number holds exactly are kept whole. */
export type Whole = number | bigint

/** Reads on from one place of a chunk, never past its end. */
export interface Cursor {
  readonly at: () => number
  readonly to: (offset: number) => void
  readonly left: () => number
  readonly byte: () => number
  readonly bytes: (count: number) => Buffer
  /** A compressed integer: seven bits a byte, least first, all eight of the ninth. */
  readonly whole: () => Whole
  /** The same where only small ones make sense: counts, indexes, sizes. Throws FormatError for others. */
  readonly small: () => number
  /** A count of things of at least a byte each. */
  readonly count: () => number
  /** A compressed integer of 32 bits with its sign. */
  readonly signed: () => number
}

export function cursorOf(chunk: Buffer, start: number): Cursor {
  let at = start
  const take = (count: number): number => {
    if (count < 0 || count > chunk.length - at) throw broken('it ends in the middle of a value')
    at += count
    return at - count
  }
  const byte = (): number => chunk[take(1)] ?? 0
  const whole = (): Whole => {
    let value = 0
    for (let index = 0; index < 7; index++) {
      const next = byte()
      value += (next & 0x7f) * 2 ** (7 * index)
      if (next < 0x80) return value
    }
    return beyond(value, byte)
  }
  const small = (): number => {
    const value = whole()
    if (typeof value === 'bigint' || value > 0xffff_ffff) throw broken('a count in it is out of bounds')
    return value
  }
  return {
    at: () => at,
    to: (offset) => {
      if (offset < 0 || offset > chunk.length) throw broken('it points outside of itself')
      at = offset
    },
    left: () => chunk.length - at,
    byte,
    bytes: (count) => {
      const from = take(count)
      return chunk.subarray(from, from + count)
    },
    whole,
    small,
    count: () => {
      const count = small()
      if (count > chunk.length - at) throw broken('a count in it is out of bounds')
      return count
    },
    signed: () => Number(BigInt.asIntN(32, BigInt(whole()))),
  }
}

/** The eighth and ninth byte of a long. */
function beyond(low: number, byte: () => number): Whole {
  const eighth = byte()
  const high = BigInt(eighth & 0x7f) << 49n
  const ninth = eighth < 0x80 ? 0n : BigInt(byte()) << 56n
  const value = BigInt(low) | high | ninth
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
}
