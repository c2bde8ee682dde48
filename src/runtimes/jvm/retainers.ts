import { readFile } from 'node:fs/promises'
import { FormatError } from '../../errors.ts'
import type { ObjectGraph, Retainer } from '../runtime.ts'
import { endings, formats } from './live/files.ts'
import { brokenFile, rowsOf } from './parse.ts'

/** Who holds what was born since the mark, as two heap dumps told it, which are gone. */
export const objectGraph: ObjectGraph = {
  is: (path) => path.endsWith(endings.holders),
  ofAny: true,
  retainers: async (path) => rowsOf(await readFile(path), formats.holders).map(toRetainer),
}

function toRetainer(row: unknown): Retainer {
  const { tooLarge } = (row ?? {}) as { readonly tooLarge?: unknown }
  if (typeof tooLarge === 'string') throw notRead(tooLarge)
  const { bytes, classes, files, path, share, types } = (row ?? {}) as Partial<Retainer>
  if (typeof path !== 'string' || typeof share !== 'number' || typeof bytes !== 'number') throw brokenFile()
  return {
    path,
    bytes,
    share,
    ...(typeof files === 'number' && { files }),
    ...(typeof classes === 'number' && { classes }),
    ...(isShares(types) && { types }),
  }
}

const isShares = (types: unknown): types is Readonly<Record<string, number>> =>
  typeof types === 'object' &&
  types !== null &&
  Object.values(types).every((share) => typeof share === 'number')

const notRead = (what: string): FormatError =>
  new FormatError(
    'not-supported',
    `the JVM has ${what}, more than leakdiff looks through.`,
    'Give the program less to begin with, as a smaller cache or catalogue.',
  )
