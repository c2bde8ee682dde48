import type { Repository } from '../../checkout/git/git.ts'
import { openRepository } from '../../checkout/git/repository.ts'
import type { Committed } from '../../configure/committed.ts'
import type { Config } from '../../configure/config.ts'
import { committedFile } from '../../pipeline/committed.ts'
import type { Reproduction } from '../publish/reproduce.ts'
import { committedStep } from './committed-step.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'

/** The checkout in which the step was started, with what fetches from its origin. */
export function repositoryOf(root: string, job: Job, { token }: Inputs): Promise<Repository> {
  const credentials = token === null ? null : { server: job.serverUrl, token }
  return openRepository(root, { credentials, trusted: true })
}

/** What of the step and of its configuration stands in the commit that was checked out. */
export async function openCheckout(
  repository: Repository,
  job: Job,
  inputs: Inputs,
  config: Config,
): Promise<{
  readonly committed: readonly Committed[]
  readonly texts: Pick<Reproduction, 'committed' | 'file'>
}> {
  const committed = await committedStep(repository, 'HEAD', job, inputs.given)
  const inFile = await committedFile(repository, 'HEAD', config)
  return { committed, texts: { committed, file: inFile.length === 0 ? null : (config.file ?? null) } }
}
