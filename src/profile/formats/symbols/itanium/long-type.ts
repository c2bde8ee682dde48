import { expect, isDigit, letters, notMangled, peek, take } from '../reader.ts'
import { type ItaniumReader, plainType, suffixed, type Type, textOf } from './reader.ts'

/** Types whose mangling begins with `D`. */
export function longType(reader: ItaniumReader): Type {
  switch (letters(reader, 1)) {
    case 'T':
    case 't': {
      const text = reader.grammar.expression(reader)
      expect(reader, 'E')
      return plainType(`decltype (${text})`)
    }
    case 'p':
      return expansion(reader)
    case 'v':
      expect(reader, '') // a vector: its size, then the type of its elements
      if (isDigit(peek(reader))) while (isDigit(peek(reader))) reader.at++
      else reader.grammar.expression(reader)
      expect(reader, '_')
      return suffixed(reader.grammar.typeOf(reader), ' __vector')
    case 'F':
      while (isDigit(peek(reader))) reader.at++
      take(reader, '_')
      return plainType('_Float')
    case 'o':
      return reader.grammar.typeOf(reader)
    case 'O':
      reader.grammar.expression(reader)
      expect(reader, 'E')
      return reader.grammar.typeOf(reader)
    case 'w':
      reader.grammar.typesOf(reader)
      return reader.grammar.typeOf(reader)
    case 'k':
    case 'K':
      return constrained(reader)
    default:
      throw notMangled
  }
}

/** `auto` with a concept before it. */
function constrained(reader: ItaniumReader): Type {
  return plainType(`${reader.grammar.nameOf(reader).text} auto`)
}

/** `Dp <type>`: the type once for each of the pack that is named in it. */
function expansion(reader: ItaniumReader): Type {
  const outer = { at: reader.packAt, size: reader.packSize }
  const start = reader.at
  const texts: string[] = []
  reader.packAt = 0
  reader.packSize = -1
  const first = reader.grammar.typeOf(reader)
  const size = reader.packSize
  if (size !== 0) texts.push(textOf(first))
  const [end, known] = [reader.at, reader.substitutions.length]
  for (let index = 1; index < Math.min(size, 64); index++) {
    reader.at = start
    reader.packAt = index
    texts.push(textOf(reader.grammar.typeOf(reader)))
    reader.substitutions.length = known
  }
  reader.at = end
  reader.packAt = outer.at
  reader.packSize = outer.size
  return plainType(size < 0 ? `${texts.join('')}...` : texts.join(', '))
}
