import { askGit, type Repository } from './git.ts'

/** The text of a file as a commit has it, `path` from the root; null when it is not there. */
export async function fileAt(repository: Repository, sha: string, path: string): Promise<string | null> {
  return await askGit(repository, ['show', `${sha}:${path}`], [128])
}
