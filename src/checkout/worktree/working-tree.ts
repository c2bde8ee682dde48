import { copyFile, stat, utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { commitTree } from '../git/commit-tree.ts'
import { git, type Repository } from '../git/git.ts'
import { closeFolder, openFolder } from './folder.ts'

/**
 * A commit of the working tree as it stands: tracked and untracked files, without ignored ones.
 * It is made with an index of our own, so that no ref, index or stash of the user's is touched; HEAD itself
 * when nothing differs from it.
 */
export async function workingTreeCommit(repository: Repository): Promise<string> {
  const folder = await openFolder()
  try {
    const index = { GIT_INDEX_FILE: join(folder, 'index') }
    await copyIndex(repository, index.GIT_INDEX_FILE)
    await git(repository, ['add', '--all'], index)
    const tree = await git(repository, ['write-tree'], index)
    return await commitOf(repository, tree)
  } finally {
    await closeFolder(folder)
  }
}

/** A copy keeps what git knows of unchanged files, so that only changed ones are read. */
async function copyIndex(repository: Repository, copy: string): Promise<void> {
  const original = resolve(repository.root, await git(repository, ['rev-parse', '--git-path', 'index']))
  const times = await stat(original).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (times === null) return
  await copyFile(original, copy)
  // Git rereads files that were changed in the second in which the index was written:
  // a copy with a later time would hide them.
  const seconds = Math.floor(times.mtimeMs / 1000)
  await utimes(copy, seconds, seconds)
}

async function commitOf(repository: Repository, tree: string): Promise<string> {
  const [head = '', headTree = ''] = (await git(repository, ['rev-parse', 'HEAD', 'HEAD^{tree}'])).split('\n')
  if (tree === headTree) return head
  const commit = await git(repository, ['cat-file', 'commit', head])
  // "committer Ann <ann@example.org> 1530000000 +0200"
  const [, seconds = '0', zone = '+0000'] = /^committer .* (\d+) ([+-]\d{4})$/m.exec(commit) ?? []
  // Author and date are fixed: the same files on the same commit are the same commit again.
  const date = `@${seconds} ${zone}`
  return await commitTree(repository, { tree, parent: head, message: 'Working tree', date })
}
