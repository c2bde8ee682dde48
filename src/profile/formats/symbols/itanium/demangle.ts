import { letters, notMangled, peek, type Work } from '../reader.ts'
import { expression } from './expression.ts'
import { type Detail, encodingName, nameOf } from './name.ts'
import { callOffset, compactNumber, type ItaniumReader, itaniumReader, sequenceId, textOf } from './reader.ts'
import { templateArguments } from './template.ts'
import { typeOf, typesOf } from './type.ts'

const grammar = { nameOf, encodingName, typeOf, typesOf, templateArguments, expression }

/**
 * The name of a C++ symbol (https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling) without parameters
 * and template arguments, as `pprof -top` prints it: `_ZN3foo3bazILi3EEEvv` is `foo::baz`.
 * Throws `notMangled`.
 */
function demangleItanium(symbol: string, work: Work): string {
  const reader = itaniumReader(symbol, 2, work, grammar)
  const name = encoding(reader)
  const rest = symbol.slice(reader.at)
  // What compilers add for copies of a function: `.cold`, `.part.0`, `.constprop.1`.
  if (rest !== '' && !/^(?:\.[a-zA-Z_][\w.]*|\.\d+)+$|^@/.test(rest)) throw notMangled
  return name
}

function encoding(reader: ItaniumReader, detail: Detail = 'name'): string {
  return specialName(reader) ?? encodingName(reader, detail)
}

const ofType: Readonly<Record<string, string>> = {
  ...{ TV: 'vtable for ', TT: 'VTT for ', TI: 'typeinfo for ', TS: 'typeinfo name for ' },
}
const ofEncoding: Readonly<Record<string, readonly [number, string]>> = {
  Th: [1, 'non-virtual thunk to '],
  Tv: [1, 'virtual thunk to '],
  Tc: [2, 'covariant return thunk to '],
  GA: [0, 'hidden alias for '],
}
const ofName: Readonly<Record<string, string>> = {
  ...{ TH: 'TLS init function for ', TW: 'TLS wrapper function for ', GV: 'guard variable for ' },
  GR: 'reference temporary for ',
}

function specialName(reader: ItaniumReader): string | null {
  const code = peek(reader) + peek(reader, 1)
  if (!/^[TG][A-Za-z]$/.test(code)) return null
  reader.at += 2
  if (ofType[code] !== undefined) return `${ofType[code]}${textOf(typeOf(reader))}`
  const name = ofName[code]
  if (name !== undefined) {
    const text = nameOf(reader).text
    if (code === 'GR' && reader.at < reader.text.length) sequenceId(reader)
    return `${name}${text}`
  }
  if (code === 'TC') return constructionTable(reader)
  if (code === 'GT') return transaction(reader)
  const known = ofEncoding[code]
  if (known === undefined) throw notMangled
  if (code === 'Th' || code === 'Tv') reader.at--
  for (let left = known[0]; left > 0; left--) callOffset(reader)
  return `${known[1]}${encoding(reader, 'signature')}`
}

function constructionTable(reader: ItaniumReader): string {
  const derived = textOf(typeOf(reader))
  compactNumber(reader)
  return `construction vtable for ${textOf(typeOf(reader))}-in-${derived}`
}

function transaction(reader: ItaniumReader): string {
  const kind = letters(reader, 1) === 'n' ? 'non-transaction' : 'transaction'
  return `${kind} clone for ${encoding(reader, 'signature')}`
}

/** `___Z…_block_invoke` of clang, `_GLOBAL__sub_I_…` and plain `_Z…`; null for what is no such symbol. */
export function demangleCpp(symbol: string, work: Work): string | null {
  if (symbol.startsWith('_Z')) return demangleItanium(symbol, work)
  const block = /^__(_Z.*)_block_invoke(?:_?\d+)?(?:\..*)?$/.exec(symbol)?.[1]
  if (block !== undefined) return `invocation function for block in ${demangleItanium(block, work)}`
  const global = /^_GLOBAL_[._$]([ID])_(.*)$/.exec(symbol)
  if (global === null) return null
  const [, kind, key = ''] = global
  const what = kind === 'I' ? 'constructors' : 'destructors'
  return `global ${what} keyed to ${key.startsWith('_Z') ? demangleItanium(key, work) : key}`
}
