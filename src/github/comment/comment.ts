import type { GitHub } from '../octokit.ts'
import { keepSection, type SectionPlace } from './keep-section.ts'
import { marker } from './key.ts'
import { type CommentPlace, create, findOwn, type Put, removeAll, update } from './own-comments.ts'

export interface CommentRequest {
  readonly key: string
  /** A leg of a matrix writes a section of the comment; null: all of it is this job's. */
  readonly section: SectionPlace | null
  /** Markdown without the marker. */
  readonly body: string
  /** standing: only a comment that is there already is kept up to date. */
  readonly when: 'always' | 'standing'
}

export type CommentOutcome =
  | (Put & {
      /** Why an extra comment could not be removed; null when there is none left. */
      readonly unremoved: unknown
    })
  /** There was none, and none was wanted. */
  | { readonly did: 'nothing' }

/**
 * Leaves exactly one comment per key on a pull request: created once, updated in place, extra ones of our own removed.
 * Throws Octokit's RequestError when GitHub refuses; `refusal` says it in words.
 */
export async function keepComment(
  github: GitHub,
  place: CommentPlace,
  request: CommentRequest,
): Promise<CommentOutcome> {
  const { key, section, when } = request
  if (section !== null) return await keepSection(github, place, { ...request, section })
  const body = `${marker(key)}\n${request.body}`
  const [standing, ...extra] = await findOwn(github, place, key)
  if (!standing && when === 'standing') return { did: 'nothing' }
  const put = standing ? await update(github, place, standing, body) : await create(github, place, key, body)
  return { ...put, unremoved: await removeAll(github, place, extra) }
}
