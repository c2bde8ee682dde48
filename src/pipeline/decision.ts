import type { FileChange } from '../checkout/changes/changes.ts'
import type { Workload } from '../configure/config.ts'
import { debug } from '../debug.ts'
import { compare, renewedRoles } from '../diff/compare.ts'
import { judge } from '../judge/judge.ts'
import { shortSeriesReasons } from '../judge/short-series.ts'
import { thresholdOf } from '../judge/threshold.ts'
import { undecidedReasons } from '../judge/undecided-reasons.ts'
import type { Finding, Judgement } from '../judge/verdict.ts'
import { byDay } from '../judge/waivers/waivers.ts'
import type { Search } from '../measure/diagnose/diagnostic-run.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import type { BothSides } from '../trial/both-sides.ts'
import type { Reason, Trial } from '../trial/trial.ts'

export type Decide = (trials: readonly Trial[], most: number, spare?: number) => Judgement

/**
 * Asks the judge about the trials measured so far, of which a side may have `most`, and `spare` beyond them;
 * waivers as they stand on the day `today`.
 */
export function decision(
  workload: Workload,
  runtime: Runtime,
  today: string,
  changes: readonly FileChange[] = [],
): Decide {
  const waivers = byDay(workload.waivers, today).active
  const threshold = thresholdOf(workload.budgets, runtime.floors)
  const { identifiers, unversioned } = runtime.source
  const moves = { files: changes, identifiers, ...(unversioned && { unversioned }) }
  const ofSide = (trials: readonly Trial[], side: Trial['side']) => trials.filter((t) => t.side === side)
  return (trials, most, spare = 0) =>
    told(
      judge({
        comparison: compare(ofSide(trials, 'base'), ofSide(trials, 'head'), moves),
        threshold,
        taskStack: runtime.taskStack,
        operations: workload.operations,
        trials: most,
        spare,
        warmup: workload.warmup,
        waivers,
      }),
    )
}

function told(judgement: Judgement): Judgement {
  debug('judge', () => `${judgement.verdict}, next ${judgement.next}`)
  for (const { diff, head, base, excess, threshold, standing, shape } of judgement.totals)
    debug('judge', () => {
      const growth = `base ${base?.growth.whole ?? '-'}, head ${head?.growth.whole ?? '-'} a round`
      const series = diff.head.at(-1)?.series.join(' ') ?? ''
      return `${diff.role}, ${diff.quantity}: ${growth}; excess ${excess}, allowed ${threshold}: ${standing}, ${shape}; head ${series}`
    })
  return judgement
}

/** Roles of which something is open: suspected, in between, or passed by base's own growth alone. */
export const openRoles = ({ totals }: Judgement): ReadonlySet<string> =>
  new Set(
    totals
      .filter(({ excused, standing }) => excused || (standing !== 'quiet' && standing !== 'cleared'))
      .map(({ diff }) => diff.role),
  )

/** Of the roles of head's first trial, the share that is `open`; 1 where none is. */
export function shareOf(open: ReadonlySet<string>, trials: readonly Trial[]): number {
  const names = ofHead(trials)[0]?.roles.map(({ name }) => name) ?? []
  const share = names.filter((name) => open.has(name)).length / Math.max(1, names.length)
  return share === 0 ? 1 : share
}

export const ofHead = (trials: readonly Trial[]) => trials.filter((trial) => trial.side === 'head')

/**
 * What is to be found of a red head; null: nothing. Stacks of tasks that run tell by themselves who leaks,
 * but not by which calls they came to be, nor what heap grows with them:
 * only a program that was started for it does. Files have no stacks in a trial.
 */
export function goalOf({ findings, verdict }: Judgement, runtime: Runtime): Search | null {
  const leaks = findings.filter(({ ruling }) => ruling === 'leak' || ruling === 'worse')
  if (verdict !== 'fail' || leaks.length === 0) return null
  if (leaks.some(({ quantity, site }) => quantity === 'files' && site === null))
    return { goal: 'openers', of: 'started' }
  const ofTasks = leaks.some(hasTasks)
  const { objectGraph } = runtime
  if (objectGraph === undefined && !ofTasks) return null
  return { goal: 'holders', of: objectGraph?.ofAny === true && !ofTasks ? 'living' : 'started' }
}

const hasTasks = ({ parts, quantity }: Finding): boolean =>
  quantity === 'tasks' || parts.some((part) => part.quantity === 'tasks')

/** Base only excuses: one that should run and cannot makes a head that grows inconclusive. */
export function conclude(
  { trials, headFailure, baseFailure }: BothSides,
  decide: Decide,
): { judgement: Judgement | null; reasons: Reason[] } {
  const heads = ofHead(trials).length
  const judgement = heads === 0 ? null : decide(trials, heads)
  const unjudged = [
    ...(judgement === null ? [] : [...shortSeriesReasons(judgement), ...undecidedReasons(judgement)]),
    ...renewalReasons(trials),
  ]
  if (headFailure !== null) return { judgement: judgement && undecided(judgement), reasons: [headFailure] }
  if (baseFailure === null || judgement?.verdict === 'pass') return { judgement, reasons: unjudged }
  return { judgement: judgement && undecided(judgement), reasons: [baseFailure] }
}

/** A pool that was not judged passes nothing. */
const renewalReasons = (trials: readonly Trial[]): readonly Reason[] =>
  [...renewedRoles(trials)].map((name) => ({
    code: 'pool-renewed',
    text: `The pool \`${name}\` could not be judged: its workers were renewed during the trial.`,
    remedy:
      'Measure with renewal switched off: no limit of requests for each worker (gunicorn: no --max-requests).',
  }))

/** A suspicion that there was no time to confirm is undecided for that reason. */
export function outOfTime<T extends { judgement: Judgement | null; reasons: Reason[] }>(
  concluded: T,
  reason: Reason | null,
) {
  if (reason === null || concluded.judgement?.verdict !== 'inconclusive') return concluded
  return { ...concluded, reasons: [...concluded.reasons, reason] }
}

export const undecided = (judgement: Judgement): Judgement => ({ ...judgement, verdict: 'inconclusive' })

/** YYYY-MM-DD, UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
