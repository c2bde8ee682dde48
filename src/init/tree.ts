import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { git, type Repository } from '../checkout/git/git.ts'
import type { Tree } from '../runtimes/onboarding/onboarding.ts'

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

const foreign = /(^|\/)(node_modules|vendor|testdata|examples?|fixtures|third_party|dist|build)\//

/** Folders, '' for the root, that hold a file of one of these names and are the project's own. */
export function foldersWith(tree: Tree, names: readonly string[]): readonly string[] {
  const own = tree.files.filter((file) => names.includes(posix.basename(file)) && !foreign.test(file))
  return [...new Set(own.map((file) => posix.dirname(file)))].map((folder) => (folder === '.' ? '' : folder))
}

/** The part of the tree below `folder` that belongs to it, and not to one of the `others` inside; paths relative to it. */
export function subtree(tree: Tree, folder: string, others: readonly string[]): Tree {
  const prefix = folder === '' ? '' : `${folder}/`
  const inner = others.filter((other) => other !== folder && other.startsWith(prefix)).map((o) => `${o}/`)
  const files = tree.files.filter(
    (file) =>
      file.startsWith(prefix) && !foreign.test(file) && !inner.some((other) => file.startsWith(other)),
  )
  return {
    files: files.map((file) => file.slice(prefix.length)),
    read: (file) => tree.read(`${prefix}${file}`),
  }
}
