import { inTime } from '../in-time.ts'
import type { PullRequest } from '../job/event.ts'
import type { Job } from '../job/job.ts'
import type { Voice } from '../job/target.ts'
import { createGitHub } from '../octokit.ts'
import { keepComment, type SectionRequest } from './comment.ts'
import { refusal } from './refusal.ts'
import { turnLength } from './turn.ts'

export type TriedComment =
  | {
      readonly did: 'commented'
      readonly url: string | null
      /** Why an extra comment still stands; null when none does. */
      readonly but: string | null
      readonly isCrowded: boolean
    }
  /** `why` ends with a full stop and says what helps. */
  | { readonly did: 'refused'; readonly why: string }

export interface CommentAttempt extends Pick<SectionRequest, 'when'> {
  readonly job: Job
  readonly pullRequest: PullRequest
  readonly token: string
  readonly voice: Voice
  /** Markdown. */
  readonly body: string
  /** When to give up, as a time of Date.now; legs of a matrix have as long as two turns may take them. */
  readonly deadline: number
}

/** Leaves the comment if GitHub lets us, in time. Never throws for what GitHub answers. */
export async function tryComment(attempt: CommentAttempt): Promise<TriedComment> {
  const { job, pullRequest, token, voice, when } = attempt
  const { by, index, key, leg, legs, title } = voice
  const deadline = attempt.deadline + (legs > 1 ? 4 * legs * turnLength : 0)
  const place = { ...job.repository, number: pullRequest.number }
  const body = title === null ? attempt.body : `**\`${title.replaceAll('`', "'")}\`**\n\n${attempt.body}`
  try {
    const github = createGitHub(token, job.apiUrl, deadline)
    const keeping = keepComment(github, place, { key, own: { leg, by, body }, legs, index, when })
    const kept = await inTime(deadline - Date.now(), keeping)
    if (kept.did === 'nothing') return { did: 'commented', url: null, but: null, isCrowded: false }
    if (kept.did === 'lost')
      return { did: 'refused', why: 'other legs of the matrix wrote over this one, twice.' }
    const { isCrowded, unremoved, url } = kept
    const but = unremoved === null ? null : refusal(unremoved, pullRequest.fromFork)
    return { did: 'commented', url, but, isCrowded }
  } catch (error) {
    return { did: 'refused', why: refusal(error, pullRequest.fromFork) }
  }
}
