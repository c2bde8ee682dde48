import { hasRemote } from '../../checkout/git/fetch.ts'
import { gitFailure, type Repository, runGit } from '../../checkout/git/git.ts'
import { UserError } from '../../errors.ts'

interface Update {
  /** The commit that is to stand in the ref, on top of `tip`. */
  readonly next: string
  readonly ref: string
  readonly tip: string | null
  /** Whether to give up now if somebody was faster. */
  readonly last: boolean
}

/**
 * Moves the ref from `tip` to `next`, at origin where there is one; false: somebody else has moved it
 * meanwhile. Throws UserError for what trying again does not mend.
 */
export async function push(repository: Repository, { last, next, ref, tip }: Update): Promise<boolean> {
  const args = (await hasRemote(repository))
    ? ['push', '--quiet', '--no-verify', 'origin', `${next}:${ref}`]
    : ['update-ref', ref, next, tip ?? '0'.repeat(next.length)]
  const ended = await runGit(repository, args, {})
  if (ended.status === 0) return true
  if (raced.test(ended.stderr) && !last) return false
  if (forbidden.test(ended.stderr)) throw notAllowed(repository, args, ended)
  throw gitFailure(repository, args, ended)
}

/** What git says of a ref that stands elsewhere than expected, or is being moved at this moment. */
const raced =
  /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value|but expected|Unable to create '.*\.lock'/

/** What forges say to somebody who may read alone. */
const forbidden =
  /\b40[13]\b|[Pp]ermission (?:to \S+ )?denied|not granted|not allowed|protected|declined|GH0\d\d|Authentication failed|could not read Username|read-only|Read-only/

function notAllowed(...failed: Parameters<typeof gitFailure>): UserError {
  const remedy =
    'Give the job `permissions: contents: write`, for pushes to the default branch alone; or keep the history in a directory, or none: `history: off`.'
  return new UserError('it may not be written with the rights that this job has', remedy, {
    cause: gitFailure(...failed),
  })
}
