import type { GitHub } from '../octokit.ts'
import { marker } from './key.ts'

export interface CommentPlace {
  readonly owner: string
  readonly repo: string
  /** The pull request's number. */
  readonly number: number
}

export interface Put {
  readonly did: 'created' | 'updated' | 'left'
  readonly url: string
}

export type Comment = Awaited<ReturnType<GitHub['rest']['issues']['createComment']>>['data']

/** The account of the workflow's own token. */
const actionsBot = 'github-actions[bot]'
/** How long GitHub may take to show a comment whose creation it answered with an error. */
const untilVisible = 2_000

/** Removes comments; the error when one could not be. One that is gone already is as wanted. */
export async function removeAll(
  github: GitHub,
  { owner, repo }: CommentPlace,
  comments: readonly Comment[],
): Promise<unknown> {
  try {
    for (const { id } of comments)
      await github.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(unlessGone)
    return null
  } catch (error) {
    return error
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'status' in error && error.status === 404)) throw error
}

/** Our comments of this key, oldest first. Another's comment that quotes the marker is none of ours. */
export async function findOwn(github: GitHub, place: CommentPlace, key: string): Promise<Comment[]> {
  const all: Comment[] = await github.paginate(github.rest.issues.listComments, {
    owner: place.owner,
    repo: place.repo,
    issue_number: place.number,
    per_page: 100,
  })
  // Must not pass for "there is none".
  if (!all.every(isComment)) throw new Error('GitHub answered with something that is no list of comments.')
  const marked = all.filter((c) => c.body?.trimStart().startsWith(marker(key)))
  const foreign = marked.some((c) => c.user?.login !== actionsBot)
  const viewer = foreign ? await viewerLogin(github) : actionsBot
  return marked
    .filter((c) => c.user?.login === actionsBot || c.user?.login === viewer)
    .sort((a, b) => a.id - b.id)
}

const isComment = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && 'user' in value && 'html_url' in value

/** The account behind the token, apps included, which may not ask for `/user`. */
async function viewerLogin(github: GitHub): Promise<string> {
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }')
  return viewer.login
}

/** `body`, marker and all, in a comment's place; one that has it already is left alone. */
export async function update(
  github: GitHub,
  place: CommentPlace,
  comment: Comment,
  body: string,
): Promise<Put> {
  if (comment.body?.replaceAll('\r\n', '\n') === body) return { did: 'left', url: comment.html_url }
  const where = { owner: place.owner, repo: place.repo, comment_id: comment.id }
  const { data } = await github.rest.issues.updateComment({ ...where, body })
  return { did: 'updated', url: data.html_url }
}

/**
 * Never repeated blindly: a 502 may hide a comment that was made, and a second request would make a second one.
 */
export async function create(github: GitHub, place: CommentPlace, key: string, body: string): Promise<Put> {
  const where = { owner: place.owner, repo: place.repo, issue_number: place.number }
  const post = async (): Promise<Put> => {
    const { data } = await github.rest.issues.createComment({ ...where, body, request: { retries: 0 } })
    if (!isComment(data)) throw Object.assign(new Error('GitHub answered with no comment.'), { status: 502 })
    return { did: 'created', url: data.html_url }
  }
  try {
    return await post()
  } catch (error) {
    if (!mayHaveWorked(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, untilVisible))
    const [made] = await findOwn(github, place, key)
    return made ? { did: 'created', url: made.html_url } : await post()
  }
}

/** GitHub answered with a fault of its own, or not at all (Octokit gives a lost connection the status 500). */
function mayHaveWorked(error: unknown): boolean {
  return error instanceof Error && 'status' in error && Number(error.status) >= 500
}
