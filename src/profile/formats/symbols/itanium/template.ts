import { expect, part, startsWith, take } from '../reader.ts'
import { type Argument, type ItaniumReader, plainType, type Type } from './reader.ts'

/** `I <template-arg>+ E`. */
export function templateArguments(reader: ItaniumReader): readonly Argument[] {
  return part(reader, () => {
    expect(reader, 'I')
    const outer = reader.arguments
    const list = argumentsUntilEnd(reader)
    reader.arguments = outer
    return list
  })
}

function argumentsUntilEnd(reader: ItaniumReader): readonly Argument[] {
  const list: Argument[] = []
  while (!take(reader, 'E')) list.push(templateArgument(reader))
  return list
}

function templateArgument(reader: ItaniumReader): Argument {
  return part(reader, () => {
    if (take(reader, 'J')) return argumentsUntilEnd(reader).flat() as readonly Type[]
    if (take(reader, 'X')) {
      const text = reader.grammar.expression(reader)
      expect(reader, 'E')
      return plainType(text)
    }
    if (startsWith(reader, 'LZ')) {
      reader.at += 2
      const name = reader.grammar.encodingName(reader)
      expect(reader, 'E')
      return plainType(name)
    }
    return startsWith(reader, 'L')
      ? plainType(reader.grammar.expression(reader))
      : reader.grammar.typeOf(reader)
  })
}
