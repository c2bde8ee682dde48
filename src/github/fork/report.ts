import { existsSync } from 'node:fs'
import type { Config } from '../../configure/config.ts'
import { UserError } from '../../errors.ts'
import { reportTrials } from '../../pipeline/report-trials.ts'
import { withoutPrivate, withoutSecretsIn } from '../../secrets.ts'
import { trialFiles } from '../../trial/file.ts'
import { openCheckout, repositoryOf } from '../job/checkout.ts'
import type { Event } from '../job/event.ts'
import type { Inputs } from '../job/inputs.ts'
import type { Job } from '../job/job.ts'
import { createLog, info, warn } from '../job/log.ts'
import { shardsOfRun } from '../job/shards.ts'
import { writeSummary } from '../publish/summary.ts'
import { display } from './display.ts'
import { type ForkRun, forkRunOf, originOf } from './run.ts'

export interface ForkReport {
  readonly job: Job
  readonly inputs: Inputs
  readonly event: Event
  /** The checkout. */
  readonly root: string
  readonly configure: () => Promise<Config>
}

/**
 * Shows what the run of a fork has measured. It decides nothing,
 * so it fails for nothing that a person can mend: what keeps it from showing anything is a line of the job's
 * summary, and the exit status is 0.
 */
export async function reportFork(report: ForkReport): Promise<number> {
  const { event, inputs, job } = report
  try {
    const run = forkRunOf(event.payload, job)
    if (run === null) return await said('That run was not of a fork’s pull request: it reported by itself.')
    const shards = shardsOfRun(job, inputs, createLog(), run.workflow)
    if (!(await holdsTrials(shards.directories))) return await said(nothingLeft(job, run))
    const config = await report.configure()
    const repository = await repositoryOf(report.root, job, inputs)
    const { texts } = await openCheckout(repository, job, inputs)
    const shown = await reportTrials({ config, repository, ...shards, merged: run.sha })
    return await display({ job, inputs, config, texts, run, result: withoutSecretsIn(shown) })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const why = withoutPrivate(`${error.message}. ${error.remedy}`)
    warn(`Nothing is shown: ${why}`)
    return await said('What the fork has measured could not be shown: the log says why.')
  }
}

async function holdsTrials(directories: readonly string[]): Promise<boolean> {
  const there = directories.filter((directory) => existsSync(directory))
  const files = await Promise.all(there.map((directory) => trialFiles(directory)))
  return files.flat().length > 0
}

function nothingLeft(job: Job, run: ForkRun): string {
  const how =
    run.conclusion === null ? 'has left no trials' : `ended as ${run.conclusion} and has left no trials`
  return `The run ${how}: there is nothing to show. ${originOf(job, run)}`
}

async function said(text: string): Promise<number> {
  info(text)
  await writeSummary(`leakdiff: ${text}\n`).catch((error: unknown) => warn(`No summary: ${String(error)}`))
  return 0
}
