import { resolve } from 'node:path'
import { onInterrupt } from '../cli/terminal/interrupt.ts'
import type { Config } from '../configure/config.ts'
import { configInput, loadConfig } from '../configure/load.ts'
import { withoutSecrets, withoutSecretsIn } from '../secrets.ts'
import type { Trial } from '../trial/trial.ts'
import { readEvent } from './job/event.ts'
import { type Inputs, readInputs } from './job/inputs.ts'
import { type Job, readJob } from './job/job.ts'
import { createLog } from './job/log.ts'
import { servicesOf, withhold } from './job/secrets.ts'
import { directoryOf, targetOf } from './job/target.ts'

/**
 * The action: what the workflow gave → configuration → commits → measurement → GitHub.
 * Returns the step's exit status.
 */
export async function runStep(env: NodeJS.ProcessEnv): Promise<number> {
  const inputs = readInputs()
  const job = readJob(env)
  const services = servicesOf(env)
  const giveBack = withhold(env)
  const event = await readEvent(env)
  const root = inputs.path === null ? job.workspace : resolve(job.workspace, inputs.path)
  if (event.name === 'workflow_run' && inputs.mode === 'report') {
    const { reportFork } = await import('./fork/report.ts')
    // It starts no program.
    giveBack()
    return await reportFork({ job, inputs, event, root, configure: () => configure(inputs, job, root) })
  }
  const written = await configure(inputs, job, root)
  // Heavy; a mistake in the configuration is told without them.
  const { openCheckout, repositoryOf } = await import('./job/checkout.ts')
  const { chooseCommits } = await import('../checkout/commits/choose.ts')
  const { measure } = await import('./job/measure.ts')
  const { run } = await import('../pipeline/run.ts')
  const { reportTrials } = await import('../pipeline/report-trials.ts')
  const { shardsOf } = await import('./job/shards.ts')
  const repository = await repositoryOf(root, job, inputs)
  const { committed, configFile, texts } = await openCheckout(repository, job, inputs)
  const config = withLabels(written, job)
  using interrupt = onInterrupt()
  const { signal } = interrupt
  const log = createLog()

  const choose = () =>
    chooseCommits({ repository, event: { ...event, ref: job.ref }, base: inputs.base ?? undefined })
  const out = directoryOf(job, inputs, 'report')
  if (inputs.mode === 'measure') {
    const { measureShard } = await import('./job/shard.ts')
    const request = { config, repository, committed, configFile, commits: await choose(), log, signal }
    return await measureShard(job, inputs, request, giveBack)
  }
  const { cacheFor } = await import('./cache/base-cache.ts')
  const baseCache = cacheFor(job, inputs, event, services, log)
  const trials: Trial[] = []
  const onTrials = (read: readonly Trial[]) => void trials.push(...read)
  const measured = await measure({
    sha: job.sha,
    choose,
    run: ({ base, head }) =>
      inputs.mode === 'report'
        ? reportTrials({ config, repository, head, onTrials, ...shardsOf(job, inputs, log) })
        : run({
            config,
            repository,
            committed,
            configFile,
            commits: { base, head },
            out,
            baseCache,
            log,
            signal,
            onTrials,
          }),
  })

  giveBack()
  const result = withoutSecretsIn(measured)
  const { formsOf, optionsOf } = await import('./publish/rendered.ts')
  const { publish } = await import('./publish/publish.ts')
  const target = targetOf({ job, pullRequest: event.pullRequest, inputs, config }, result)
  const { keepHistory } = await import('./history/keep.ts')
  const { checkDrift } = await import('./history/drift.ts')
  const shown = withoutSecretsIn(trials)
  const trend = await keepHistory({ job, event, inputs, config, repository, result, trials: shown })
  const options = { ...optionsOf(job, inputs, result, texts, event.pullRequest?.number), trend }
  const status = await publish(result, formsOf(result, options, shown, target.artifact), target)
  const drifted = await checkDrift(config, event, trend)
  return status === 0 ? drifted : status
}

function configure(inputs: Inputs, job: Job, root: string): Promise<Config> {
  return loadConfig({
    ...(inputs.config === null ? {} : configInput(inputs.config)),
    root,
    inputs: inputs.scalars,
    workload: inputs.workload ?? undefined,
    defaultName: job.id,
  })
}

/** A workload whose name an expression made of a secret is called by its job. */
function withLabels(config: Config, job: Job): Config {
  const named = config.workloads.map((workload) =>
    withoutSecrets(workload.name) === workload.name ? workload : { ...workload, name: job.id },
  )
  return { ...config, workloads: named }
}
