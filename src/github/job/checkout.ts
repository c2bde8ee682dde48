import type { Repository } from '../../checkout/git/git.ts'
import { openRepository } from '../../checkout/git/repository.ts'
import type { Committed } from '../../configure/committed.ts'
import { configInput } from '../../configure/load.ts'
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
export interface Checkout {
  readonly committed: readonly Committed[]
  /** The configuration file that the step names. */
  readonly configFile: string | undefined
  readonly texts: Pick<Reproduction, 'committed' | 'file'>
}

export async function openCheckout(repository: Repository, job: Job, inputs: Inputs): Promise<Checkout> {
  const committed = await committedStep(repository, 'HEAD', job, inputs.given)
  const named = inputs.config === null ? null : configInput(inputs.config)
  const configFile = named !== null && 'configFile' in named ? named.configFile : undefined
  const inFile = configFile === undefined ? [] : await committedFile(repository, 'HEAD', configFile)
  const file = inFile.length === 0 ? null : (configFile ?? null)
  return { committed, configFile, texts: { committed, file } }
}
