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
  const { format, holders } = parsed(await readFile(path, 'utf8'))
  if (format !== 'leakdiff-python-holders' || !Array.isArray(holders)) throw broken()
  return holders.map((row) => {
    const [chain, share, bytes] = Array.isArray(row) ? (row as readonly unknown[]) : []
    if (typeof chain !== 'string' || typeof share !== 'number' || typeof bytes !== 'number') throw broken()
    return { path: chain, bytes, share }
  })
}

function parsed(text: string): { readonly format?: unknown; readonly holders?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { readonly format?: unknown; readonly holders?: unknown }
  } catch {
    throw broken()
  }
}

const broken = (): FormatError =>
  new FormatError('broken', 'What Python’s probe tells of holders is damaged.', 'Run it again.')
