import * as z from 'zod'
import { merged, standsIn } from './merge.ts'
import type { Comment, Comments, Put } from './own-comments.ts'
import { commentOf, compareRuns, inert, longestComment, type Section, sectionsOf } from './sections.ts'
import { type Clock, turnLength, untilTurn } from './turn.ts'

/** What this use of the action says, and where. */
export interface SectionRequest {
  readonly key: string
  readonly own: Section
  /** How many legs the matrix has; 1 without one. */
  readonly legs: number
  /** Which of them this is, from 0 on; null: nobody said. */
  readonly index: number | null
  /** standing: only a section that is there already is kept up to date. */
  readonly when: 'always' | 'standing'
}

export type Kept =
  | (Put & {
      /** Another use of the action, which GitHub does not tell from this one, has spoken in the same run. */
      readonly isCrowded: boolean
      /** Why an extra comment could not be removed; null when there is none left. */
      readonly unremoved: unknown
    })
  /** There was none of ours, and none was wanted. */
  | { readonly did: 'nothing' }
  /** Other legs wrote over it, twice. */
  | { readonly did: 'lost' }

/** By then others that had read before us have written, in milliseconds. */
const untilOthersWrote = 3_000

/**
 * Leaves our section in the one comment of `key`: made once, updated in place,
 * never over a newer run's or another writer's. Throws what `comments` throws.
 */
export async function keepSection(comments: Comments, clock: Clock, request: SectionRequest): Promise<Kept> {
  const own = { ...request.own, body: inert(request.own.body) }
  if (request.when === 'standing' && !concerns(await comments.list(), own)) return { did: 'nothing' }
  if (request.legs > 1) return await keepAmongLegs(comments, clock, { ...request, own })
  const found = await comments.list()
  const done = await put(comments, request, own, found)
  return { ...done, unremoved: await removeAll(comments, found.slice(1)) }
}

/**
 * Whether anything stands that we have to bring up to date: of an older run of ours,
 * or of before there were sections.
 */
function concerns(found: readonly Comment[], own: Section): boolean {
  const sections = found.flatMap(({ body }) => sectionsOf(body ?? ''))
  if (found.length > 0 && sections.length === 0) return true
  return sections.some(({ by, leg }) => leg.replace(/\+\d+$/, '') === own.leg && compareRuns(by, own.by) < 0)
}

/**
 * With at most two requests that change something: to write and, where another leg wrote over it meanwhile,
 * to write again.
 */
async function keepAmongLegs(comments: Comments, clock: Clock, request: SectionRequest): Promise<Kept> {
  const first = await keepInTurn(comments, clock, request, 0)
  if (first.did !== 'again') return first
  const second = await keepInTurn(comments, clock, request, 1)
  if (second.did === 'again') return { did: 'lost' }
  return 'isCrowded' in second ? { ...second, isCrowded: first.isCrowded || second.isCrowded } : second
}

/** It must be written once more: GitHub asked to wait, or another leg wrote over it. */
interface Again {
  readonly did: 'again'
  readonly isCrowded: boolean
}

async function keepInTurn(
  comments: Comments,
  clock: Clock,
  request: SectionRequest,
  attempt: 0 | 1,
): Promise<Kept | Again> {
  const { own } = request
  await clock.sleep(untilTurn(clock.now(), { ...request, leg: own.leg }, attempt))
  const done = await put(comments, request, own, await comments.list()).catch(askedToWait)
  if ('seconds' in done) {
    if (attempt > 0) throw done.error
    await clock.sleep(done.seconds * 1000)
    return { did: 'again', isCrowded: false }
  }
  if (done.did === 'left') return { ...done, unremoved: null }
  await clock.sleep(untilOthersWrote)
  const found = await comments.list()
  if (attempt === 0) return await afterFirst(comments, clock, request, { done, found })
  return standsIn(found[0]?.body ?? '', own) ? { ...done, unremoved: null } : { did: 'lost' }
}

/** What was written, and which comments there are once others have written as well. */
interface Written {
  readonly done: Put & { readonly isCrowded: boolean }
  readonly found: readonly Comment[]
}

async function afterFirst(
  comments: Comments,
  clock: Clock,
  request: SectionRequest,
  { done, found: [first, extra] }: Written,
): Promise<Kept | Again> {
  const stands = standsIn(first?.body ?? '', request.own)
  if (stands && extra === undefined) return { ...done, unremoved: null }
  const isExtra = first !== undefined && done.did === 'created' && first.html_url !== done.url
  if (isExtra && (await isTakenOver(comments, clock, request)))
    return { ...done, url: first.html_url, unremoved: await removeOwn(comments, request.own) }
  if (stands && !isExtra && done.did === 'updated' && extra !== undefined)
    return { ...done, unremoved: await removeAll(comments, [extra]) }
  return { did: 'again', isCrowded: done.isCrowded }
}

/** How long GitHub asks to wait before more is written; any other error is thrown again. */
function askedToWait(error: unknown): { readonly seconds: number; readonly error: unknown } {
  const answer = limited.safeParse(error)
  if (!answer.success || !/rate limit|abuse/i.test(answer.data.message)) throw error
  return { seconds: answer.data.response?.headers['retry-after'] ?? 60, error }
}

const limited = z.object({
  status: z.union([z.literal(403), z.literal(429)]),
  message: z.string(),
  response: z.object({ headers: z.object({ 'retry-after': z.coerce.number().optional() }) }).optional(),
})

/** Two legs have made a comment at once. Whose is the older takes over what stands in the other's. */
async function isTakenOver(
  comments: Comments,
  clock: Clock,
  { legs, own }: SectionRequest,
): Promise<boolean> {
  const until = clock.now() + legs * turnLength + 2 * untilOthersWrote
  while (clock.now() < until) {
    await clock.sleep(untilOthersWrote)
    const [first] = await comments.list()
    if (standsIn(first?.body ?? '', own)) return true
  }
  return false
}

async function removeOwn(comments: Comments, own: Section): Promise<unknown> {
  const [, ...extra] = await comments.list()
  return await removeAll(
    comments,
    extra.filter(({ body }) => standsIn(body ?? '', own)),
  )
}

/**
 * Writes our section where it belongs, unless a newer run has. Throws when the comment has no room for it.
 */
async function put(
  comments: Comments,
  { key, legs }: SectionRequest,
  own: Section,
  found: readonly Comment[],
): Promise<Put & { readonly isCrowded: boolean }> {
  const [oldest] = found
  const { isCrowded, sections, whose } = merged(found, own, legs)
  if (whose === 'newer' && oldest) return { did: 'left', url: oldest.html_url, isCrowded }
  const body = commentOf(key, sections)
  if (body.length > longestComment) throw new Error(`the comment has no room left for ${own.leg}.`)
  const done = oldest ? await comments.update(oldest, body) : await comments.create(body)
  return { ...done, isCrowded }
}

/** Removes comments; the error when one could not be. */
async function removeAll(comments: Comments, extra: readonly Comment[]): Promise<unknown> {
  try {
    for (const comment of extra) await comments.remove(comment)
    return null
  } catch (error) {
    return error
  }
}
