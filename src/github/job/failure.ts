import * as core from '@actions/core'
import { describeError, exitStatus, UserError } from '../../errors.ts'
import { withoutPrivate } from '../../secrets.ts'

/** Tells why there is no result at all, and returns the exit status: wrong usage or configuration, or a bug of ours. */
export function tellFailure(error: unknown): number {
  core.error(withoutPrivate(describeError(error)), { title: 'leakdiff' })
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug
}
