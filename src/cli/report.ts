import { resolve } from 'node:path'
import { openRepository } from '../checkout/git/repository.ts'
import { reportTrials } from '../pipeline/report-trials.ts'
import { stepStatus } from '../report/step-status.ts'
import type { Trial } from '../trial/trial.ts'
import { record } from './history/record.ts'
import { configOf, type RunOptions } from './options.ts'
import { tell } from './terminal/tell.ts'

/** `leakdiff report`: the exit status, as of `leakdiff run`. */
export async function reportCommand(directories: readonly string[], options: RunOptions): Promise<number> {
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, options)
  const trials: Trial[] = []
  const result = await reportTrials({
    config,
    repository,
    directories: directories.map((d) => resolve(d)),
    onTrials: (read) => trials.push(...read),
  })
  await tell({ result, trials }, options, {})
  if (options.record) await record(repository, config, { result, trials })
  return stepStatus(result.verdict, config.failOn)
}
