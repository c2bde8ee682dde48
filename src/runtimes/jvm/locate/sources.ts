import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders of builds, of tools and of other languages. */
const skipped = /^(?:\..*|target|build|out|bin|dist|node_modules|generated)$/
const deepest = 14

/**
 * Where the source of a class stands below `root`, with forward slashes; null where it is not of this source.
 * Files are named as their class in Java; in other languages a file of the package that declares it is found
 * by its text.
 */
export function sourcesIn(root: string): (className: string, file: string) => string | null {
  let files: ReadonlyMap<string, readonly string[]> | null = null
  const packages = new Map<string, string>()
  const packageOf = (path: string): string => {
    const known = packages.get(path)
    if (known !== undefined) return known
    const found = /^\s*package\s+([\w.]+)/m.exec(textOf(join(root, path)))?.[1] ?? ''
    packages.set(path, found)
    return found
  }
  return (className, file) => {
    files ??= filesBelow(root)
    const outermost = className.replace(/\$.*$/, '')
    const wanted = outermost.replace(/\.?[^.]*$/, '')
    const name = outermost.slice(wanted === '' ? 0 : wanted.length + 1)
    const bases = file === '' ? [name, name.replace(/Kt$/, '')] : [file.replace(/\.\w+$/, '')]
    const named = bases.flatMap((base) => files?.get(base) ?? []).find((path) => packageOf(path) === wanted)
    return named ?? declaring(files, wanted, name, root, packageOf)
  }
}

/** A class of Kotlin or Scala in a file with another name. */
function declaring(
  files: ReadonlyMap<string, readonly string[]>,
  wanted: string,
  name: string,
  root: string,
  packageOf: (path: string) => string,
): string | null {
  if (!/^\w+$/.test(name)) return null
  const declares = new RegExp(
    `\\b(?:class|object|interface|trait|record|enum)\\s+${name}\\b|@file:JvmName\\("${name}"\\)`,
  )
  for (const path of [...files.values()].flat())
    if (packageOf(path) === wanted && declares.test(textOf(join(root, path)))) return path
  return null
}

/** Paths of sources by their names without ending. */
function filesBelow(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const visit = (folder: string, depth: number): void => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const base = /^(.+)\.(?:java|kt|scala|groovy)$/.exec(entry.name)?.[1]
      if (entry.isDirectory()) {
        if (depth < deepest && !skipped.test(entry.name)) visit(path, depth + 1)
      } else if (base !== undefined) found.set(base, [...(found.get(base) ?? []), path])
    }
  }
  visit('', 0)
  return found
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
