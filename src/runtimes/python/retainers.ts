import { readFile } from 'node:fs/promises'
import { FormatError } from '../../errors.ts'
import type { ObjectGraph, Retainer } from '../runtime.ts'

/**
 * Who holds what was born since the mark, as the probe found it in the program:
 * the objects themselves never leave it.
 */
export const objectGraph: ObjectGraph = {
  is: (path) => path.endsWith('.holders.json'),
  retainers,
}

async function retainers(path: string): Promise<readonly Retainer[]> {
  const { finished, format, holders } = parsed(await readFile(path, 'utf8'))
  if (format !== 'leakdiff-python-holders' || !Array.isArray(holders)) throw broken()
  if (finished === false && holders.length === 0) throw tooLarge()
  return holders.map((row) => {
    const [chain, share, bytes] = Array.isArray(row) ? (row as readonly unknown[]) : []
    if (typeof chain !== 'string' || typeof share !== 'number' || typeof bytes !== 'number') throw broken()
    return { path: chain, bytes, share }
  })
}

interface File {
  readonly finished?: unknown
  readonly format?: unknown
  readonly holders?: unknown
}

function parsed(text: string): File {
  try {
    return (JSON.parse(text) ?? {}) as File
  } catch {
    throw broken()
  }
}

/** Limits of the probe's holders.py. */
const tooLarge = (): FormatError =>
  new FormatError(
    'not-supported',
    'the search through its objects ended after 40 s, or three million of them, and had met nothing that is new.',
    'Measure a program that holds less, if it matters who holds it.',
  )

const broken = (): FormatError =>
  new FormatError('broken', 'What Python’s probe tells of holders is damaged.', 'Run it again.')
