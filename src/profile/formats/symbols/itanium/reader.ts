import {
  bounded,
  expect,
  letters,
  notMangled,
  number,
  peek,
  type Reader,
  readerOf,
  take,
  takeOne,
  type Work,
} from '../reader.ts'

/**
 * A type as C++ writes it: what stands left of the name that it declares, and right of it.
 * `wraps` when a pointer to it needs parentheses, as pointers to functions and arrays do.
 */
export interface Type {
  readonly left: string
  readonly right: string
  readonly wraps: boolean
}

/** A name, and its last part without template arguments, by which constructors are called. */
export interface Name {
  readonly text: string
  readonly last: string
  readonly isTemplate: boolean
  /** Constructors, destructors and conversions have no result type in their mangling. */
  readonly isPlain: boolean
  /** What stands behind the parameters of a method: ` const`. */
  readonly qualifiers: string
}

/**
 * What a name stood for already may be named again by a number: prefixes and types, in order of appearance.
 */
type Substitution = { readonly name: Name } | { readonly type: Type }

/** One template argument, or several where a pack stands. */
export type Argument = Type | readonly Type[]

/** The parts of the grammar name each other in circles; here they find each other. */
export interface Grammar {
  readonly nameOf: (reader: ItaniumReader) => Name
  readonly encodingName: (reader: ItaniumReader) => string
  readonly typeOf: (reader: ItaniumReader) => Type
  readonly typesOf: (reader: ItaniumReader) => readonly Type[]
  readonly templateArguments: (reader: ItaniumReader) => readonly Argument[]
  readonly expression: (reader: ItaniumReader) => string
}

export interface ItaniumReader extends Reader {
  readonly grammar: Grammar
  readonly substitutions: Substitution[]
  /** Arguments of the template that was read last. */
  arguments: readonly Argument[]
  /** Within the parameters of a lambda, where T_ is its own `auto`. */
  inLambda: boolean
  /** Which of a pack is being written out; -1 outside of an expansion. */
  packAt: number
  /** How many a pack holds that was met within the expansion. */
  packSize: number
}

export function itaniumReader(text: string, at: number, work: Work, grammar: Grammar): ItaniumReader {
  const reader = readerOf(text, at, work)
  return { ...reader, grammar, substitutions: [], arguments: [], inLambda: false, packAt: -1, packSize: -1 }
}

export function plainName(text: string, last = text): Name {
  return { text: bounded(text), last, isTemplate: false, isPlain: false, qualifiers: '' }
}

export function plainType(left: string): Type {
  return { left: bounded(left), right: '', wraps: false }
}

export function textOf({ left, right }: Type): string {
  return bounded(left.replace(/ $/, right === '' ? '' : ' ') + right)
}

/** `[n] <digits>`. */
function signedNumber(reader: Reader): number {
  return take(reader, 'n') ? -number(reader) : number(reader)
}

/** `[<digits>] _`. */
export function compactNumber(reader: Reader): number {
  if (take(reader, '_')) return 0
  const value = number(reader)
  expect(reader, '_')
  return value + 1
}

/** `<seq-id>_` in base 36. */
export function sequenceId(reader: Reader): number {
  if (take(reader, '_')) return 0
  let value = 0
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  while (!take(reader, '_')) {
    const digit = takeOne(reader, digits)
    if (digit === '' || value > 2 ** 24) throw notMangled
    value = value * 36 + digits.indexOf(digit)
  }
  return value + 1
}

export function callOffset(reader: Reader): void {
  const kind = takeOne(reader, 'hv')
  if (kind === '') throw notMangled
  signedNumber(reader)
  if (kind === 'v') {
    expect(reader, '_')
    signedNumber(reader)
  }
  expect(reader, '_')
}

/** `_ <digit>` or `__ <digits> _`, which tell apart local things of one name. */
export function discriminator(reader: Reader): void {
  if (peek(reader) !== '_') return
  const found = /_(?:_\d+_|\d)/y
  found.lastIndex = reader.at
  const text = found.exec(reader.text)?.[0]
  if (text !== undefined) reader.at += text.length
}

export function sourceName(reader: ItaniumReader): string {
  const name = letters(reader, number(reader))
  return /^_GLOBAL_[._$]N/.test(name) ? '(anonymous namespace)' : name
}

export function suffixed(type: Type, suffix: string): Type {
  return { ...plainType(`${type.left}${suffix}`), right: type.right }
}
