import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { runGo } from './build/toolchain.ts'
import { withoutShapes } from './site.ts'

/** Where a module was taken from instead: a directory, or another module. */
type Replacement =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'module'; readonly package: string; readonly version: string | null }

/** The modules of one revision, as its go.mod, go.work and vendor/modules.txt files say. */
export interface Modules {
  /** From module path to absolute directory, of all modules inside the revision. */
  readonly own: ReadonlyMap<string, string>
  /** By `module` or `module@version`. */
  readonly replaced: ReadonlyMap<string, Replacement>
  /** Versions of modules by path, as go.mod files require them. */
  readonly required: ReadonlyMap<string, string>
  /** Versions of vendored modules by path. */
  readonly vendored: ReadonlyMap<string, string>
  /** Absolute directories with a `vendor` folder in use. */
  readonly vendors: readonly string[]
  readonly goroot: string
  readonly modcache: string
}

/**
 * Reads the module files at and below `root`; what cannot be read is left out,
 * and frames of it are then told by their names.
 */
export async function readModules(root: string, directory: string): Promise<Modules> {
  const own = new Map<string, string>()
  const replaced = new Map<string, Replacement>()
  const required = new Map<string, string>()
  const vendored = new Map<string, string>()
  const vendors: string[] = []
  const files = await modulesBelow(root)
  const homes = [...new Set([root, directory, ...files.map(dirname)])]
  for (const home of homes) {
    for (const line of await directives(join(home, 'go.mod'))) {
      const [verb, name, version] = line
      if (verb === 'module' && name) own.set(name, home)
      if (verb === 'require' && name && version) required.set(name, version)
      addReplacement(replaced, home, line)
    }
    for (const line of await directives(join(home, 'go.work'))) addReplacement(replaced, home, line)
    const listed = await readFile(join(home, 'vendor/modules.txt'), 'utf8').catch(() => null)
    if (listed === null) continue
    vendors.push(home)
    for (const [, path = '', version = ''] of listed.matchAll(/^# (\S+) (v\S+)/gm))
      vendored.set(path, version)
  }
  const [goroot = '', modcache = ''] = await places(directory)
  return { own, replaced, required, vendored, vendors, goroot, modcache }
}

/**
 * Paths of the go.mod files in `directory` and below,
 * but for folders that Go leaves out and installed packages.
 */
async function modulesBelow(directory: string, depth = 8): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const own = entries.some((e) => e.name === 'go.mod' && e.isFile()) ? [join(directory, 'go.mod')] : []
  if (depth === 0) return own
  const folders = entries.filter(
    (e) => e.isDirectory() && !/^[._]|^(?:vendor|node_modules|testdata)$/.test(e.name),
  )
  const below = await Promise.all(folders.map((e) => modulesBelow(join(directory, e.name), depth - 1)))
  return [...own, ...below.flat()]
}

// Frames are told by their names when Go is not there any more.
async function places(directory: string): Promise<readonly string[]> {
  const output = await runGo(directory, ['env', 'GOROOT', 'GOMODCACHE']).catch(() => '')
  return output.split('\n')
}

/**
 * The words of each line of a go.mod or go.work, those of a block with the block's name before;
 * none when there is no such file.
 */
async function directives(file: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  let block: string | null = null
  return text.split('\n').flatMap((line) => {
    const words = (line.replace(/\/\/.*$/, '').match(/"[^"]*"|`[^`]*`|\S+/g) ?? []).map((w) =>
      w.replace(/^["`]|["`]$/g, ''),
    )
    if (words.length === 0) return []
    if (words.at(-1) === '(') block = words[0] ?? null
    else if (words[0] === ')') block = null
    else return [block === null ? words : [block, ...words]]
    return []
  })
}

function addReplacement(replaced: Map<string, Replacement>, home: string, line: readonly string[]): void {
  const arrow = line.indexOf('=>')
  if (line[0] !== 'replace' || arrow < 0) return
  const key = line.slice(1, arrow).join('@')
  const [target = '', version = null] = line.slice(arrow + 1)
  const isPath = /^\.{0,2}\//.test(target)
  replaced.set(
    key,
    isPath
      ? { kind: 'directory', path: resolve(home, target) }
      : { kind: 'module', package: target, version },
  )
}

/** The longest of `paths` that is `path` or a folder above it; null without. */
export function longestPrefix(paths: Iterable<string>, path: string): string | null {
  let longest: string | null = null
  for (const candidate of paths) {
    const fits = path === candidate || path.startsWith(`${candidate}/`)
    if (fits && candidate.length > (longest?.length ?? -1)) longest = candidate
  }
  return longest
}

/** True for packages of the standard library, whose first element has no dot. */
export function isStandard(packagePath: string): boolean {
  const [first = ''] = withoutShapes(packagePath).split('/')
  return packagePath !== 'main' && !first.includes('.')
}
