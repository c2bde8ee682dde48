import { git, type Repository } from '../checkout/git/git.ts'
import type { State } from './state.ts'

export interface Question {
  readonly good: string
  readonly bad: string
  readonly firstParent: boolean
}

export type Next =
  /** `left` more may be it. */
  | { readonly kind: 'measure'; readonly sha: string; readonly left: number }
  | { readonly kind: 'found'; readonly sha: string }
  /** One of these, none of which could be decided but the last. */
  | { readonly kind: 'among'; readonly commits: readonly string[] }

/**
 * Which commit tells most, as git bisect itself chooses: the one with most commits on the smaller side,
 * merges and all (`git rev-list --bisect-all`).
 */
export async function nextOf(
  repository: Repository,
  { bad, firstParent, good }: Question,
  { known }: Pick<State, 'known'>,
): Promise<Next> {
  const newest = known.findLast(({ is }) => is === 'bad')?.sha ?? bad
  const goods = [good, ...known.filter(({ is }) => is === 'good').map(({ sha }) => sha)]
  const how = ['--bisect-all', ...(firstParent ? ['--first-parent'] : [])]
  const listed = await git(repository, ['rev-list', ...how, newest, '--not', ...goods])
  const commits = listed.split('\n').flatMap((row) => /^[0-9a-f]{40,64}/.exec(row)?.[0] ?? [])
  const undecided = new Set(known.filter(({ is }) => is === 'undecided').map(({ sha }) => sha))
  const sha = commits.find((commit) => commit !== newest && !undecided.has(commit))
  if (sha !== undefined) return { kind: 'measure', sha, left: commits.length }
  const open = commits.filter((commit) => commit !== newest)
  return open.length === 0 ? { kind: 'found', sha: newest } : { kind: 'among', commits: [...open, newest] }
}
