import { ConfigError, InconclusiveError } from '../../errors.ts'
import { fetchCommit, hasRemote, lookUpRemote } from '../git/fetch.ts'
import { askGit, git, type Repository } from '../git/git.ts'
import type { ChosenCommits, Commit } from '../revision.ts'
import { workingTreeCommit } from '../worktree/working-tree.ts'
import { firstParent, mergeBase, newestAncestor, parentsOf } from './ancestry.ts'
import { type Event, type Occasion, occasionOf } from './events.ts'
import { localCommit, resolveCommit } from './resolve.ts'

export interface CommitsRequest {
  readonly repository: Repository
  /** null: on a terminal. */
  readonly event: Event | null
  /** A revision that the user named; in its place nothing is chosen. */
  readonly base?: string | undefined
  /** A revision, or `.` for the working tree, which is what a terminal compares. */
  readonly head?: string | undefined
}

/**
 * Which commits are compared. Never the event's base.sha nor the tip of a branch:
 * they charge other people's merges to this pull request. Throws InconclusiveError when nothing can be
 * compared with, ConfigError for an event under which it must not run.
 */
export async function chooseCommits({
  repository,
  event,
  base,
  head,
}: CommitsRequest): Promise<ChosenCommits> {
  const occasion = event === null ? null : occasionOf(event)
  refuse(occasion)
  const newer = await chosenHead(repository, given(head) ?? (event === null ? '.' : 'HEAD'), head)
  const named = given(base)
  if (named !== undefined)
    return { base: { sha: await resolveCommit(repository, named), how: 'given' }, head: newer }
  // The commit of a working tree is known here alone: its ancestry is HEAD's.
  const from = newer.how === 'working-tree' ? await resolveCommit(repository, 'HEAD') : newer.sha
  const older = occasion === null ? localBase(repository, newer, from) : baseOf(repository, occasion, from)
  const chosen = await older
  return { base: chosen, head: { ...newer, ...mergedOf(occasion, chosen, newer) } }
}

/**
 * Lines are linked in the pull request's own commit: GitHub's merge is soon gone, and nobody sees its lines.
 */
const mergedOf = (occasion: Occasion | null, base: Commit, head: Commit): Pick<Commit, 'merged'> =>
  occasion?.kind === 'pull-request' && base.how === 'merge-parent' && head.how === 'head'
    ? { merged: occasion.headSha }
    : {}

const given = (revision: string | undefined) => (revision?.trim() ? revision.trim() : undefined)

function refuse(occasion: Occasion | null): void {
  if (occasion?.kind === 'refused') {
    throw new ConfigError(
      `leakdiff does not run on ${occasion.name}: ${occasion.why}`,
      'Use the event pull_request. Pull requests of forks are measured there as well; only the comment needs a second workflow.',
    )
  }
  if (occasion?.kind === 'deletion') {
    throw new InconclusiveError(
      'nothing-to-measure',
      `The push deleted ${occasion.ref}`,
      'There is nothing to do.',
    )
  }
}

async function chosenHead(
  repository: Repository,
  revision: string,
  asked: string | undefined,
): Promise<Commit> {
  if (revision === '.') return { sha: await workingTreeCommit(repository), how: 'working-tree' }
  return {
    sha: await resolveCommit(repository, revision),
    how: given(asked) === undefined ? 'head' : 'given',
  }
}

async function baseOf(repository: Repository, occasion: Occasion, head: string): Promise<Commit> {
  if (occasion.kind === 'pull-request') return await pullRequestBase(repository, occasion, head)
  if (occasion.kind === 'merge-group') return await fetched(repository, occasion.baseSha, 'merge-group')
  if (occasion.kind === 'push') return await pushBase(repository, occasion, head)
  if (occasion.kind === 'branch') return await branchBase(repository, occasion.defaultBranch, head)
  if (occasion.kind === 'tag') return await tagBase(repository, head, occasion.orParent)
  const name = occasion.kind === 'unknown' ? ` \`${occasion.name}\`` : ''
  throw new InconclusiveError('no-base', `The event${name} names no commit to compare with`, setBase)
}

