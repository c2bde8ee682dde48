import { describeError, exitStatus, notPermitted, UserError } from '../../errors.ts'
import { withoutPrivate } from '../../secrets.ts'
import { annotate } from './log.ts'

/**
 * Tells why there is no result at all, and returns the exit status: wrong usage or configuration,
 * or a bug of ours.
 */
export function tellFailure(thrown: unknown): number {
  const error = notPermitted(thrown) ?? thrown
  annotate('error', withoutPrivate(describeError(error)))
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug
}
