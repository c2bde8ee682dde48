import { posix } from 'node:path'
import type { Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'

export interface SourceFile {
  readonly file: string
  /** Without comments. */
  readonly text: string
}

/** Another module of the repository, of which this one is made as well. */
export interface Sibling {
  readonly module: string
  /** From the root of the repository. */
  readonly folder: string
  /** The same, from the folder of this module. */
  readonly within: string
  readonly sources: readonly SourceFile[]
}

/** A main package, with all that it is built of in its own module. */
export interface Program {
  /** Relative to the module, `.` for its root. */
  readonly folder: string
  /** Its own files first. */
  readonly sources: readonly SourceFile[]
}

/** The Go files of a module, tests aside. */
export function sourcesOf(tree: Tree): readonly SourceFile[] {
  const files = tree.files.filter((file) => /(?<!_test)\.go$/.test(file))
  return files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
}

/** Every main package of the module, the outermost first; `others` are modules of the same repository. */
export function programsOf(
  tree: Tree,
  sources: readonly SourceFile[],
  others: readonly Sibling[] = [],
): readonly Program[] {
  const own = packagesOf(moduleIn(tree), sources)
  const all = new Map([
    ...others.flatMap((other) => [...packagesOf(other.module, other.sources, other.within)]),
    ...own,
  ])
  const mains = [...own.values()].filter((files) => files.some(isMain))
  const folders = mains.map(([first]) => posix.dirname(first?.file ?? ''))
  return folders
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .map((folder) => ({ folder, sources: closure(pathOf(moduleIn(tree), folder), all) }))
}

/** The path by which a module is imported. */
export const moduleIn = (tree: Tree): string =>
  /^module\s+"?([^\s"]+)/m.exec(tree.read('go.mod') ?? '')?.[1] ?? ''

const pathOf = (module: string, folder: string): string => (folder === '.' ? module : `${module}/${folder}`)

/** Files by the path of their package. `within`: what stands before the paths of their files. */
function packagesOf(
  module: string,
  sources: readonly SourceFile[],
  within = '',
): ReadonlyMap<string, readonly SourceFile[]> {
  const found = new Map<string, SourceFile[]>()
  for (const source of sources) {
    const path = pathOf(module, posix.dirname(source.file))
    found.set(path, [...(found.get(path) ?? []), { ...source, file: posix.join(within, source.file) }])
  }
  return found
}

const isMain = ({ text }: SourceFile): boolean =>
  /^package main\b/m.test(text) && /^func main\(\)/m.test(text)

const depth = (folder: string): number => (folder === '.' ? 0 : folder.split('/').length)

/** A package and those that it imports, directly or not, of all that are known. */
function closure(start: string, packages: ReadonlyMap<string, readonly SourceFile[]>): readonly SourceFile[] {
  const reached = new Set([start])
  // A set that grows is walked to its end.
  for (const one of reached)
    for (const { text } of packages.get(one) ?? [])
      for (const path of importedBy(text)) if (packages.has(path)) reached.add(path)
  return [...reached].flatMap((path) => packages.get(path) ?? [])
}

/** The paths that a file imports. */
export const importedBy = (text: string): readonly string[] =>
  [...importsOf(text).matchAll(/"([^"\n]+)"/g)].map(([, path = '']) => path)

const importsOf = (text: string): string =>
  [...text.matchAll(/^import\s+(?:\(([^)]*)\)|(.*)$)/gm)].map(([, many, one]) => many ?? one ?? '').join('\n')
