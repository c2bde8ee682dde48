import { resolve } from 'node:path'
import { chooseCommits } from '../checkout/commits/choose.ts'
import type { Repository } from '../checkout/git/git.ts'
import { originOf } from '../checkout/git/origin.ts'
import { openRepository } from '../checkout/git/repository.ts'
import type { Config } from '../configure/config.ts'
import { isCI } from '../log.ts'
import { run } from '../pipeline/run.ts'
import { stepStatus } from '../report/step-status.ts'
import type { Trial } from '../trial/trial.ts'
import { record } from './history/record.ts'
import { configOf, type RunOptions } from './options.ts'
import { bisectCommand } from './terminal/bisect.ts'
import { interruptible } from './terminal/interrupt.ts'
import { typed } from './terminal/invocation.ts'
import { createProgress } from './terminal/progress.ts'
import { type Outcome, tell } from './terminal/tell.ts'

/** `leakdiff run`: the exit status. Throws UserError for what a person can mend. */
export const runCommand = (options: RunOptions): Promise<number> =>
  interruptible((signal) => ran(options, signal))

async function ran(options: RunOptions, signal: AbortSignal): Promise<number> {
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, options)
  const outcome = await measured(repository, config, { ...options, signal })
  const bisect = await bisectCommand(repository, outcome.result, process.argv)
  const { name } = await originOf(repository)
  const about = { date: new Date().toISOString(), repository: name, command: typed(process.argv) }
  await tell(outcome, options, { bisect: () => bisect, about })
  if (options.record) await record(repository, config, outcome)
  const status = stepStatus(outcome.result.verdict, config.failOn)
  return status === 3 && options.bisect ? 125 : status
}

type Measured = Pick<RunOptions, 'base' | 'config' | 'head' | 'keep' | 'out'> & {
  readonly signal: AbortSignal
}

/** Measures in `repository`; when `signal` is aborted it ends with nothing left behind, and rejects. */
export async function measured(
  repository: Repository,
  config: Config,
  { base, config: configFile, head, keep, out, signal }: Measured,
): Promise<Outcome> {
  const progress = createProgress(process.stderr, isCI(process.env))
  const trials: Trial[] = []
  try {
    const result = await run({
      config,
      configFile,
      repository,
      commits: await chooseCommits({ repository, event: null, base, head }),
      out: out === undefined ? null : resolve(out),
      keepProfiles: keep && resolve(keep),
      log: progress,
      signal,
      onTrials: (read) => trials.push(...read),
    })
    return { result, trials }
  } finally {
    progress.end()
  }
}
