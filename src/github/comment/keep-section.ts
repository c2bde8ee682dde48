import type { GitHub } from '../octokit.ts'
import {
  type Comment,
  type CommentPlace,
  create,
  findOwn,
  type Put,
  removeAll,
  update,
} from './own-comments.ts'
import type { CommentOutcome, CommentRequest, SectionPlace } from './request.ts'
import { commentOf, inert, longestComment, type Section, sectionsOf } from './sections.ts'

/**
 * GitHub has no conditional write: a leg that has read the comment before ours was in it overwrites it. It writes at once after it has
 * read, so that a look after this time, in milliseconds, sees whether ours is still there.
 */
const untilOthersWrote = 3_000

/** As many as legs that all write at the same moment need, each look seeing one of them through. */
const mostWrites = 16

interface SectionRequest extends CommentRequest {
  readonly section: SectionPlace
}

/** Leaves our section in the one comment that all legs share, beside theirs, and looks again until it stays. Throws as `keepComment`. */
export async function keepSection(
  github: GitHub,
  place: CommentPlace,
  request: SectionRequest,
): Promise<CommentOutcome> {
  const { key, section, when } = request
  const { leg, run } = section
  const own: Section = { leg, run, body: inert(`**\`${leg}\`**\n\n${request.body}`) }
  let put: Put | null = null
  for (let writes = 0; writes < mostWrites; writes++) {
    const found = await findOwn(github, place, key)
    const [oldest, ...extra] = found
    if (!oldest && when === 'standing') return { did: 'nothing' }
    const standing = sectionsOf(oldest?.body ?? '')
    if (oldest && extra.length === 0 && standing.some((s) => stands(s, own)))
      return { ...(put ?? { did: 'left', url: oldest.html_url }), unremoved: null }
    const body = commentOf(key, merged(found, own, section.legs))
    if (body.length > longestComment) throw new Error(`the comment has no room left for ${own.leg}.`)
    const done = oldest ? await update(github, place, oldest, body) : await create(github, place, key, body)
    put ??= done
    const unremoved = await removeAll(github, place, extra)
    if (unremoved !== null) return { ...put, unremoved }
    await (section.pause ?? timer)(untilOthersWrote * (1 + writes * Math.random()))
  }
  throw new Error('other legs of the matrix kept writing over this one.')
}

/** Ours as it should be, or a newer run's: that of an older push has nothing to say any more. */
const stands = (section: Section, own: Section): boolean =>
  section.leg === own.leg && (section.run > own.run || (section.run === own.run && section.body === own.body))

/** Every leg's newest section, ours as it is now. Once all legs of this run have written, what older runs left goes. */
function merged(comments: readonly Comment[], own: Section, legs: number): readonly Section[] {
  const newest = new Map<string, Section>()
  for (const section of comments.flatMap((comment) => sectionsOf(comment.body ?? ''))) {
    const known = newest.get(section.leg)
    if (!known || section.run > known.run) newest.set(section.leg, section)
  }
  newest.set(own.leg, own)
  const sections = [...newest.values()]
  const current = sections.filter(({ run }) => run >= own.run)
  return current.length >= legs ? current : sections
}

const timer = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
