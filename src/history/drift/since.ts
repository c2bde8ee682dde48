import { resolveCommit } from '../../checkout/commits/resolve.ts'
import { shallowEnds } from '../../checkout/git/fetch.ts'
import { git, type Repository } from '../../checkout/git/git.ts'
import type { DriftBudget } from '../../configure/values/drift.ts'
import { commitTime } from '../commit-time.ts'
import { type Anchor, amongCommits, asOldAs, daysBefore } from './judge-drift.ts'

/**
 * From which record on drift counts: the newest of a commit that `since` holds, or of one as old as so many
 * days. Throws UserError for a revision that is nowhere.
 */
export async function anchorOf(repository: Repository, { since }: DriftBudget, now: Date): Promise<Anchor> {
  if (since.kind === 'days') return daysBefore(since.days, now)
  const sha = await resolveCommit(repository, since.revision)
  // A shallow clone does not know what a commit holds; of one branch the time tells it.
  if ((await shallowEnds(repository)).size > 0) return asOldAs(await commitTime(repository, sha))
  return amongCommits(new Set((await git(repository, ['rev-list', sha])).split('\n')))
}
