import type { CommentRequest } from './comment.ts'
import { keepComment } from './comment.ts'
import type { PullRequest } from './event.ts'
import type { Job } from './job.ts'
import { createGitHub, patience } from './octokit.ts'
import { refusal } from './refusal.ts'
import { within } from './within.ts'

export type TriedComment =
  | { readonly did: 'commented'; readonly url: string | null }
  /** `why` ends with a full stop and says what helps. */
  | { readonly did: 'refused'; readonly why: string }

export interface CommentAttempt extends CommentRequest {
  readonly job: Job
  readonly pullRequest: PullRequest
  readonly token: string
}

/** Leaves the comment if GitHub lets us, within `patience`. Never throws for what GitHub answers. */
export async function tryComment(attempt: CommentAttempt): Promise<TriedComment> {
  const { job, pullRequest, token } = attempt
  const place = { ...job.repository, number: pullRequest.number }
  try {
    const outcome = await within(patience, keepComment(createGitHub(token, job.apiUrl), place, attempt))
    return { did: 'commented', url: outcome.did === 'nothing' ? null : outcome.url }
  } catch (error) {
    return { did: 'refused', why: refusal(error, pullRequest.fromFork) }
  }
}
