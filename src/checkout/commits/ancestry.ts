import { deepen, fetchCommit, shallowEnds } from '../git/fetch.ts'
import { askGit, git, type Repository } from '../git/git.ts'

/** Growing, so that a short branch costs little and a long one few round trips. */
const steps = [20, 100, 500, 2500, 'all'] as const

/** The parents that a commit names, in order, whether they are here or not. */
export async function parentsOf(repository: Repository, sha: string): Promise<readonly string[]> {
  const commit = await git(repository, ['cat-file', 'commit', sha])
  const header = commit.split('\n\n', 1)[0] ?? ''
  return header
    .split('\n')
    .flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []))
}

/** The first parent, brought here if it is not; null for a root commit. */
export async function firstParent(repository: Repository, sha: string): Promise<string | null> {
  const [parent] = await parentsOf(repository, sha)
  if (parent !== undefined) await fetchCommit(repository, parent)
  return parent ?? null
}

/**
 * The best common ancestor of two commits, or null when their histories share nothing. A shallow clone is
 * deepened until it is certain.
 */
export async function mergeBase(repository: Repository, a: string, b: string): Promise<string | null> {
  for (const step of steps) {
    const found = await askGit(repository, ['merge-base', a, b])
    const ends = await shallowEnds(repository)
    if (ends.size === 0) return found
    if (found !== null && (await isCertain(repository, [a, b], found, ends))) return found
    await deepen(repository, ends, step)
  }
  return await askGit(repository, ['merge-base', a, b])
}

/** false while a history that ends on the way to `found` could hide a nearer one. */
async function isCertain(
  repository: Repository,
  tips: readonly string[],
  found: string,
  ends: ReadonlySet<string>,
): Promise<boolean> {
  const between = await git(repository, ['rev-list', ...tips, '--not', found])
  return !between.split('\n').some((sha) => ends.has(sha))
}

/**
 * The newest proper ancestor of `sha` among `candidates`, or null.
 * A shallow clone is deepened until there is one.
 */
export async function newestAncestor(
  repository: Repository,
  sha: string,
  candidates: ReadonlySet<string>,
): Promise<string | null> {
  for (const step of [...steps, null]) {
    const history = (await git(repository, ['rev-list', sha])).split('\n')
    const found = history.find((commit) => commit !== sha && candidates.has(commit))
    const ends = await shallowEnds(repository)
    if (found !== undefined || ends.size === 0 || step === null) return found ?? null
    await deepen(repository, ends, step)
  }
  return null
}
