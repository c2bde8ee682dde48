import { posix } from 'node:path'
import { folderOf, subtree } from '../../onboarding/folders.ts'
import type { Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { importedBy, moduleIn, type Sibling, sourcesOf } from './programs.ts'

/**
 * The modules of the repository that this one imports, tests included, directly or not:
 * by `go.work` or `replace`.
 */
export function siblingsOf(tree: Tree, { folder, repository }: Surroundings): readonly Sibling[] {
  const manifests = repository.files.filter(
    (file) => posix.basename(file) === 'go.mod' && !isForeign.test(file),
  )
  const folders = manifests.map(folderOf).filter((other) => other !== folder)
  if (folders.length === 0) return []
  const known = folders.map((other): Sibling => {
    const inner = subtree(repository, other, folders)
    const within = posix.relative(folder, other)
    return { module: moduleIn(inner), folder: other, within, sources: sourcesOf(inner) }
  })
  const reached = new Set<Sibling>()
  const walk = (texts: readonly string[]): void => {
    const imports = texts.flatMap(importedBy)
    for (const other of known)
      if (!reached.has(other) && imports.some((path) => isIn(path, other.module))) {
        reached.add(other)
        walk(other.sources.map(({ text }) => text))
      }
  }
  walk(tree.files.filter((file) => file.endsWith('.go')).map((file) => tree.read(file) ?? ''))
  return [...reached]
}

/** What else than its own folder a module is made of, from the root of the repository. */
export function sharedWith(siblings: readonly Sibling[], { repository }: Surroundings): readonly string[] {
  const settings = ['go.work', 'go.work.sum'].filter((file) => repository.files.includes(file))
  return siblings.length === 0
    ? []
    : [...siblings.map(({ folder }) => (folder === '' ? '.' : folder)), ...settings]
}

const isForeign = /(?:^|\/)(?:vendor|testdata|node_modules)\//

const isIn = (path: string, module: string): boolean =>
  module !== '' && (path === module || path.startsWith(`${module}/`))