async function branchBase(repository: Repository, defaultBranch: string, head: string): Promise<Commit> {
  const base = await mergeBaseWith(repository, head, defaultBranch)
  return base.sha === head ? await parentBase(repository, head) : base
}

type Of<K extends Occasion['kind']> = Extract<Occasion, { kind: K }>

async function pullRequestBase(
  repository: Repository,
  { headSha, target }: Of<'pull-request'>,
  head: string,
): Promise<Commit> {
  const [first, second, ...more] = head === headSha ? [] : await parentsOf(repository, head)
  if (first !== undefined && second === headSha && more.length === 0)
    return await fetched(repository, first, 'merge-parent')
  return await mergeBaseWith(repository, head, target)
}

async function pushBase(
  repository: Repository,
  { before, ref, defaultBranch }: Of<'push'>,
  head: string,
): Promise<Commit> {
  if (before !== null) return await fetched(repository, before, 'before')
  if (ref === `refs/heads/${defaultBranch}`) return await parentBase(repository, head)
  return await branchBase(repository, defaultBranch, head)
}

async function parentBase(repository: Repository, head: string): Promise<Commit> {
  const sha = await firstParent(repository, head)
  if (sha !== null) return { sha, how: 'first-parent' }
  throw new InconclusiveError(
    'no-base',
    `${short(head)} is the first commit: there is none to compare with`,
    setBase,
  )
}

const setBase = 'Set base: the commit, tag or branch to compare with.'
const short = (sha: string) => sha.slice(0, 7)

async function fetched(repository: Repository, sha: string, how: Commit['how']): Promise<Commit> {
  await fetchCommit(repository, sha)
  return { sha, how }
}

async function mergeBaseWith(repository: Repository, head: string, branch: string): Promise<Commit> {
  const name = `refs/heads/${branch}`
  const tip = (await lookUpRemote(repository, [name])).get(name)
  if (tip === undefined) throw new InconclusiveError('no-base', `origin has no branch ${branch}`, setBase)
  await fetchCommit(repository, tip)
  const sha = await mergeBase(repository, head, tip)
  if (sha !== null) return { sha, how: 'merge-base' }
  throw new InconclusiveError('no-base', `${short(head)} and ${branch} have no commit in common`, setBase)
}

async function tagBase(repository: Repository, head: string, orParent: boolean): Promise<Commit> {
  const here = tagged(
    await git(repository, ['for-each-ref', '--format=%(objectname) %(*objectname)', 'refs/tags']),
  )
  const there = (await hasRemote(repository))
    ? [...(await lookUpRemote(repository, ['refs/tags/*'])).values()]
    : []
  const tags = new Set([...here, ...there])
  const sha = tags.size === 0 ? null : await newestAncestor(repository, head, tags)
  if (sha !== null) return { sha, how: 'tag' }
  if (orParent) return await parentBase(repository, head)
  throw new InconclusiveError(
    'no-base',
    'This event names no commit to compare with, and no tag is an ancestor of it',
    setBase,
  )
}

const tagged = (rows: string): string[] => rows.split(/\s+/).filter((sha) => sha !== '')

/** On a terminal nothing is fetched: what the clone knows of origin is what the user sees. */
async function localBase(repository: Repository, head: Commit, from: string): Promise<Commit> {
  const tip = await originDefault(repository)
  const sha = tip === null ? null : await askGit(repository, ['merge-base', from, tip])
  const isWorkingTree = head.how === 'working-tree'
  if (sha !== null && (sha !== from || isWorkingTree)) return { sha, how: 'merge-base' }
  return isWorkingTree ? { sha: from, how: 'head' } : await parentBase(repository, from)
}

async function originDefault(repository: Repository): Promise<string | null> {
  for (const ref of ['origin/HEAD', 'origin/main', 'origin/master']) {
    const sha = await localCommit(repository, `refs/remotes/${ref}`)
    if (sha !== null) return sha
  }
  return null
}
