import { posix } from 'node:path'

/** The folders above one, from the nearest to the root of the repository, ''. */
export function foldersAbove(folder: string): readonly string[] {
  if (folder === '') return []
  const above = posix.dirname(folder) === '.' ? '' : posix.dirname(folder)
  return [above, ...foldersAbove(above)]
}
