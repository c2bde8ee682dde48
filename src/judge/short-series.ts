import type { TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import { differences } from '../diff/growth.ts'
import type { Reason } from '../trial/trial.ts'
import { evidentTasks, fewestIntervals } from './constants.ts'
import { plainExcessOf } from './rules/rule.ts'
import type { Judgement, Standing } from './verdict.ts'

/** Values of the shortest series of a total. */
export const snapshotsOf = ({ base, head }: TotalDiff): number =>
  Math.min(...[...base, ...head].map(({ series }) => series.length))

/** Whether a total was seen too few times, on either side, to tell a leak from a cache. */
export const isTooShort = (diff: TotalDiff): boolean => snapshotsOf(diff) <= fewestIntervals

/**
 * Where the judging of a total stands that was seen a few times alone. Only tasks can be red: nearly one an
 * operation, from each of three snapshots or more to the next, in two fresh starts of head, and none on base.
 * All else that grows more than `threshold` units a round is left in between.
 */
export function standingOfShortSeries(diff: TotalDiff, threshold: number, operations: number): Standing {
  const head = diff.head.at(-1)
  const grows = head !== undefined && plainExcessOf(head, diff.base) > threshold
  if (!grows) return 'quiet'
  const none = diff.base.every((trial) => rise(trial) <= 0)
  const evident =
    diff.quantity === 'tasks' && none && diff.head.every((trial) => isEvident(trial, operations))
  if (!evident) return 'between'
  return diff.head.length > 1 ? 'red' : 'suspected'
}

/**
 * Clients that are connected when the second snapshot is taken have a task each, and leak nothing: twice,
 * or it tells nothing.
 */
function isEvident({ series }: TrialGrowth, operations: number): boolean {
  const steps = differences(series)
  const made = operations * steps.length
  const each = steps.every((step) => step >= evidentTasks.perOperation * operations)
  return steps.length >= evidentTasks.intervals && made >= evidentTasks.operations && each
}

const rise = ({ series }: TrialGrowth): number => (series.at(-1) ?? 0) - (series[0] ?? 0)

const words = ['', 'One snapshot', 'Two snapshots', 'Three snapshots', 'Four snapshots']

/** Why a workload that was seen a few times alone is undecided; none when it failed all the same. */
export function shortSeriesReasons({ tooShort, verdict }: Judgement): readonly Reason[] {
  if (tooShort === undefined || verdict !== 'inconclusive') return []
  const text = `${words[tooShort] ?? `${tooShort} snapshots`} cannot tell a leak from a cache.`
  const remedy = `Have the workload write ${fewestIntervals + 1} or more, with as many operations between any two of them.`
  return [{ code: 'too-few-snapshots', text, remedy }]
}
