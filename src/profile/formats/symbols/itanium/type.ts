import { expect, isDigit, letters, notMangled, part, peek, startsWith, take } from '../reader.ts'
import { longType } from './long-type.ts'
import {
  type Argument,
  compactNumber,
  type ItaniumReader,
  plainType,
  sourceName,
  suffixed,
  type Type,
  textOf,
} from './reader.ts'
import { substitutedName } from './substitution.ts'

const basic: Readonly<Record<string, string>> = {
  ...{ v: 'void', w: 'wchar_t', b: 'bool', c: 'char', a: 'signed char', h: 'unsigned char', s: 'short' },
  ...{ t: 'unsigned short', i: 'int', j: 'unsigned int', l: 'long', m: 'unsigned long', x: 'long long' },
  ...{ y: 'unsigned long long', n: '__int128', o: 'unsigned __int128', f: 'float', d: 'double' },
  ...{ e: 'long double', g: '__float128', z: '...' },
}
const basicD: Readonly<Record<string, string>> = {
  ...{ d: 'decimal64', e: 'decimal128', f: 'decimal32', h: 'half', i: 'char32_t', s: 'char16_t' },
  ...{ u: 'char8_t', a: 'auto', c: 'decltype(auto)', n: 'decltype(nullptr)' },
}

export function typeOf(reader: ItaniumReader): Type {
  return part(reader, () => {
    const letter = peek(reader)
    const known = basic[letter]
    if (known !== undefined) {
      reader.at++
      return plainType(known)
    }
    const d = letter === 'D' ? basicD[peek(reader, 1)] : undefined
    if (d !== undefined) {
      reader.at += 2
      return plainType(d)
    }
    if (letter === 'S' && peek(reader, 1) !== 't') return substitutedType(reader)
    const type = compound(reader)
    reader.substitutions.push({ type })
    return type
  })
}

/** Types up to `E`, which is taken too. */
export function typesOf(reader: ItaniumReader): readonly Type[] {
  const types: Type[] = []
  while (!take(reader, 'E')) types.push(typeOf(reader))
  return types.filter(({ left }) => left !== '')
}

function substitutedType(reader: ItaniumReader): Type {
  const at = reader.at
  expect(reader, 'S')
  const isIndex = isDigit(peek(reader)) || peek(reader) === '_' || /[A-Z]/.test(peek(reader))
  reader.at = at
  const name = substitutedName(reader)
  if (peek(reader) === 'I') {
    reader.grammar.templateArguments(reader)
    const type = plainType(name.text)
    reader.substitutions.push({ type })
    return type
  }
  return isIndex ? typeAt(reader, at) : plainType(name.text)
}

/** The substitution that stands at `at`, with both sides where it is a type. */
function typeAt(reader: ItaniumReader, at: number): Type {
  const digits = reader.text.slice(at + 1, reader.at - 1)
  const found = reader.substitutions[digits === '' ? 0 : Number.parseInt(digits, 36) + 1]
  if (found === undefined) throw notMangled
  return 'type' in found ? found.type : plainType(found.name.text)
}

function compound(reader: ItaniumReader): Type {
  const letter = peek(reader)
  if (isDigit(letter) || 'NZS'.includes(letter) || startsWith(reader, 'Ut') || startsWith(reader, 'Ul')) {
    const outer = reader.arguments
    const type = plainType(reader.grammar.nameOf(reader).text)
    reader.arguments = outer
    return type
  }
  reader.at++
  switch (letter) {
    case 'r':
    case 'V':
    case 'K':
      return qualified(reader, letter)
    case 'P':
      return pointed(typeOf(reader), '*')
    case 'R':
      return pointed(typeOf(reader), '&')
    case 'O':
      return pointed(typeOf(reader), '&&')
    case 'C':
    case 'G':
      return suffixed(typeOf(reader), letter === 'C' ? ' _Complex' : ' _Imaginary')
    case 'F':
      return functionType(reader)
    case 'A':
      return arrayType(reader)
    case 'M':
      return memberPointer(reader)
    case 'T':
      return parameterType(reader)
    case 'u':
      return plainType(sourceName(reader))
    case 'U':
      return vendorQualified(reader)
    case 'D':
      return longType(reader)
    default:
      throw notMangled
  }
}

function qualified(reader: ItaniumReader, letter: string): Type {
  let words = letter
  while (words.length < 3 && 'rVK'.includes(peek(reader)) && peek(reader) !== '') words += letters(reader, 1)
  const inner = typeOf(reader)
  const text = (words.includes('K') ? ' const' : '') + (words.includes('V') ? ' volatile' : '')
  const all = `${text}${words.includes('r') ? ' restrict' : ''}`
  return inner.wraps ? { ...inner, right: inner.right + all } : suffixed(inner, all)
}

function pointed(type: Type, sign: string): Type {
  if (type.wraps) return { left: `${type.left}(${sign}`, right: `)${type.right}`, wraps: false }
  // A reference to a reference is one: && gives way to &.
  if (sign !== '*' && type.left.endsWith('&')) {
    const bare = type.left.replace(/&+$/, '')
    return { ...type, left: `${bare}${sign === '&' || !type.left.endsWith('&&') ? '&' : '&&'}` }
  }
  return suffixed(type, sign)
}

function functionType(reader: ItaniumReader): Type {
  take(reader, 'Y')
  const result = typeOf(reader)
  const types: Type[] = []
  let reference = ''
  while (!take(reader, 'E')) {
    if (take(reader, 'RE')) reference = ' &'
    else if (take(reader, 'OE')) reference = ' &&'
    else types.push(typeOf(reader))
    if (reference !== '') break
  }
  const list = types.map(textOf).filter((text) => text !== 'void' && text !== '')
  return { left: `${result.left} `, right: `(${list.join(', ')})${reference}${result.right}`, wraps: true }
}

function arrayType(reader: ItaniumReader): Type {
  let size = ''
  if (isDigit(peek(reader))) while (isDigit(peek(reader))) size += letters(reader, 1)
  else if (peek(reader) !== '_') size = reader.grammar.expression(reader)
  expect(reader, '_')
  const element = typeOf(reader)
  return {
    left: element.wraps ? element.left : `${element.left} `,
    right: `[${size}]${element.right}`,
    wraps: true,
  }
}

function memberPointer(reader: ItaniumReader): Type {
  const owner = textOf(typeOf(reader))
  const member = typeOf(reader)
  if (member.wraps) return { left: `${member.left}(${owner}::*`, right: `)${member.right}`, wraps: false }
  return plainType(`${member.left} ${owner}::*`)
}

/** `T_`, `T0_`: an argument of the template around it, or of a lambda its own `auto`. */
function parameterType(reader: ItaniumReader): Type {
  if (take(reader, 'L')) compactNumber(reader)
  const index = compactNumber(reader)
  const type = argumentAt(reader, index)
  if (peek(reader) !== 'I') return type
  reader.substitutions.push({ type })
  reader.grammar.templateArguments(reader)
  return type
}

function argumentAt(reader: ItaniumReader, index: number): Type {
  if (reader.inLambda) return plainType(`auto:${index + 1}`)
  const found: Argument | undefined = reader.arguments[index]
  if (found === undefined) return plainType('auto')
  if ('left' in found) return found
  reader.packSize = found.length
  if (reader.packAt >= 0) return found[reader.packAt] ?? plainType('')
  return plainType(found.map(textOf).join(', '))
}

function vendorQualified(reader: ItaniumReader): Type {
  const word = sourceName(reader)
  if (peek(reader) === 'I') reader.grammar.templateArguments(reader)
  return suffixed(typeOf(reader), ` ${word}`)
}
