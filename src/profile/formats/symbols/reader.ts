/**
 * A place in a mangled name. Readers give up by throwing `notMangled`,
 * which `demangle` turns into "stays as it is".
 */
export interface Reader {
  readonly text: string
  at: number
  depth: number
  /** Shared by all readers of one symbol. */
  readonly work: Work
}

/** Parts of the grammar that may still be read. */
export interface Work {
  left: number
}

export const notMangled = Symbol('not a mangled name')

const deepest = 200
/**
 * A name of a few hundred letters may stand for an endless one, as substitutions double.
 * Longer ones stay mangled.
 */
const longest = 4096

export function readerOf(text: string, at: number, work: Work): Reader {
  return { text, at, depth: 0, work }
}

/** Reads one part of the grammar, within bounds of depth and work. */
export function part<T>(reader: Reader, read: () => T): T {
  if (--reader.work.left < 0 || ++reader.depth > deepest) throw notMangled
  const result = read()
  reader.depth--
  return result
}

export function peek({ text, at }: Reader, offset = 0): string {
  return text[at + offset] ?? ''
}

export function startsWith({ text, at }: Reader, prefix: string): boolean {
  return text.startsWith(prefix, at)
}

/** Moves behind `expected` when it stands here. */
export function take(reader: Reader, expected: string): boolean {
  if (!startsWith(reader, expected)) return false
  reader.at += expected.length
  return true
}

export function expect(reader: Reader, expected: string): void {
  if (!take(reader, expected)) throw notMangled
}

/** One letter of `letters`, or '' when none stands here. */
export function takeOne(reader: Reader, letters: string): string {
  const letter = peek(reader)
  if (letter === '' || !letters.includes(letter)) return ''
  reader.at++
  return letter
}

export function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9' && letter !== ''
}

export function number(reader: Reader): number {
  const digits = /\d{1,9}/y
  digits.lastIndex = reader.at
  const found = digits.exec(reader.text)?.[0]
  if (found === undefined) throw notMangled
  reader.at += found.length
  return Number(found)
}

export function letters(reader: Reader, count: number): string {
  const end = reader.at + count
  if (count <= 0 || end > reader.text.length) throw notMangled
  const found = reader.text.slice(reader.at, end)
  reader.at = end
  return found
}

/** A text that is not beyond the bound. */
export function bounded(text: string): string {
  if (text.length > longest) throw notMangled
  return text
}
