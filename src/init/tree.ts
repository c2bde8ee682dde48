import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { git, type Repository } from '../checkout/git/git.ts'

/** The files of a repository that a revision will hold: tracked and new ones, without ignored ones. */
export interface Tree {
  /** Relative to the root, with slashes, sorted. */
  readonly files: readonly string[]
  /** The text of a file; null when it is no readable text of a usual size. */
  readonly read: (file: string) => string | null
}

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

/** Folders, '' for the root, that hold a file of this name and are the project's own. */
export function foldersWith(tree: Tree, name: string): readonly string[] {
  return tree.files
    .filter((file) => (file === name || file.endsWith(`/${name}`)) && !foreign.test(file))
    .map((file) => file.slice(0, -name.length).replace(/\/$/, ''))
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
