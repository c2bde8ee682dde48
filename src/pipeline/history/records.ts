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

/**
 * What a history keeps of a run: one record for each workload of which head was measured, and one of base
 * where that was measured too, for a history that has none of it: it begins where the comparison did.
 */
export async function recordsOf(run: ToRecord): Promise<readonly NewRecord[]> {
  const { base, head } = run.result
  const before = base === null || base.sha === head.sha ? [] : await recordsOfSide(run, 'base', base.sha)
  return [...before, ...(await recordsOfSide(run, 'head', head.sha))]
}

async function recordsOfSide(
  { config, leg, now, repository, result, trials }: ToRecord,
  side: 'base' | 'head',
  commit: string,
): Promise<readonly NewRecord[]> {
  const committed = await commitTime(repository, commit)
  return result.workloads.flatMap((measured) => {
    const workload = config.workloads.find(({ name }) => name === measured.name)
    const trial = trials.findLast((one) => one.workload === measured.name && one.side === side)
    if (workload === undefined || trial === undefined || !workloadName.test(measured.name)) return []
    const versions = { leakdiff: version, toolchain: trial.versions.toolchain }
    const about = { commit, committed, leg, versions, measured: now.toISOString() }
    const { floors } = runtimes[trial.runtime]
    const floor: Floor = (quantity, repeat) => floorOf(floors, quantity, repeat)
    const record = recordOf(measured, side, { ...about, workloadHash: workloadHash(workload) }, floor)
    return record === null ? [] : [{ workload: measured.name, record, ifMissing: side === 'base' }]
  })
}
