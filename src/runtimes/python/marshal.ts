import { FormatError } from '../../errors.ts'

/** What a file of traces is made of: numbers, texts, and lists of them. */
export type Marshalled = number | string | null | readonly Marshalled[]

/**
 * Reads what Python's `marshal.dumps(value, 4)` writes, as far as lists of numbers and texts go (CPython,
 * Python/marshal.c, r_object). What was written once and referred to is one value here. Throws FormatError.
 */
export function readMarshal(bytes: Buffer): Marshalled {
  const known: Marshalled[] = []
  let at = 0
  const need = (length: number): number => {
    const from = at
    at += length
    if (length < 0 || at > bytes.length) throw broken('is cut short')
    return from
  }
  const byte = (): number => bytes[need(1)] ?? 0
  const integer = (): number => bytes.readInt32LE(need(4))
  const text = (length: number, encoding: 'latin1' | 'utf8'): string => {
    const from = need(length)
    return bytes.toString(encoding, from, from + length)
  }
  const items = (count: number): Marshalled[] => {
    if (count < 0 || count > bytes.length) throw broken(`announces ${count} items`)
    return new Array<Marshalled>(count)
  }
  const read = (depth: number): Marshalled => {
    if (depth > deepest) throw broken('is nested too deeply')
    const code = byte()
    const kind = String.fromCharCode(code & 0x7f)
    const slot = (code & 0x80) === 0 ? -1 : known.push(null) - 1
    const value = readKind(kind, depth, slot)
    if (slot >= 0) known[slot] = value
    return value
  }
  const list = (count: number, depth: number, slot: number): Marshalled => {
    const values = items(count)
    if (slot >= 0) known[slot] = values
    for (let i = 0; i < count; i++) values[i] = read(depth + 1)
    return values
  }
  const readKind = (kind: string, depth: number, slot: number): Marshalled => {
    switch (kind) {
      case 'N':
        return null
      case 'i':
        return integer()
      case 'l':
        return long(integer(), () => bytes.readUInt16LE(need(2)))
      case 'z':
      case 'Z':
        return text(byte(), 'latin1')
      case 'a':
      case 'A':
        return text(integer(), 'latin1')
      case 'u':
      case 't':
        return text(integer(), 'utf8')
      case ')':
        return list(byte(), depth, slot)
      case '(':
      case '[':
        return list(integer(), depth, slot)
      case 'r': {
        const index = integer()
        if (index < 0 || index >= known.length) throw broken('refers to what is not there')
        return known[index] ?? null
      }
      default:
        throw broken(`holds a value of an unknown kind (${JSON.stringify(kind)})`)
    }
  }
  return read(0)
}

const deepest = 16

/** Digits of 15 bits, the lowest first; a negative count is a negative number. */
function long(count: number, digit: () => number): number {
  let value = 0
  for (let i = 0; i < Math.abs(count); i++) value += digit() * 2 ** (15 * i)
  return count < 0 ? -value : value
}

const broken = (what: string): FormatError =>
  new FormatError(
    'broken',
    `This file of Python's memory ${what}.`,
    'Check whether the disk is full, and run again.',
  )
