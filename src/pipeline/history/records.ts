import type { Repository } from '../../checkout/git/git.ts'
import type { Config } from '../../configure/config.ts'
import { workloadHash } from '../../configure/load.ts'
import { commitTime } from '../../history/commit-time.ts'
import type { NewRecord } from '../../history/merge.ts'
import { workloadName } from '../../history/record.ts'
import { type Floor, recordOf } from '../../history/record-of.ts'
import { floorOf } from '../../judge/threshold.ts'
import type { Result } from '../../report/result.ts'
import { runtimes } from '../../runtimes/index.ts'
import type { Trial } from '../../trial/trial.ts'
import { version } from '../../version.ts'

export interface ToRecord {
  readonly result: Result
  readonly trials: readonly Trial[]
  readonly config: Config
  readonly repository: Repository
  /** What a matrix calls this leg; null without one. */
  readonly leg: string | null
  readonly now: Date
}

/** What a history keeps of a run: one record for each workload of which head was measured. */
export async function recordsOf(run: ToRecord): Promise<readonly NewRecord[]> {
  const { config, leg, now, repository, result, trials } = run
  const commit = result.head.sha
  const committed = await commitTime(repository, commit)
  return result.workloads.flatMap((measured) => {
    const workload = config.workloads.find(({ name }) => name === measured.name)
    const trial = trials.findLast((one) => one.workload === measured.name && one.side === 'head')
    if (workload === undefined || trial === undefined || !workloadName.test(measured.name)) return []
    const versions = { leakdiff: version, toolchain: trial.versions.toolchain }
    const about = { commit, committed, leg, versions, measured: now.toISOString() }
    const { floors } = runtimes[trial.runtime]
    const floor: Floor = (quantity, repeat) => floorOf(floors, quantity, repeat)
    const record = recordOf(measured, { ...about, workloadHash: workloadHash(workload) }, floor)
    return record === null ? [] : [{ workload: measured.name, record }]
  })
}
