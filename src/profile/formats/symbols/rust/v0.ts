import {
  bounded,
  expect,
  isDigit,
  letters,
  notMangled,
  number,
  part,
  peek,
  type Reader,
  readerOf,
  startsWith,
  take,
  takeOne,
  type Work,
} from '../reader.ts'
import { rustConstant } from './constant.ts'
import { punycode } from './punycode.ts'

/**
 * Rust's v0 mangling (https://doc.rust-lang.org/rustc/symbol-mangling/v0.html) without generic arguments:
 * `_RNvCs1234_7mycrate3foo` is `mycrate::foo`. Throws `notMangled`.
 */
export function demangleRustV0(symbol: string, work: Work): string {
  const mangled = symbol.split('.', 1)[0] as string
  const reader = readerOf(mangled, 2, work)
  if (isDigit(peek(reader))) throw notMangled
  const name = path(reader, true)
  if (reader.at < mangled.length) path(reader, false)
  if (reader.at < mangled.length) throw notMangled
  return name
}

function path(reader: Reader, inValue: boolean): string {
  return part(reader, () => bounded(readPath(reader, inValue)))
}

function readPath(reader: Reader, inValue: boolean): string {
  switch (letters(reader, 1)) {
    case 'C':
      return identifier(reader).text
    case 'M':
      implPath(reader)
      return `<${type(reader)}>`
    case 'X':
      implPath(reader)
      return `<${type(reader)} as ${path(reader, false)}>`
    case 'Y':
      return `<${type(reader)} as ${path(reader, false)}>`
    case 'N':
      return nested(reader, inValue)
    case 'I': {
      const generic = path(reader, inValue)
      genericArguments(reader)
      return `${generic}${inValue ? '::' : ''}<>`
    }
    case 'B':
      return back(reader, () => path(reader, inValue))
    default:
      throw notMangled
  }
}

function nested(reader: Reader, inValue: boolean): string {
  const namespace = letters(reader, 1)
  if (!/[a-zA-Z]/.test(namespace)) throw notMangled
  const outer = path(reader, inValue)
  const { text, disambiguator } = identifier(reader)
  if (namespace > 'Z') return `${outer}::${text}`
  const kind = namespace === 'C' ? 'closure' : namespace === 'S' ? 'shim' : namespace
  return `${outer}::{${kind}${text === '' ? '' : `:${text}`}#${disambiguator}}`
}

/** The path of an impl is no part of the name. */
function implPath(reader: Reader): void {
  disambiguatorOf(reader)
  path(reader, false)
}

function genericArguments(reader: Reader): void {
  while (!take(reader, 'E')) {
    if (take(reader, 'L')) base62(reader)
    else if (take(reader, 'K')) rustConstant(reader, back)
    else type(reader)
  }
}

function type(reader: Reader): string {
  return part(reader, () => bounded(readType(reader)))
}

const basic: Readonly<Record<string, string>> = {
  ...{
    a: 'i8',
    b: 'bool',
    c: 'char',
    d: 'f64',
    e: 'str',
    f: 'f32',
    h: 'u8',
    i: 'isize',
    j: 'usize',
    l: 'i32',
  },
  ...{
    m: 'u32',
    n: 'i128',
    o: 'u128',
    p: '_',
    s: 'i16',
    t: 'u16',
    u: '()',
    v: '...',
    x: 'i64',
    y: 'u64',
    z: '!',
  },
}

function readType(reader: Reader): string {
  if ('CMXYNI'.includes(peek(reader))) return path(reader, false)
  const letter = letters(reader, 1)
  const known = basic[letter]
  if (known !== undefined) return known
  switch (letter) {
    case 'A':
      return `[${type(reader)}; ${rustConstant(reader, back)}]`
    case 'S':
      return `[${type(reader)}]`
    case 'T':
      return tuple(reader)
    case 'R':
    case 'Q':
      if (take(reader, 'L')) base62(reader)
      return `&${letter === 'Q' ? 'mut ' : ''}${type(reader)}`
    case 'P':
      return `*const ${type(reader)}`
    case 'O':
      return `*mut ${type(reader)}`
    case 'F':
      return functionType(reader)
    case 'D':
      return dynamic(reader)
    case 'B':
      return back(reader, () => type(reader))
    default:
      throw notMangled
  }
}

function tuple(reader: Reader): string {
  const types = typesUntilEnd(reader)
  return `(${types.join(', ')}${types.length === 1 ? ',' : ''})`
}

function typesUntilEnd(reader: Reader): readonly string[] {
  const types: string[] = []
  while (!take(reader, 'E')) types.push(type(reader))
  return types
}

function functionType(reader: Reader): string {
  binder(reader)
  const unsafe = take(reader, 'U') ? 'unsafe ' : ''
  const abi = take(reader, 'K')
    ? take(reader, 'C')
      ? 'C'
      : plainIdentifier(reader).replaceAll('_', '-')
    : ''
  const taken = typesUntilEnd(reader).join(', ')
  const given = take(reader, 'u') ? '' : ` -> ${type(reader)}`
  return `${unsafe}${abi === '' ? '' : `extern "${abi}" `}fn(${taken})${given}`
}

function dynamic(reader: Reader): string {
  binder(reader)
  const traits: string[] = []
  while (!take(reader, 'E')) {
    traits.push(path(reader, false))
    for (; take(reader, 'p'); type(reader)) plainIdentifier(reader)
  }
  expect(reader, 'L')
  base62(reader)
  return `dyn ${traits.join(' + ')}`
}

function binder(reader: Reader): void {
  if (take(reader, 'G')) base62(reader)
}

/** Reads again what stands at an earlier place. */
function back<T>(reader: Reader, read: () => T): T {
  const from = reader.at - 1
  const target = base62(reader) + 2
  if (target >= from) throw notMangled
  const next = reader.at
  reader.at = target
  const result = read()
  reader.at = next
  return result
}

function identifier(reader: Reader): { readonly text: string; readonly disambiguator: number } {
  const disambiguator = disambiguatorOf(reader)
  return { text: plainIdentifier(reader), disambiguator }
}

function disambiguatorOf(reader: Reader): number {
  return take(reader, 's') ? base62(reader) + 1 : 0
}

function plainIdentifier(reader: Reader): string {
  const isUnicode = take(reader, 'u')
  const length = take(reader, '0') ? 0 : number(reader)
  take(reader, '_')
  if (length === 0) return ''
  const text = letters(reader, length)
  if (/\W/.test(text)) throw notMangled
  return isUnicode ? punycode(text) : text
}

function base62(reader: Reader): number {
  if (take(reader, '_')) return 0
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
  let value = 0
  while (!startsWith(reader, '_')) {
    const digit = takeOne(reader, digits)
    if (digit === '' || value > 2 ** 64) throw notMangled
    value = value * 62 + digits.indexOf(digit)
  }
  reader.at++
  return value + 1
}
