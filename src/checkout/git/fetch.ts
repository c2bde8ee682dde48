import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InconclusiveError, UserError } from '../../errors.ts'
import { askGit, fetchRemedy, git, type Repository } from './git.ts'

const remote = 'origin'

/** Nothing but the objects asked for: no tag, no remote branch, no FETCH_HEAD of the user's is written. */
const quietFetch = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--refmap=',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance', // biome-ignore format: one command
] as const

/**
 * As `git`, but what fails is origin's or the network's doing: it says nothing about the pull request,
 * nor about the configuration.
 */
async function askOrigin(repository: Repository, args: readonly string[]): Promise<string> {
  return await git(repository, args).catch((cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause
    throw new InconclusiveError('fetch-failed', cause.message, fetchRemedy, { cause })
  })
}

export async function hasRemote(repository: Repository): Promise<boolean> {
  return (await askGit(repository, ['config', '--get', `remote.${remote}.url`])) !== null
}

async function isShallow(repository: Repository): Promise<boolean> {
  return (await git(repository, ['rev-parse', '--is-shallow-repository'])) === 'true'
}

/**
 * Where origin's refs stand now, by full name; names that are not there are absent.
 * Patterns as of `git ls-remote`.
 */
export async function lookUpRemote(
  repository: Repository,
  patterns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const listed = await askOrigin(repository, ['ls-remote', '--quiet', remote, ...patterns])
  const rows = listed.split('\n').filter((line) => line !== '')
  return new Map(rows.map((row) => row.split('\t')).map(([sha = '', name = '']) => [name, sha]))
}

/** Brings one commit here if it is not: in a shallow clone without its history. */
export async function fetchCommit(repository: Repository, sha: string): Promise<void> {
  if ((await askGit(repository, ['cat-file', '-e', `${sha}^{commit}`], [1, 128])) !== null) return
  // A depth given in a full clone would make it a shallow one.
  const depth = (await isShallow(repository)) ? ['--depth=1'] : []
  await askOrigin(repository, [...quietFetch, ...depth, remote, sha])
}

/** Brings `commits` more of every history that ends at `ends` here, and never less than there was. */
export async function deepen(
  repository: Repository,
  ends: ReadonlySet<string>,
  commits: number | 'all',
): Promise<void> {
  const depth = commits === 'all' ? '--unshallow' : `--deepen=${commits}`
  await askOrigin(repository, [...quietFetch, depth, remote, ...ends])
}

/** The commits at which a shallow clone ends: their parents are not here. */
export async function shallowEnds(repository: Repository): Promise<ReadonlySet<string>> {
  if (!(await isShallow(repository))) return new Set()
  const path = await git(repository, ['rev-parse', '--git-path', 'shallow'])
  const text = await readFile(resolve(repository.root, path), 'utf8')
  return new Set(text.split('\n').filter((line) => line !== ''))
}
