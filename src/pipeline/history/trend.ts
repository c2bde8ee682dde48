import type { Repository } from '../../checkout/git/git.ts'
import type { DriftBudget } from '../../configure/values/drift.ts'
import { driftVerdict, judgeDrift } from '../../history/drift/judge-drift.ts'
import { anchorOf } from '../../history/drift/since.ts'
import type { History } from '../../history/record.ts'
import { seriesOf } from '../../history/series.ts'
import { tasksOf } from '../../report/build-result.ts'
import type { Trend } from '../../report/trend/trend.ts'
import { runtimes } from '../../runtimes/index.ts'

export interface TrendRequest {
  readonly repository: Repository
  readonly history: History
  readonly drift: DriftBudget | null
  readonly now: Date
  /** Show this workload alone. */
  readonly workload?: string | undefined
}

/** How a history went, held against the drift budget. Throws UserError for a revision that is nowhere. */
export async function trendOf({ drift, history, now, repository, workload }: TrendRequest): Promise<Trend> {
  const series = seriesOf(history, workload)
  if (drift === null) return { series, drift: null, tasks }
  const drifts = judgeDrift(series, { share: drift.share, anchor: await anchorOf(repository, drift, now) })
  return { series, tasks, drift: { budget: drift.text, verdict: driftVerdict(drifts), drifts } }
}

const known = new Map(Object.values(runtimes).map((runtime) => [runtime.name as string, runtime]))

function tasks(name: string): ReturnType<Trend['tasks']> {
  const runtime = known.get(name)
  return runtime && tasksOf(runtime)
}
