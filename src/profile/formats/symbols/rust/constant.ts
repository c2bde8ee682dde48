import { letters, notMangled, peek, type Reader, take } from '../reader.ts'

type Back = (reader: Reader, read: () => string) => string

/**
 * A constant among generic arguments or the length of an array, in Rust's v0 mangling:
 * its value in hexadecimal.
 */
export function rustConstant(reader: Reader, back: Back): string {
  if (take(reader, 'B')) return back(reader, () => rustConstant(reader, back))
  if (take(reader, 'p')) return '_'
  const type = letters(reader, 1)
  if (!'aslxnihtmyojbc'.includes(type)) throw notMangled
  const sign = take(reader, 'n') ? '-' : ''
  let digits = ''
  while (!take(reader, '_')) {
    if (!/[\da-f]/.test(peek(reader))) throw notMangled
    digits += letters(reader, 1)
  }
  const value = digits === '' ? 0n : BigInt(`0x${digits.slice(0, 64)}`)
  return type === 'b' ? String(value === 1n) : `${sign}${value}`
}
