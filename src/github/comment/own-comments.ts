import { type GitHub, once } from '../octokit.ts'
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

/** What is needed of a comment. */
export interface Comment {
  readonly id: number
  readonly html_url: string
  readonly body?: string | null | undefined
}

/** Our own comments of one key on a pull request. */
export interface Comments {
  /** Oldest first. */
  readonly list: () => Promise<readonly Comment[]>
  readonly create: (body: string) => Promise<Put>
  /** `body`, marker and all, in a comment's place; one that has it already is left alone. */
  readonly update: (comment: Comment, body: string) => Promise<Put>
  /** One that is gone already is as wanted. */
  readonly remove: (comment: Comment) => Promise<void>
}

/**
 * `isShared`: others write to it as well, and what was made to be written is out of date by the time it might
 * be sent again. They throw Octokit's RequestError when GitHub refuses; `refusal` says it in words.
 */
export const commentsOf = (
  github: GitHub,
  place: CommentPlace,
  key: string,
  isShared: boolean,
): Comments => ({
  list: () => findOwn(github, place, key),
  create: (body) => create(github, place, key, body, isShared ? once : { retries: 0 }),
  update: (comment, body) => update(github, place, comment, body, isShared ? once : {}),
  remove: async ({ id }) => {
    const where = { owner: place.owner, repo: place.repo, comment_id: id }
    await github.rest.issues.deleteComment(where).catch(unlessGone)
  },
})

/** The account of the workflow's own token. */
const actionsBot = 'github-actions[bot]'
/** How long GitHub may take to show a comment whose creation it answered with an error. */
const untilVisible = 2_000

function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'status' in error && error.status === 404)) throw error
}

/** Our comments of this key, oldest first. Another's comment that quotes the marker is none of ours. */
async function findOwn(github: GitHub, place: CommentPlace, key: string): Promise<readonly Comment[]> {
  const all = await github.paginate(github.rest.issues.listComments, {
    owner: place.owner,
    repo: place.repo,
    issue_number: place.number,
    per_page: 100,
  })
  // Must not pass for "there is none".
  if (!all.every(isComment)) throw new Error('GitHub’s answer is not a list of comments.')
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

async function update(
  github: GitHub,
  place: CommentPlace,
  comment: Comment,
  body: string,
  request: object,
): Promise<Put> {
  if (comment.body?.replaceAll('\r\n', '\n') === body) return { did: 'left', url: comment.html_url }
  const where = { owner: place.owner, repo: place.repo, comment_id: comment.id }
  const { data } = await github.rest.issues.updateComment({ ...where, body, request })
  return { did: 'updated', url: data.html_url }
}

/**
 * Never repeated blindly: a 502 may hide a comment that was made,
 * and a second request would make a second one.
 */
async function create(
  github: GitHub,
  place: CommentPlace,
  key: string,
  body: string,
  request: object,
): Promise<Put> {
  const where = { owner: place.owner, repo: place.repo, issue_number: place.number }
  const post = async (): Promise<Put> => {
    const { data } = await github.rest.issues.createComment({ ...where, body, request })
    if (!isComment(data)) throw Object.assign(new Error('GitHub’s answer is not a comment.'), { status: 502 })
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

/**
 * GitHub answered with a fault of its own, or not at all (Octokit gives a lost connection the status 500).
 */
function mayHaveWorked(error: unknown): boolean {
  return error instanceof Error && 'status' in error && Number(error.status) >= 500
}
