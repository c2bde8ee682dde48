import { posix } from 'node:path'
import type { Tree } from './onboarding.ts'

/** The folder of a file, or the one above a folder: '' for the root of the repository. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path)
  return folder === '.' ? '' : folder
}

/** The folders above one, from the nearest to the root of the repository, ''. */
export const foldersAbove = (folder: string): readonly string[] =>
  folder === '' ? [] : [folderOf(folder), ...foldersAbove(folderOf(folder))]

/**
 * The part of the tree below `folder` that belongs to it, and not to one of the `others` inside; paths
 * relative to it.
 */
export function subtree(tree: Tree, folder: string, others: readonly string[] = []): Tree {
  const prefix = folder === '' ? '' : `${folder}/`
  const inner = others.filter((other) => other !== folder && other.startsWith(prefix)).map((o) => `${o}/`)
  const files = tree.files.filter(
    (file) => file.startsWith(prefix) && !inner.some((other) => file.startsWith(other)),
  )
  return {
    files: files.map((file) => file.slice(prefix.length)),
    read: (file) => tree.read(`${prefix}${file}`),
  }
}
