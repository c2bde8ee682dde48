import type { Commit, Side } from '../checkout/revision.ts'
import { ConfigError } from '../errors.ts'
import { type BothSides, blame } from './both-sides.ts'
import type { Reason, Trial } from './trial.ts'

/** What the trials of one workload, measured in several jobs, amount to. */
export interface Shards extends BothSides {
  /** Base does not contain the workload. */
  readonly absent: boolean
  /** Missing, doubled or foreign shards: with any of them nothing is decided. */
  readonly problems: readonly Reason[]
}

/** The code of a trial that stands for a base without the workload. */
export const absentCode = 'base-absent'

/** The code of a trial that stands for a workload that head does not concern. */
export const skippedCode = 'not-changed'

const sides: readonly Side[] = ['base', 'head']
const remedy =
  'Let every job measure the same commits with the same configuration, and hand each trial over once.'

/** The two commits that trials speak of; the first of each side decides, others are foreign. */
export function commitsOf(trials: readonly Trial[]): Readonly<Record<Side, Commit | null>> {
  const of = (side: Side): Commit | null => {
    const first = trials.find((t) => t.side === side)
    return first === undefined ? null : { sha: first.sha, how: first.how }
  }
  return { base: of('base'), head: of('head') }
}

/** Trials of workloads that are not expected. */
export function strangers(trials: readonly Trial[], workloads: readonly string[]): readonly Reason[] {
  const names = new Set(trials.map((t) => t.workload).filter((name) => !workloads.includes(name)))
  return [...names].map((name) => ({
    code: 'shard-foreign',
    text: `There are trials of \`${name}\`, which the configuration does not define.`,
    remedy,
  }))
}

/** Joins the trials of one workload, and names what does not fit: a pass is only ever made of all of it. */
export function joinShards(
  all: readonly Trial[],
  workload: { readonly name: string; readonly hash: string; readonly trials: number },
): Shards {
  const commits = commitsOf(all)
  const own = all.filter((trial) => trial.workload === workload.name)
  const foreign = own.filter(
    (trial) => trial.workloadHash !== workload.hash || trial.sha !== commits[trial.side]?.sha,
  )
  const fitting = own.filter((trial) => !foreign.includes(trial))
  const absent = fitting.some(isAbsent)
  const expected = fitting.some((trial) => trial.alone) ? workload.trials : 1
  const failure = (side: Side): Reason | null => {
    const failed = fitting.find((t) => t.side === side && t.failures.length > 0 && !isAbsent(t))
    return failed?.failures[0] ?? null
  }
  const [baseFailure, headFailure] = [failure('base'), failure('head')]
  return {
    trials: fitting.filter((t) => t.failures.length === 0).sort((a, b) => a.number - b.number),
    headFailure: headFailure && blame(headFailure, baseFailure, !absent),
    baseFailure,
    notes: [],
    absent,
    problems: [
      ...foreign.map(foreignReason),
      ...sides.flatMap((side) => gaps(fitting, side, workload.name, expected)),
    ],
  }
}

const isAbsent = (trial: Trial): boolean => trial.failures[0]?.code === absentCode

const foreignReason = ({ side, number, workload, sha }: Trial): Reason => ({
  code: 'shard-foreign',
  text: `Trial ${number} of ${side} for \`${workload}\` at ${sha.slice(0, 7)} belongs to another commit or another configuration.`,
  remedy,
})

/**
 * Numbers that are there twice, and numbers that are not there although they are expected or a later one is.
 */
function gaps(trials: readonly Trial[], side: Side, workload: string, expected: number): readonly Reason[] {
  const numbers = trials.filter((t) => t.side === side).map((t) => t.number)
  const doubled = [...new Set(numbers.filter((n, i) => numbers.indexOf(n) !== i))]
  const last = numbers.reduce((a, b) => Math.max(a, b), 1)
  const most = Math.max(expected, Math.min(last, numbers.length + 1))
  const missing = Array.from({ length: most }, (_, i) => i + 1).filter((n) => !numbers.includes(n))
  const say = (code: string, number: number, what: string): Reason => ({
    code,
    text: `Trial ${number} of ${side} for \`${workload}\` ${what}.`,
    remedy,
  })
  return [
    ...doubled.map((n) => say('shard-doubled', n, 'is there more than once')),
    ...missing.map((n) => say('shard-missing', n, 'is missing')),
  ]
}

/**
 * The number of a trial as a person wrote it, null when nobody did. `place` names the flag or input. Throws
 * ConfigError.
 */
export function trialNumber(place: string, written: string | null): number | null {
  if (written === null) return null
  if (/^[1-9]\d?$/.test(written)) return Number(written)
  throw new ConfigError(`${place} is \`${written}\``, 'Write the number of a trial, from 1 on.')
}
