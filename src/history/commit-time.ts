import { git, type Repository } from '../checkout/git/git.ts'

/** When a commit was made; ISO 8601, UTC. */
export async function commitTime(repository: Repository, sha: string): Promise<string> {
  const seconds = await git(repository, ['show', '--no-patch', '--format=%ct', sha])
  return new Date(Number(seconds) * 1000).toISOString()
}
