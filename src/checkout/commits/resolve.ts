import { nearest } from '../../configure/sources/nearest.ts'
import { UserError } from '../../errors.ts'
import { fetchCommit, hasRemote, lookUpRemote } from '../git/fetch.ts'
import { askGit, git, type Repository } from '../git/git.ts'

/**
 * The commit that a person named: a SHA, tag, branch or expression. What is not here is fetched from origin.
 * Throws UserError.
 */
export async function resolveCommit(repository: Repository, revision: string): Promise<string> {
  if (revision.startsWith('-') || revision.trim() === '') throw unknown(revision, [])
  const here = await localCommit(repository, revision)
  if (here !== null) return here
  if (await hasRemote(repository)) {
    const there = await remoteCommit(repository, revision)
    if (there !== null) return there
  }
  throw unknown(revision, await refsNear(repository, revision))
}

/** The commit that a revision names in this clone, or null. */
export async function localCommit(repository: Repository, revision: string): Promise<string | null> {
  return await askGit(repository, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], [1, 128])
}

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

async function remoteCommit(repository: Repository, revision: string): Promise<string | null> {
  if (fullSha.test(revision)) {
    await fetchCommit(repository, revision).catch((error: unknown) => {
      // Origin answered, and does not have it: the caller says so in our own words.
      if (!(error instanceof UserError && /not our ref|no such remote ref/.test(error.message))) throw error
    })
    return await localCommit(repository, revision)
  }
  const name = revision.replace(/^origin\//, '')
  if (/[\s~^:?*[\\]|\.\.|@\{/.test(name)) return null
  const found = await lookUpRemote(repository, [
    `refs/tags/${name}`,
    `refs/tags/${name}^{}`,
    `refs/heads/${name}`,
  ])
  // An annotated tag comes with the commit that it names, as ^{}.
  const sha =
    found.get(`refs/tags/${name}^{}`) ?? found.get(`refs/tags/${name}`) ?? found.get(`refs/heads/${name}`)
  if (sha === undefined) return null
  await fetchCommit(repository, sha)
  return await localCommit(repository, sha)
}

async function refsNear(repository: Repository, revision: string): Promise<readonly string[]> {
  const refs = await git(repository, [
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ])
  return nearest(revision, refs.split('\n'), 3)
}

function unknown(revision: string, near: readonly string[]): UserError {
  const hint = near.length === 0 ? '' : `; did you mean ${near.map((ref) => `\`${ref}\``).join(' or ')}?`
  return new UserError(
    `There is no commit \`${revision}\`${hint}`,
    'Give a commit, tag or branch of this repository or of its origin.',
  )
}
