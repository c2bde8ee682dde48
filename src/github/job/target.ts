import { join, resolve } from 'node:path'
import type { Config } from '../../configure/config.ts'
import { ConfigError } from '../../errors.ts'
import type { Result } from '../../report/result.ts'
import { artifactName, commentKey, type Use, voiceOf } from '../comment/key.ts'
import type { SectionPlace } from '../comment/request.ts'
import type { PullRequest } from './event.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'

/** Where a result goes, and how loudly. */
export interface Target {
  readonly job: Job
  readonly pullRequest: PullRequest | null
  readonly token: string | null
  /** Of the artifact. */
  readonly key: string
  /** Of the comment. */
  readonly commentKey: string
  readonly section: SectionPlace | null
  /** Of the report and the trials, on the runner. */
  readonly directory: string
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
  const { legs, token } = inputs
  const voice = voiceOf(useOf(job, inputs))
  const stopped = result.reasons.some((reason) => reason.code === 'interrupted')
  return {
    job,
    pullRequest,
    token,
    key: keyOf(job, inputs),
    commentKey: voice.key,
    section: voice.leg === null ? null : { leg: voice.leg, run: job.run, legs },
    directory: directoryOf(job, inputs),
    comment: stopped ? 'never' : config.comment,
    failOn: config.failOn,
    artifact: !stopped && (inputs.artifact ?? job.keepsArtifacts),
  }
}

/** What tells this step from every other of the run. */
export const keyOf = (job: Job, inputs: Inputs): string => commentKey(useOf(job, inputs))

function useOf(job: Job, { commentKey: given, matrix, scalars, workload }: Inputs): Use {
  return { workflow: job.workflow, job: job.id, name: scalars.name ?? workload, matrix, given }
}

/** Where the step leaves its files. */
export const directoryOf = (job: Job, inputs: Inputs): string =>
  join(job.temp, artifactName(keyOf(job, inputs)))

/** The directory that `mode: report` reads. */
export function shardsOf(job: Job, { shards }: Inputs): string {
  if (shards !== null) return resolve(job.workspace, shards)
  throw new ConfigError(
    'mode: report needs the input `shards`',
    'Give the directory into which actions/download-artifact has put what mode: measure left.',
  )
}
