import { isDigit, letters, notMangled } from '../reader.ts'
import { type ItaniumReader, type Name, plainName, sourceName, textOf } from './reader.ts'

/** Operators by their code, with how many operands they have in an expression. */
export const operators: Readonly<Record<string, readonly [sign: string, operands: number]>> = {
  ...{ aN: ['&=', 2], aS: ['=', 2], aa: ['&&', 2], ad: ['&', 1], an: ['&', 2], aw: ['co_await ', 1] },
  ...{ cl: ['()', 2], cm: [',', 2], co: ['~', 1], dV: ['/=', 2], da: ['delete[] ', 1], de: ['*', 1] },
  ...{ dl: ['delete ', 1], ds: ['.*', 2], dv: ['/', 2], eO: ['^=', 2], eo: ['^', 2], eq: ['==', 2] },
  ...{
    ge: ['>=', 2],
    gt: ['>', 2],
    ix: ['[]', 2],
    lS: ['<<=', 2],
    le: ['<=', 2],
    ls: ['<<', 2],
    lt: ['<', 2],
  },
  ...{ mI: ['-=', 2], mL: ['*=', 2], mi: ['-', 2], ml: ['*', 2], mm: ['--', 1], na: ['new[]', 3] },
  ...{ ne: ['!=', 2], ng: ['-', 1], nt: ['!', 1], nw: ['new', 3], nx: ['noexcept', 1], oR: ['|=', 2] },
  ...{ oo: ['||', 2], or: ['|', 2], pL: ['+=', 2], pl: ['+', 2], pm: ['->*', 2], pp: ['++', 1] },
  ...{
    ps: ['+', 1],
    pt: ['->', 2],
    qu: ['?', 3],
    rM: ['%=', 2],
    rS: ['>>=', 2],
    rm: ['%', 2],
    rs: ['>>', 2],
  },
  ...{ ss: ['<=>', 2], sz: ['sizeof ', 1], az: ['alignof ', 1], te: ['typeid ', 1], tw: ['throw ', 1] },
}

export function operatorName(reader: ItaniumReader): Name {
  const code = letters(reader, 2)
  if (code === 'cv')
    return { ...plainName(`operator ${textOf(reader.grammar.typeOf(reader))}`), isPlain: true }
  if (code === 'li') return plainName(`operator"" ${sourceName(reader)}`)
  if (code[0] === 'v' && isDigit(code[1] ?? '')) return plainName(`operator ${sourceName(reader)}`)
  const known = operators[code]
  if (known === undefined) throw notMangled
  const sign = known[0].trimEnd()
  return plainName(`operator${/^[a-z]/.test(sign) ? ' ' : ''}${sign}`)
}
