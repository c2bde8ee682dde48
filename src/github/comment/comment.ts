import type { GitHub } from '../octokit.ts'
import { type Kept, keepSection, type SectionRequest } from './keep-section.ts'
import { type CommentPlace, commentsOf } from './own-comments.ts'
import { type Clock, clock as realClock } from './turn.ts'

export type { Kept, SectionRequest } from './keep-section.ts'

/**
 * Leaves exactly one comment per key on a pull request, with what we say in it.
 * Throws Octokit's RequestError when GitHub refuses; `refusal` says it in words.
 */
export const keepComment = (
  github: GitHub,
  place: CommentPlace,
  request: SectionRequest,
  clock: Clock = realClock,
): Promise<Kept> => keepSection(commentsOf(github, place, request.key, request.legs > 1), clock, request)
