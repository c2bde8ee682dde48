import { basename } from 'node:path'
import type { Unreachable } from '../../runtime.ts'

const closing: Readonly<Record<string, string>> = {
  I: 'which has Python ignore PYTHONPATH',
  E: 'which has Python ignore PYTHONPATH',
  S: 'which has Python import no sitecustomize',
}

/** Options before the script that keep the probe out. */
export function unreachable(words: readonly string[]): Unreachable | null {
  const [program = '', ...rest] = words
  if (!/^python[\d.]*t?$/.test(basename(program))) return null
  for (const [index, word] of rest.entries()) {
    if (!/^-[A-Za-z]/.test(word)) return null
    const letter = /^-[bBdhiOPqRsuvx?]*([EIS])/.exec(word)?.[1]
    if (letter !== undefined)
      return {
        why: `it runs with -${letter}, ${closing[letter]}`,
        remedy: 'Start it without -I, -E and -S while it is measured.',
      }
    if (/^-[cm]/.test(word) || (/^-[WX]$/.test(word) && index === rest.length - 1)) return null
    if (/^-[WX]$/.test(word)) return unreachable([program, ...rest.slice(index + 2)])
  }
  return null
}
