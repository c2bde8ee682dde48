import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { git, type Repository } from '../../checkout/git/git.ts'
import type { Onboarding, Tree } from '../../runtimes/onboarding/onboarding.ts'

/** The files of a repository that a revision will hold: tracked and new ones, without ignored ones. */
export async function treeOf(repository: Repository): Promise<Tree> {
  const listed = await git(repository, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  const files = [...new Set(listed.split('\0'))].filter((file) => file !== '').sort()
  return { files, read: (file) => textOf(join(repository.root, file)) }
}

// Generated bundles tell nothing of how a program is laid out, and take long to look through.
const longest = 500_000

function textOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() && stats.size <= longest ? readFileSync(path, 'utf8') : null
}

const examples = ['example', 'examples', 'fixtures', 'third_party']

/**
 * The part of the tree that is the project's own: no examples, and nothing in folders of a foreign name,
 * where that is not the name of a package.
 */
export function ownTree(tree: Tree, known: readonly Pick<Onboarding, 'foreign' | 'packages'>[]): Tree {
  const left = new Set([...examples, ...known.flatMap(({ foreign }) => foreign)])
  const told = (file: string) =>
    known.map(({ packages }) => packages?.exec(file)?.[0]).find((start) => start !== undefined) ??
    posix.dirname(file)
  const isOwn = (file: string) =>
    !told(file)
      .split('/')
      .some((folder) => left.has(folder))
  return { ...tree, files: tree.files.filter(isOwn) }
}

/** Folders, '' for the root, that a manifest makes a project, or a program that stands in none. */
export function foldersWith(
  tree: Tree,
  { manifests, standalone = [] }: Pick<Onboarding, 'manifests' | 'standalone'>,
): readonly string[] {
  const projects = holding(tree, manifests)
  const alone = holding(tree, standalone).filter((folder) => !projects.some((other) => isIn(folder, other)))
  return [...projects, ...alone]
}

function holding(tree: Tree, names: readonly string[]): readonly string[] {
  const folders = tree.files.flatMap((file) => {
    const name = names.find((one) => `/${file}`.endsWith(`/${one}`))
    return name === undefined ? [] : [file.slice(0, -name.length).replace(/\/$/, '')]
  })
  return [...new Set(folders)]
}

const isIn = (folder: string, other: string): boolean =>
  other === '' || folder === other || folder.startsWith(`${other}/`)
