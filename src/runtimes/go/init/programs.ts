import { posix } from 'node:path'
import type { Tree } from '../../onboarding/onboarding.ts'
import { withoutComments } from '../../onboarding/source-text.ts'

export interface SourceFile {
  readonly file: string
  /** Without comments. */
  readonly text: string
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

/** Every main package of the module, the outermost first. */
export function programsOf(tree: Tree, sources: readonly SourceFile[]): readonly Program[] {
  const module = /^module\s+"?([^\s"]+)/m.exec(tree.read('go.mod') ?? '')?.[1] ?? ''
  const folders = [...new Set(sources.map(({ file }) => posix.dirname(file)))]
  const packages = new Map(
    folders.map((folder) => [folder, sources.filter(({ file }) => posix.dirname(file) === folder)] as const),
  )
  const mains = [...packages].filter(([, files]) => files.some(isMain)).map(([folder]) => folder)
  return mains
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .map((folder) => ({
      folder,
      sources: closure(folder, module, packages),
    }))
}

const isMain = ({ text }: SourceFile): boolean =>
  /^package main\b/m.test(text) && /^func main\(\)/m.test(text)

const depth = (folder: string): number => (folder === '.' ? 0 : folder.split('/').length)

/** A package and those of its module that it imports, directly or not. */
function closure(
  start: string,
  module: string,
  packages: ReadonlyMap<string, readonly SourceFile[]>,
): readonly SourceFile[] {
  const reached = new Set([start])
  // A set that grows is walked to its end.
  for (const folder of reached)
    for (const { text } of packages.get(folder) ?? [])
      for (const [, path = ''] of importsOf(text).matchAll(/"([^"\n]+)"/g)) {
        const inside =
          path === module ? '.' : path.startsWith(`${module}/`) ? path.slice(module.length + 1) : null
        if (inside !== null) reached.add(inside)
      }
  return [...reached].flatMap((folder) => packages.get(folder) ?? [])
}

const importsOf = (text: string): string =>
  [...text.matchAll(/^import\s+(?:\(([^)]*)\)|(.*)$)/gm)].map(([, many, one]) => many ?? one ?? '').join('\n')
