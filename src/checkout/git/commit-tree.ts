import { git, type Repository } from './git.ts'

export interface CommitOfOurs {
  readonly tree: string
  /** null: it is the first of its kind. */
  readonly parent: string | null
  readonly message: string
  /** As git writes dates, `@1530000000 +0200`; now when left out. */
  readonly date?: string
}

/**
 * A commit that stands in no ref, and its name. No user of the repository is meant,
 * and a runner has no name of its own set up: the author is leakdiff, and nobody's key signs.
 * Throws what `git` throws.
 */
export function commitTree(repository: Repository, commit: CommitOfOurs): Promise<string> {
  const { date, message, parent, tree } = commit
  const by = (role: string) => ({
    [`GIT_${role}_NAME`]: 'leakdiff',
    [`GIT_${role}_EMAIL`]: 'leakdiff@localhost',
    ...(date === undefined ? {} : { [`GIT_${role}_DATE`]: date }),
  })
  const args = [
    'commit-tree',
    '--no-gpg-sign',
    tree,
    ...(parent === null ? [] : ['-p', parent]),
    '-m',
    message,
  ]
  return git(repository, args, { ...by('AUTHOR'), ...by('COMMITTER') })
}
