import { basename } from 'node:path'
import { askGit, type Repository } from './git.ts'

/** A repository on a forge, as its address names it. */
export interface Remote {
  readonly host: string
  readonly owner: string
  readonly repo: string
}

/** null: it is no address of the form HOST/OWNER/REPO, by https or ssh. */
export function remoteOf(address: string | null): Remote | null {
  const [, host, owner, repo] =
    /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([\w.-]+)[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      address ?? '',
    ) ?? []
  return host === undefined || owner === undefined || repo === undefined ? null : { host, owner, repo }
}

/** What a repository is called, its page, and its default branch; null: nobody says. */
export interface Origin {
  readonly name: string
  readonly url: string | null
  readonly branch: string | null
}

/** Of the remote `origin`, as far as this clone knows; without one the folder's name. */
export async function originOf(repository: Repository): Promise<Origin> {
  const remote = remoteOf(await askGit(repository, ['config', '--get', 'remote.origin.url']))
  const head = await askGit(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  const branch = head?.trim().replace(/^origin\//, '') || null
  if (remote === null) return { name: basename(repository.root), url: null, branch }
  const { host, owner, repo } = remote
  return { name: `${owner}/${repo}`, url: `https://${host}/${owner}/${repo}`, branch }
}
