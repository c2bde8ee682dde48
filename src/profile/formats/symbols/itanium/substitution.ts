import { expect, notMangled, peek, take } from '../reader.ts'
import { type ItaniumReader, type Name, plainName, sequenceId, sourceName, textOf } from './reader.ts'

/** ABI tags: `f[abi:cxx11]`. */
export function withTags(reader: ItaniumReader, name: Name): Name {
  let { text } = name
  while (take(reader, 'B')) text = plainName(`${text}[abi:${sourceName(reader)}]`).text
  return { ...name, text }
}

const standard: Readonly<Record<string, readonly [short: string, last: string]>> = {
  a: ['std::allocator', 'allocator'],
  b: ['std::basic_string', 'basic_string'],
  s: ['std::string', 'basic_string'],
  i: ['std::istream', 'basic_istream'],
  o: ['std::ostream', 'basic_ostream'],
  d: ['std::iostream', 'basic_iostream'],
}

/** `St` is left to the callers. */
export function substitutedName(reader: ItaniumReader): Name {
  expect(reader, 'S')
  const known = standard[peek(reader)]
  if (known !== undefined) {
    reader.at++
    const [short, last] = known
    // Members of the abbreviations are members of the templates behind them.
    const isCalled = peek(reader) === 'C' || peek(reader) === 'D'
    return withTags(reader, plainName(isCalled ? `std::${last}` : short, last))
  }
  const found = reader.substitutions[sequenceId(reader)]
  if (found === undefined) throw notMangled
  return 'name' in found ? found.name : plainName(textOf(found.type))
}
