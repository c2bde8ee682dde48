import type { GitHub } from '../octokit.ts'
import { keepSection } from './keep-section.ts'
import { marker } from './key.ts'
import { type CommentPlace, create, findOwn, removeAll, update } from './own-comments.ts'
import type { CommentOutcome, CommentRequest } from './request.ts'

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
