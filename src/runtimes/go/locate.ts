import { existsSync, realpathSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import type { Frame } from '../../profile/profile.ts'
import type { LocateContext, Location } from '../runtime.ts'
import { isStandard, longestPrefix, type Modules, readModules } from './modules.ts'
import { packageOf } from './site.ts'

/** Where a file of the standard library stands in it: Go is installed elsewhere on every machine. */
const standard = (path: string): Location => ({ origin: 'runtime', path })

/**
 * Whose code a frame is. Knows the paths that Go writes with `-trimpath` (`example.com/mod/a.go`,
 * `github.com/x/y@v1.2.3/b.go`, `net/http/server.go`) and without (absolute, in the revision, the module
 * cache or GOROOT), vendor folders and replaced modules.
 */
export async function locator(context: LocateContext): Promise<(frame: Frame) => Location> {
  const modules = await readModules(context.root, context.directory)
  const tree = treeOf(context, modules)
  const known = new Map<string, Location>()
  return (frame) => {
    const packagePath = packageOf(frame.function)
    const key = `${packagePath} ${frame.file}`
    const found = known.get(key) ?? locate(tree, packagePath, frame.file)
    known.set(key, found)
    return found
  }
}

interface Tree extends LocateContext {
  readonly modules: Modules
  /** Path relative to the revision's root, null for one outside. */
  readonly inside: (path: string) => string | null
}

function treeOf(context: LocateContext, modules: Modules): Tree {
  const roots = [...new Set([context.root, realpathSync(context.root)])]
  const inside = (path: string): string | null => {
    for (const root of roots) {
      const found = relative(root, path)
      if (found !== '' && found !== '..' && !found.startsWith(`..${sep}`)) return found
    }
    return null
  }
  return { ...context, modules, inside }
}

function locate(tree: Tree, packagePath: string, file: string): Location {
  if (file.startsWith('/')) return ofAbsolute(tree, packagePath, file)
  // `go build main.go` with -trimpath leaves nothing but `./main.go`.
  if (file.startsWith('./')) return project(tree, join(tree.directory, file))
  // Wrappers and cgo's files have no directory.
  if (!file.includes('/')) return ofPackage(tree, packagePath, file)
  return ofTrimmed(tree, packagePath, file)
}

function ofTrimmed(tree: Tree, packagePath: string, file: string): Location {
  const versioned = /^([^@]+)@([^/]+)\/(.+)$/.exec(file)
  if (versioned) {
    const [, path = '', version = '', rest = ''] = versioned
    return ofModule(tree, path, version, rest)
  }
  const own = longestPrefix(tree.modules.own.keys(), file)
  if (own !== null) return project(tree, join(tree.modules.own.get(own) ?? '', file.slice(own.length)))
  if (isStandard(file)) return standard(file)
  return vendoredOr(tree, file, { origin: 'dependency', package: packagePath, version: null, path: null })
}

function ofModule(tree: Tree, path: string, version: string, rest: string): Location {
  const replacement = tree.modules.replaced.get(`${path}@${version}`) ?? tree.modules.replaced.get(path)
  if (replacement?.kind === 'directory') {
    const inside = tree.inside(join(replacement.path, rest))
    return inside === null
      ? { origin: 'dependency', package: path, version: null, path: `${path}/${rest}` }
      : { origin: 'project', path: inside }
  }
  const taken = replacement ?? { package: path, version }
  return vendoredOr(tree, `${path}/${rest}`, {
    origin: 'dependency',
    package: taken.package,
    version: taken.version,
    path: `${path}@${version}/${rest}`,
  })
}

/** The vendored file in the revision, with its version, where there is one. */
function vendoredOr(tree: Tree, path: string, location: Location): Location {
  for (const home of tree.modules.vendors) {
    const file = join(home, 'vendor', path)
    const inside = existsSync(file) ? tree.inside(file) : null
    if (inside !== null) return ofVendored(tree, path, inside)
  }
  return location
}

function ofVendored(tree: Tree, path: string, inside: string): Location {
  const module = longestPrefix(tree.modules.vendored.keys(), path)
  const version = module === null ? null : (tree.modules.vendored.get(module) ?? null)
  return {
    origin: 'dependency',
    package: module ?? path.slice(0, path.lastIndexOf('/')),
    version,
    path: inside,
  }
}

function ofAbsolute(tree: Tree, packagePath: string, file: string): Location {
  const { goroot, modcache } = tree.modules
  if (goroot !== '' && file.startsWith(`${goroot}/`))
    return standard(file.slice(goroot.length + 1).replace(/^src\//, ''))
  const cached =
    modcache !== '' && file.startsWith(`${modcache}/`) ? file.slice(modcache.length + 1) : afterCache(file)
  const [, path, version, rest] = /^([^@]+)@([^/]+)\/(.+)$/.exec(cached ?? '') ?? []
  if (path && version && rest) return ofModule(tree, unescaped(path), unescaped(version), rest)
  const inside = tree.inside(file)
  if (inside !== null) {
    const vendored = /(?:^|\/)vendor\/(.+)$/.exec(inside)?.[1]
    return vendored === undefined ? { origin: 'project', path: inside } : ofVendored(tree, vendored, inside)
  }
  return ofElsewhere(tree, packagePath, file)
}

/** Built in a container, say: the folders are others, the packages are not. */
function ofElsewhere(tree: Tree, packagePath: string, file: string): Location {
  if (isStandard(packagePath) && longestPrefix(tree.modules.own.keys(), packagePath) === null)
    return standard(`${packagePath}/${basename(file)}`)
  if (packagePath !== 'main') return ofPackage(tree, packagePath, basename(file))
  const parts = file.split('/').slice(1)
  const tails = parts.map((_, index) => join(tree.directory, ...parts.slice(index)))
  return project(tree, tails.find((path) => existsSync(path)) ?? join(tree.directory, basename(file)))
}

const afterCache = (file: string): string | null => /\/pkg\/mod\/(.+)$/.exec(file)?.[1] ?? null

/** The module cache writes `!a` for `A`. */
const unescaped = (path: string): string =>
  path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())

function ofPackage(tree: Tree, packagePath: string, file: string): Location {
  if (packagePath === 'main') return project(tree, join(tree.directory, file))
  const path = `${packagePath}/${file}`
  const own = longestPrefix(tree.modules.own.keys(), packagePath)
  if (own !== null)
    return project(tree, join(tree.modules.own.get(own) ?? '', packagePath.slice(own.length), file))
  if (isStandard(packagePath)) return ofCompiler(file) ? { origin: 'runtime' } : standard(path)
  const module = longestPrefix(tree.modules.required.keys(), packagePath)
  const version = module === null ? null : (tree.modules.required.get(module) ?? null)
  const location = { origin: 'dependency', package: module ?? packagePath, version } as const
  return vendoredOr(tree, path, { ...location, path: ofCompiler(file) ? null : path })
}

/** `<autogenerated>` is no file. */
const ofCompiler = (file: string): boolean => file === '' || file.startsWith('<')

function project(tree: Tree, path: string): Location {
  return { origin: 'project', path: (tree.inside(path) ?? basename(path)).replaceAll(sep, '/') }
}
