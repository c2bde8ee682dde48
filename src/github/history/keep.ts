import type { Repository } from '../../checkout/git/git.ts'
import type { Config } from '../../configure/config.ts'
import { UserError } from '../../errors.ts'
import { storeOf } from '../../history/store/store.ts'
import { recordsOf } from '../../pipeline/history/records.ts'
import { trendOf } from '../../pipeline/history/trend.ts'
import type { Result } from '../../report/result.ts'
import type { Trend } from '../../report/trend/trend.ts'
import type { Trial } from '../../trial/trial.ts'
import { legOf, legTitle } from '../comment/key.ts'
import { inTime } from '../in-time.ts'
import { type Event, isDefaultBranch } from '../job/event.ts'
import type { Inputs } from '../job/inputs.ts'
import type { Job } from '../job/job.ts'
import { info, warn } from '../job/log.ts'
import { useOf } from '../job/target.ts'

export interface ToKeep {
  readonly job: Job
  readonly event: Event
  readonly inputs: Inputs
  readonly config: Config
  readonly repository: Repository
  readonly result: Result
  readonly trials: readonly Trial[]
}

/** Milliseconds that the history may cost: it is worth less than the report that waits for it. */
const patience = 90_000

/**
 * Adds a run of the default branch to the history, and gives how it went so far; null for every other run,
 * and where there is none. What keeps it from being kept is no failure:
 * one warning where a budget of drift asks for it, else one line in the log,
 * since a job that may only read is as it should be.
 */
export async function keepHistory(run: ToKeep): Promise<Trend | null> {
  const { config, event, job, repository, result } = run
  // A pull request, and what it measures, is nobody's history: nothing is even read.
  if (!isDefaultBranch(job, event) || result.head.sha !== job.sha) return null
  if (result.reasons.some(({ code }) => code === 'interrupted')) return null
  const store = storeOf(config.history, repository)
  if (store === null) return null
  const work = async (): Promise<Trend> => {
    const now = new Date()
    const records = await recordsOf({ ...run, leg: legNameOf(run), now })
    if (records.length > 0) await store.append(records)
    return await trendOf({ repository, history: await store.read(), drift: config.drift, now })
  }
  try {
    return await inTime(patience, work())
  } catch (error) {
    const say = config.drift === null ? info : warn
    say(`The history in ${store.name} was not kept: ${reasonOf(error)}`)
    return null
  }
}

function legNameOf({ inputs, job }: ToKeep): string | null {
  const use = useOf(job, inputs)
  return legOf(use) === null ? null : legTitle(use).slice(0, 200)
}

function reasonOf(error: unknown): string {
  const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return error instanceof UserError ? `${said}. ${error.remedy}` : said
}
