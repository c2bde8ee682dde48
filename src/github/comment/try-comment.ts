import type { PullRequest } from '../job/event.ts'
import type { Job } from '../job/job.ts'
import { createGitHub } from '../octokit.ts'
import { within } from '../within.ts'
import { keepComment } from './comment.ts'
import { refusal } from './refusal.ts'
import type { CommentRequest } from './request.ts'

export type TriedComment =
  /** `but`: why an extra comment still stands; null when none does. */
  | { readonly did: 'commented'; readonly url: string | null; readonly but: string | null }
  /** `why` ends with a full stop and says what helps. */
  | { readonly did: 'refused'; readonly why: string }

export interface CommentAttempt extends CommentRequest {
  readonly job: Job
  readonly pullRequest: PullRequest
  readonly token: string
  /** When to give up, as a time of Date.now. */
  readonly deadline: number
}

/** Leaves the comment if GitHub lets us, in time. Never throws for what GitHub answers. */
export async function tryComment(attempt: CommentAttempt): Promise<TriedComment> {
  const { deadline, job, pullRequest, token } = attempt
  const place = { ...job.repository, number: pullRequest.number }
  try {
    const github = createGitHub(token, job.apiUrl, deadline)
    const outcome = await within(deadline - Date.now(), keepComment(github, place, attempt))
    if (outcome.did === 'nothing') return { did: 'commented', url: null, but: null }
    const { unremoved, url } = outcome
    const but = unremoved === null ? null : refusal(unremoved, pullRequest.fromFork)
    return { did: 'commented', url, but }
  } catch (error) {
    return { did: 'refused', why: refusal(error, pullRequest.fromFork) }
  }
}
