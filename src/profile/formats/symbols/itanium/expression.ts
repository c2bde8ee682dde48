import { expect, isDigit, letters, notMangled, part, peek, startsWith, take } from '../reader.ts'
import { operators } from './operator.ts'
import { compactNumber, type ItaniumReader, sourceName, textOf } from './reader.ts'

/**
 * Reads an expression, which stands among template arguments and in decltype.
 * Only what a literal says is given back.
 */
export function expression(reader: ItaniumReader): string {
  return part(reader, () => {
    if (startsWith(reader, 'L')) return literal(reader)
    if (startsWith(reader, 'T')) return textOf(reader.grammar.typeOf(reader))
    if (isDigit(peek(reader)) || startsWith(reader, 'on') || startsWith(reader, 'dn'))
      return unresolved(reader)
    const handled = parameter(reader) || ofTypes(reader) || named(reader) || listed(reader)
    if (!handled) operands(reader)
    return '...'
  })
}

function literal(reader: ItaniumReader): string {
  expect(reader, 'L')
  if (take(reader, '_Z') || take(reader, 'Z')) {
    const name = reader.grammar.encodingName(reader)
    expect(reader, 'E')
    return name
  }
  const type = textOf(reader.grammar.typeOf(reader))
  let value = ''
  while (!take(reader, 'E')) value += letters(reader, 1)
  if (type === 'bool') return value === '1' ? 'true' : 'false'
  return value.replace(/^n/, '-')
}

/** A parameter of the function: `fp_`, `fL0p_`, `fpT`. */
function parameter(reader: ItaniumReader): boolean {
  if (take(reader, 'fpT')) return true
  const isParameter = take(reader, 'fp') || /^fL\d/.test(reader.text.slice(reader.at, reader.at + 3))
  if (!isParameter) return false
  if (take(reader, 'fL')) {
    while (isDigit(peek(reader))) reader.at++
    expect(reader, 'p')
  }
  while ('rVK'.includes(peek(reader)) && peek(reader) !== '') reader.at++
  compactNumber(reader)
  return true
}

/** What is said of a type: `st`, `at`, `ti`, and casts. */
function ofTypes(reader: ItaniumReader): boolean {
  if (take(reader, 'st') || take(reader, 'at') || take(reader, 'ti')) {
    reader.grammar.typeOf(reader)
    return true
  }
  if (take(reader, 'dc') || take(reader, 'sc') || take(reader, 'cc') || take(reader, 'rc')) {
    reader.grammar.typeOf(reader)
    expression(reader)
    return true
  }
  if (!take(reader, 'cv')) return false
  reader.grammar.typeOf(reader)
  if (take(reader, '_')) expressionsUntilEnd(reader)
  else expression(reader)
  return true
}

function named(reader: ItaniumReader): boolean {
  if (take(reader, 'sr')) {
    if (isDigit(peek(reader))) while (!take(reader, 'E')) simpleId(reader)
    else if (take(reader, 'N')) {
      reader.grammar.typeOf(reader)
      while (!take(reader, 'E')) simpleId(reader)
    } else reader.grammar.typeOf(reader)
    unresolved(reader)
    return true
  }
  if (take(reader, 'sZ')) {
    if (!parameter(reader)) reader.grammar.typeOf(reader)
    return true
  }
  if (take(reader, 'sP')) {
    while (!take(reader, 'E')) reader.grammar.typeOf(reader)
    return true
  }
  if (take(reader, 'sp')) {
    expression(reader)
    return true
  }
  if (!take(reader, 'dt') && !take(reader, 'pt')) return false
  expression(reader)
  unresolved(reader)
  return true
}

function listed(reader: ItaniumReader): boolean {
  if (take(reader, 'cl') || take(reader, 'cp') || take(reader, 'il')) {
    expressionsUntilEnd(reader)
    return true
  }
  if (take(reader, 'tl')) {
    reader.grammar.typeOf(reader)
    expressionsUntilEnd(reader)
    return true
  }
  const isNew = startsWith(reader, 'nw') || startsWith(reader, 'na')
  if (!isNew && !startsWith(reader, 'gsn')) return false
  take(reader, 'gs')
  reader.at += 2
  while (!take(reader, '_')) expression(reader)
  reader.grammar.typeOf(reader)
  if (take(reader, 'pi')) expressionsUntilEnd(reader)
  else expect(reader, 'E')
  return true
}

function expressionsUntilEnd(reader: ItaniumReader): void {
  while (!take(reader, 'E')) expression(reader)
}

function operands(reader: ItaniumReader): void {
  take(reader, 'gs')
  if (take(reader, 'tr')) return
  if (take(reader, 'u')) {
    sourceName(reader)
    while (!take(reader, 'E')) expression(reader)
    return
  }
  const fold = /^f([lrLR])/.exec(reader.text.slice(reader.at, reader.at + 2))?.[1]
  if (fold !== undefined) reader.at += 2
  const code = letters(reader, 2)
  const known = operators[code]
  if (known === undefined) throw notMangled
  if ((code === 'pp' || code === 'mm') && take(reader, '_')) expression(reader)
  else {
    const count = fold === undefined ? known[1] : /[LR]/.test(fold) ? 2 : 1
    for (let left = count; left > 0; left--) expression(reader)
  }
}

function unresolved(reader: ItaniumReader): string {
  if (take(reader, 'on')) {
    const code = letters(reader, 2)
    if (code === 'cv') reader.grammar.typeOf(reader)
    else if (operators[code] === undefined) throw notMangled
    if (peek(reader) === 'I') reader.grammar.templateArguments(reader)
    return code
  }
  if (take(reader, 'dn')) {
    if (isDigit(peek(reader))) return simpleId(reader)
    return textOf(reader.grammar.typeOf(reader))
  }
  return isDigit(peek(reader)) ? simpleId(reader) : reader.grammar.nameOf(reader).text
}

function simpleId(reader: ItaniumReader): string {
  const name = sourceName(reader)
  if (peek(reader) === 'I') reader.grammar.templateArguments(reader)
  return name
}
