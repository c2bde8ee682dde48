import { onInterrupt } from './cli/interrupt.ts'
import { configInput, loadConfig } from './configure/load.ts'
import { readEvent } from './github/job/event.ts'
import { tellFailure } from './github/job/failure.ts'
import { readInputs } from './github/job/inputs.ts'
import { readJob } from './github/job/job.ts'
import { createLog } from './github/job/log.ts'
import { servicesOf, withhold } from './github/job/secrets.ts'
import { directoryOf, shardsOf, targetOf } from './github/job/target.ts'

/** The action: what the workflow gave → configuration → commits → measurement → GitHub. Returns the step's exit status. */
async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const inputs = readInputs()
  const job = readJob(env)
  const services = servicesOf(env)
  const giveBack = withhold(env)
  const event = await readEvent(env)
  const config = await loadConfig({
    ...(inputs.config === null ? {} : configInput(inputs.config)),
    root: job.workspace,
    inputs: inputs.scalars,
    workload: inputs.workload ?? undefined,
    defaultName: job.id,
  })
  // Heavy; a mistake in the configuration is told without them.
  const { chooseCommits } = await import('./checkout/commits/choose.ts')
  const { openRepository } = await import('./checkout/git/repository.ts')
  const { measure } = await import('./github/job/measure.ts')
  const { run } = await import('./pipeline/run.ts')
  const { reportTrials } = await import('./pipeline/report-trials.ts')
  const credentials = inputs.token === null ? null : { server: job.serverUrl, token: inputs.token }
  const repository = await openRepository(job.workspace, { credentials, trusted: true })
  using interrupt = onInterrupt()
  const { signal } = interrupt
  const log = createLog()

  if (event.name === 'workflow_run') {
    const { forkRunOf } = await import('./github/fork/run.ts')
    const fork = forkRunOf(event.payload, job)
    if (fork === null) {
      log.step('That run was no fork’s: it has reported by itself.')
      return 0
    }
    const shards = [shardsOf(job, inputs)]
    const shown = await reportTrials({ config, repository, directories: shards, merged: fork.sha })
    const { display } = await import('./github/fork/display.ts')
    return await display({ job, inputs, config, run: fork, result: shown })
  }
  const choose = () => chooseCommits({ repository, event, base: inputs.base ?? undefined })
  const out = directoryOf(job, inputs)
  if (inputs.mode === 'measure') {
    const { measureShard } = await import('./github/job/shard.ts')
    return await measureShard(
      job,
      inputs,
      { config, repository, commits: await choose(), log, signal },
      giveBack,
    )
  }
  const { cacheFor } = await import('./github/cache/base-cache.ts')
  const baseCache = cacheFor(job, inputs, event, services, log)
  const result = await measure({
    sha: job.sha,
    choose,
    run: ({ base, head }) =>
      inputs.mode === 'report'
        ? reportTrials({ config, repository, head, directories: [shardsOf(job, inputs)] })
        : run({ config, repository, commits: { base, head }, out, baseCache, log, signal }),
  })

  giveBack()
  const { formsOf, optionsOf } = await import('./github/publish/rendered.ts')
  const { publish } = await import('./github/publish/publish.ts')
  const target = targetOf({ job, pullRequest: event.pullRequest, inputs, config }, result)
  return await publish(result, formsOf(result, optionsOf(job, inputs, result)), target)
}

process.exit(await main(process.env).catch(tellFailure))
