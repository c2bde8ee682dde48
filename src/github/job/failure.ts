import * as core from '@actions/core'
import { describeError, exitStatus, UserError } from '../../errors.ts'

/** Tells why there is no result at all, and returns the exit status: wrong usage or configuration, or a bug of ours. */
export function tellFailure(error: unknown): number {
  core.error(describeError(error), { title: 'leakdiff' })
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug
}
