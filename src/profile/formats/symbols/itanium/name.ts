import { bounded, expect, isDigit, letters, notMangled, part, peek, startsWith, take } from '../reader.ts'
import { operatorName } from './operator.ts'
import {
  compactNumber,
  discriminator,
  type ItaniumReader,
  type Name,
  plainName,
  sourceName,
  textOf,
} from './reader.ts'
import { substitutedName, withTags } from './substitution.ts'

/** How much of a function is told: its name; `f()`, as a scope; or all of it. */
export type Detail = 'name' | 'scope' | 'signature'

/** A function or variable. The parameters are read in any case. */
export function encodingName(reader: ItaniumReader, detail: Detail = 'name'): string {
  return part(reader, () => {
    const name = nameOf(reader)
    if (!hasMore(reader)) return name.text
    const result = name.isTemplate && !name.isPlain ? `${textOf(reader.grammar.typeOf(reader))} ` : ''
    const types: string[] = []
    while (hasMore(reader)) types.push(textOf(reader.grammar.typeOf(reader)))
    if (detail === 'name') return name.text
    if (detail === 'scope') return `${name.text}()${name.qualifiers}`
    const list = types.filter((text) => text !== 'void' && text !== '').join(', ')
    return bounded(`${result}${name.text}(${list})${name.qualifiers}`)
  })
}

/** Parameters go on to the end of the symbol, or of the part that it is. */
function hasMore(reader: ItaniumReader): boolean {
  return reader.at < reader.text.length && !'E.@'.includes(peek(reader))
}

export function nameOf(reader: ItaniumReader): Name {
  return part(reader, () => {
    if (take(reader, 'N')) return nestedName(reader)
    if (take(reader, 'Z')) return localName(reader)
    if (startsWith(reader, 'S') && peek(reader, 1) !== 't') {
      const known = substitutedName(reader)
      return peek(reader) === 'I' ? withArguments(reader, known) : known
    }
    const inStd = take(reader, 'St')
    const own = unqualifiedName(reader, null)
    const name = inStd ? joined(plainName('std'), own) : own
    if (peek(reader) !== 'I') return name
    reader.substitutions.push({ name })
    return withArguments(reader, name)
  })
}

function withArguments(reader: ItaniumReader, name: Name): Name {
  reader.arguments = reader.grammar.templateArguments(reader)
  return { ...name, isTemplate: true }
}

function nestedName(reader: ItaniumReader): Name {
  const qualifiers = take(reader, 'H') ? '' : methodQualifiers(reader)
  let name: Name | null = null
  while (!take(reader, 'E')) {
    const isSubstitution = startsWith(reader, 'S') && peek(reader, 1) !== 't'
    name = longerName(reader, name)
    if (!isSubstitution && peek(reader) !== 'E') reader.substitutions.push({ name })
  }
  if (name === null) throw notMangled
  return { ...name, qualifiers }
}

/** Qualifiers of the method itself, as ` const`. */
function methodQualifiers(reader: ItaniumReader): string {
  const found = /(r?)(V?)(K?)([RO]?)/y
  found.lastIndex = reader.at
  const [all = '', restrict, volatile, constant, reference] = found.exec(reader.text) ?? []
  reader.at += all.length
  const words = [constant && ' const', volatile && ' volatile', restrict && ' restrict']
  return `${words.join('')}${reference === 'R' ? ' &' : reference === 'O' ? ' &&' : ''}`
}

function longerName(reader: ItaniumReader, name: Name | null): Name {
  return part(reader, () => {
    if (take(reader, 'St')) return name === null ? plainName('std') : joined(name, plainName('std'))
    if (startsWith(reader, 'S')) return substitutedName(reader)
    if (startsWith(reader, 'I')) return withArguments(reader, given(name))
    if (startsWith(reader, 'T') || startsWith(reader, 'Dt') || startsWith(reader, 'DT')) {
      const text = textOf(reader.grammar.typeOf(reader))
      // typeOf has noted it already.
      reader.substitutions.pop()
      return plainName(text)
    }
    if (take(reader, 'M')) return given(name)
    const own = unqualifiedName(reader, name)
    return name === null ? own : joined(name, own)
  })
}

function given(name: Name | null): Name {
  if (name === null) throw notMangled
  return name
}

function joined(scope: Name, own: Name): Name {
  return { ...own, ...{ text: plainName(`${scope.text}::${own.text}`).text } }
}

function unqualifiedName(reader: ItaniumReader, scope: Name | null): Name {
  take(reader, 'F')
  return withTags(reader, unqualified(reader, scope))
}

function unqualified(reader: ItaniumReader, scope: Name | null): Name {
  const letter = peek(reader)
  if (isDigit(letter)) return plainName(sourceName(reader))
  if (take(reader, 'DC')) return bindings(reader)
  if (letter === 'C' || letter === 'D') return constructorName(reader, scope)
  if (take(reader, 'L')) {
    const name = sourceName(reader)
    discriminator(reader)
    return plainName(name)
  }
  if (take(reader, 'Ut')) return plainName(`{unnamed type#${compactNumber(reader) + 1}}`)
  if (take(reader, 'Ul')) return closure(reader)
  if (take(reader, 'Ub')) {
    compactNumber(reader)
    return plainName("'block-literal'")
  }
  return operatorName(reader)
}

function bindings(reader: ItaniumReader): Name {
  const names: string[] = []
  while (!take(reader, 'E')) names.push(sourceName(reader))
  return plainName(`[${names.join(', ')}]`)
}

function constructorName(reader: ItaniumReader, scope: Name | null): Name {
  const { last } = given(scope)
  const isDestructor = letters(reader, 1) === 'D'
  const inherits = !isDestructor && take(reader, 'I')
  if (!isDigit(peek(reader))) throw notMangled
  reader.at++
  if (inherits) reader.grammar.typeOf(reader)
  return { ...plainName(`${isDestructor ? '~' : ''}${last}`), isPlain: true }
}

function closure(reader: ItaniumReader): Name {
  const outer = reader.inLambda
  reader.inLambda = true
  const types = take(reader, 'vE') ? [] : reader.grammar.typesOf(reader)
  reader.inLambda = outer
  return plainName(`{lambda(${types.map(textOf).join(', ')})#${compactNumber(reader) + 1}}`)
}

function localName(reader: ItaniumReader): Name {
  const outside = reader.arguments
  const scope = encodingName(reader, 'scope')
  expect(reader, 'E')
  if (take(reader, 's')) {
    discriminator(reader)
    return plainName(`${scope}::string literal`)
  }
  const argument = take(reader, 'd') ? `{default arg#${compactNumber(reader) + 1}}::` : ''
  const name = nameOf(reader)
  discriminator(reader)
  if (!name.isTemplate && outside.length > 0 && reader.arguments.length === 0) reader.arguments = outside
  return { ...name, text: plainName(`${scope}::${argument}${name.text}`).text }
}
