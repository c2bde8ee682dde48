import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../../configure/config.ts'
import type { Result } from '../../report/result.ts'
import { type ArtifactKind, artifactName, commentKey, legOf, legTitle, type Use } from '../comment/key.ts'
import type { Writer } from '../comment/sections.ts'
import type { PullRequest } from './event.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'

/** Where a result goes, and how loudly. */
export interface Target {
  readonly job: Job
  readonly pullRequest: PullRequest | null
  readonly token: string | null
  readonly artifactName: string
  readonly voice: Voice
  /** Of the report and the trials, on the runner. */
  readonly directory: string
  readonly comment: Config['comment']
  readonly failOn: Config['failOn']
  readonly artifact: boolean
}

/** Which part of which comment is this step's. */
export interface Voice {
  readonly key: string
  readonly leg: string
  /** Stands above the part of a leg; null without a matrix. */
  readonly title: string | null
  readonly by: Writer
  /** How many legs the matrix has; 1 without one. */
  readonly legs: number
  /** Which of them this is, from 0 on; null: nobody said. */
  readonly index: number | null
}

export interface Step {
  readonly job: Job
  readonly pullRequest: PullRequest | null
  readonly inputs: Inputs
  readonly config: Pick<Config, 'comment' | 'failOn'>
}

/** A run that was stopped, most often by a newer push, leaves the comment to the run that follows. */
export function targetOf({ job, pullRequest, inputs, config }: Step, result: Result): Target {
  const stopped = result.reasons.some((reason) => reason.code === 'interrupted')
  return {
    job,
    pullRequest,
    token: inputs.token,
    artifactName: artifactName('report', useOf(job, inputs)),
    voice: voiceOf(job, inputs),
    directory: directoryOf(job, inputs, 'report'),
    comment: stopped ? 'never' : config.comment,
    failOn: config.failOn,
    artifact: !stopped && (inputs.artifact ?? job.keepsArtifacts),
  }
}

function voiceOf(job: Job, inputs: Inputs): Voice {
  const use = useOf(job, inputs)
  const leg = legOf(use)
  const by = { run: job.run, attempt: job.attempt, writer: randomBytes(6).toString('hex') }
  if (leg === null) return { key: commentKey(use), leg: '.', title: null, by, legs: 1, index: null }
  // The legs of a matrix share one comment: what tells them apart names their sections.
  const key = commentKey({ ...use, name: null })
  return { key, leg, title: legTitle(use), by, legs: inputs.legs, index: inputs.leg }
}

/** What tells this step from every other of the run. */
export function useOf(job: Job, { commentKey: given, config, matrix, scalars, workload }: Inputs): Use {
  const { id, step, workflow } = job
  return { workflow, job: id, step, name: scalars.name ?? workload, config, matrix, given }
}

/** Where the step leaves its files. */
export const directoryOf = (job: Job, inputs: Inputs, kind: ArtifactKind): string =>
  join(job.temp, artifactName(kind, useOf(job, inputs)))
