import { resolve } from 'node:path'
import { ConfigError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { artifactPrefix, spaceOf } from '../comment/key.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'

/** The trials that `mode: report` reads. */
export interface Shards {
  readonly directories: readonly string[]
  /** Whether a file is meant for this report, by its path below the directory. */
  readonly accepts: (path: string) => boolean
}

/**
 * The directory of trials, and which of them are meant for this report: what `mode: measure` left in this
 * workflow, or with the same `comment-key`. What other uses of the action left for themselves is passed over,
 * and that is logged.
 */
export function shardsOf(job: Job, inputs: Inputs, log: Log): Shards {
  const space = spaceOf({ workflow: job.workflow, given: inputs.commentKey })
  return shardsIn(job, inputs, log, [`${artifactPrefix('trials')}${space}`])
}

/**
 * The same of a run of another workflow, which measured by itself:
 * its reports hold the trials that they rest on.
 */
export function shardsOfRun(job: Job, inputs: Inputs, log: Log, workflow: string | null): Shards {
  if (workflow === null && inputs.commentKey === null)
    return { ...shardsIn(job, inputs, log, []), accepts: () => true }
  const space = spaceOf({ workflow: workflow ?? '', given: inputs.commentKey })
  return shardsIn(job, inputs, log, [
    `${artifactPrefix('trials')}${space}`,
    `${artifactPrefix('report')}${space}`,
  ])
}

function shardsIn(job: Job, { shards }: Inputs, log: Log, prefixes: readonly string[]): Shards {
  if (shards === null) throw noShards
  const passed = new Set<string>()
  const accepts = (path: string): boolean => {
    const artifact = path.split('/').find((folder) => /^leakdiff-(?:trials|report)-/.test(folder))
    if (artifact === undefined || prefixes.some((prefix) => isOf(artifact, prefix))) return true
    if (!passed.has(artifact)) log.step(`Skipped, as it does not belong to this report: ${artifact}`)
    passed.add(artifact)
    return false
  }
  return { directories: [resolve(job.workspace, shards)], accepts }
}

/**
 * A key goes on behind its space with a `+`;
 * two uses that GitHub does not tell apart have a `~~` behind theirs.
 */
const isOf = (artifact: string, prefix: string): boolean =>
  artifact === prefix || ['+', '~~'].some((next) => artifact.startsWith(`${prefix}${next}`))

const noShards = new ConfigError(
  'mode: report needs the input `shards`',
  'Give the directory into which actions/download-artifact has put what mode: measure left.',
)
