import { resolve } from 'node:path'
import { chooseCommits } from '../checkout/commits/choose.ts'
import { openRepository } from '../checkout/git/repository.ts'
import { ConfigError, exitStatus } from '../errors.ts'
import { isCI } from '../log.ts'
import { measureSide } from '../pipeline/measure-side.ts'
import { trialNumber } from '../trial/shards.ts'
import { configOf, type RunOptions } from './options.ts'
import { out as print } from './out.ts'
import { interruptible } from './terminal/interrupt.ts'
import { createProgress } from './terminal/progress.ts'

type MeasureOptions = Omit<RunOptions, 'out'> & {
  readonly side: string
  readonly trial?: string | undefined
  readonly out: string
}

/**
 * `leakdiff measure`: names the trial files on stdout and ends with 0 when it did its work, whatever the
 * figures are.
 */
export const measureCommand = (options: MeasureOptions): Promise<number> =>
  interruptible((signal) => measured(options, signal))

async function measured(options: MeasureOptions, signal: AbortSignal): Promise<number> {
  const { side, base, head, keep } = options
  if (side !== 'base' && side !== 'head')
    throw new ConfigError(`--side is \`${side}\``, 'Write --side base or --side head.')
  const trial = trialNumber('--trial', options.trial ?? null)
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, options)
  const progress = createProgress(process.stderr, isCI(process.env))
  try {
    const paths = await measureSide({
      config,
      configFile: options.config,
      repository,
      commits: await chooseCommits({ repository, event: null, base, head }),
      trial,
      side,
      out: resolve(options.out),
      keepProfiles: keep && resolve(keep),
      log: progress,
      signal,
    })
    for (const path of paths) print(`${path}\n`)
    return exitStatus.pass
  } finally {
    progress.end()
  }
}
