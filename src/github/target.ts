import type { Config } from '../configure/config.ts'
import type { Result } from '../report/result.ts'
import type { PullRequest } from './event.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'
import { commentKey } from './key.ts'

/** Where a result goes, and how loudly. */
export interface Target {
  readonly job: Job
  readonly pullRequest: PullRequest | null
  readonly token: string | null
  readonly key: string
  readonly comment: Config['comment']
  readonly failOn: Config['failOn']
  readonly artifact: boolean
}

export interface Step {
  readonly job: Job
  readonly pullRequest: PullRequest | null
  readonly inputs: Inputs
  readonly config: Pick<Config, 'comment' | 'failOn'>
}

/** A run that was stopped, most often by a newer push, leaves the comment to the run that follows. */
export function targetOf({ job, pullRequest, inputs, config }: Step, result: Result): Target {
  const { token, matrix, commentKey: given } = inputs
  const name = inputs.scalars.name ?? inputs.workload
  const stopped = result.reasons.some((reason) => reason.code === 'interrupted')
  return {
    job,
    pullRequest,
    token,
    key: commentKey({ workflow: job.workflow, job: job.id, name, matrix, given }),
    comment: stopped ? 'never' : config.comment,
    failOn: config.failOn,
    artifact: !stopped && (inputs.artifact ?? job.keepsArtifacts),
  }
}
