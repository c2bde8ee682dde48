import * as core from '@actions/core'
import { ConfigError } from '../../errors.ts'
import { measureSide, type SideRequest } from '../../pipeline/measure-side.ts'
import { artifactName } from '../comment/key.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'
import { warn } from './log.ts'
import { directoryOf, useOf } from './target.ts'

/**
 * `mode: measure`: one side's trials, as an artifact for the job that reports.
 * Whether anything leaks is said there.
 */
export async function measureShard(
  job: Job,
  inputs: Inputs,
  request: Omit<SideRequest, 'side' | 'trial' | 'out'>,
  giveBack: () => void,
): Promise<number> {
  const { side, trial } = inputs
  if (side === null)
    throw new ConfigError('mode: measure needs the input `side`', 'Write side: base or side: head.')
  const out = directoryOf(job, inputs, 'trials')
  const files = await measureSide({ ...request, side, trial, out })
  giveBack()
  core.setOutput('trials', out)
  if (inputs.artifact ?? job.keepsArtifacts) {
    const { keepArtifact } = await import('../publish/artifact.ts')
    await keepArtifact(artifactName('trials', useOf(job, inputs)), out, files).catch((error: unknown) =>
      warn(lost(error)),
    )
  }
  return 0
}

/**
 * The report names the shard that it misses, and is inconclusive: this job has measured, and did not fail.
 */
function lost(error: unknown): string {
  const why = error instanceof Error ? error.message || error.name : String(error)
  return `The trials could not be kept as an artifact: ${why}`
}
