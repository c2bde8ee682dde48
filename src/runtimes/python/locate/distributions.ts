import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An installed package: its name as PEP 503 normalizes it, and its version. */
export interface Distribution {
  readonly name: string
  readonly version: string | null
}

/** The one name of a package that is spelled in many ways (PEP 503). */
export const normalized = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

/**
 * Tells which distribution a file below a `site-packages` folder came with, by what the installer wrote down:
 * `RECORD` of a `.dist-info`, `top_level.txt` of an `.egg-info`. null for files that nobody lists.
 */
export function distributionsIn(folder: string): (path: string) => Distribution | null {
  const files = new Map<string, Distribution>()
  const tops = new Map<string, Distribution>()
  for (const entry of entriesOf(folder)) {
    const [, name = '', version = null] = /^(.+?)-([^-]+)(?:-[^-]+)?\.(?:dist|egg)-info$/.exec(entry) ?? []
    if (name === '') continue
    const distribution = { name: normalized(name), version }
    for (const path of recorded(join(folder, entry, 'RECORD'))) {
      files.set(path, distribution)
      const top = topOf(path)
      if (!tops.has(top)) tops.set(top, distribution)
    }
    for (const top of linesOf(join(folder, entry, 'top_level.txt')))
      if (!tops.has(top)) tops.set(top, distribution)
  }
  return (path) => files.get(path) ?? tops.get(topOf(path)) ?? null
}

/** The module of a path: `a/b.py`, `a.py` and `a.cpython-311-x86_64-linux-gnu.so` are of `a`. */
const topOf = (path: string): string => path.split('/')[0]?.replace(/\..*$/, '') ?? path

const recorded = (path: string): readonly string[] =>
  linesOf(path).flatMap((line) => /^"?([^",]+\.(?:py|so))"?,/.exec(line)?.[1] ?? [])

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean)
  } catch {
    return []
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
