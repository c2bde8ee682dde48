import type { Waiver } from '../configure/config.ts'
import type { Comparison, TotalDiff, TrialGrowth } from '../diff/comparison.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import { faintGrowth } from './findings/faint.ts'
import { type Unfigured, withFigures } from './findings/figure.ts'
import { findingsOf } from './findings/findings.ts'
import { naming } from './findings/groups.ts'
import { maskedGrowth } from './findings/masked.ts'
import { meanExcess } from './rates.ts'
import type { Bounds } from './rules/rule.ts'
import { evenlyStaying, isOfEndedTasks } from './rules/stayed.ts'
import { type Shape, shapeOf } from './shape.ts'
import { isTooShort, snapshotsOf, standingOfShortSeries } from './short-series.ts'
import { rolesThatGrew, settled, standingOf } from './standing.ts'
import { fewestRepeats, type Threshold } from './threshold.ts'
import type { JudgedTotal, Judgement } from './verdict.ts'
import { smallestVisible } from './visible.ts'
import { usedBy, waive, withObjects } from './waivers/waivers.ts'

export interface Question {
  readonly comparison: Comparison
  /** Units a round above which a total fails; null: never. */
  readonly threshold: Threshold
  readonly taskStack: TaskStack
  /** Rounds thrown away before the first value. */
  readonly warmup: number
  /** Units of work in a round; 1 when left out. */
  readonly operations?: number
  /** Most trials a side. */
  readonly trials: number
  /** Trials beyond them for growth that was let go of, or came too rarely. Left out: none. */
  readonly spare?: number
  /** Those that hold today. */
  readonly waivers?: readonly Waiver[]
}

/**
 * The verdict of the trials measured so far. Totals decide: one trial a side passes when nothing leaks and
 * nothing levels; a red was seen in the first and in a longer confirming trial of head, and stayed after the
 * drain. Sites only name what grew. What was seen too few times never passes.
 */
export function judge(question: Question): Judgement {
  const {
    comparison,
    operations = 1,
    spare = 0,
    threshold,
    taskStack,
    trials,
    warmup,
    waivers = [],
  } = question
  const names = naming(comparison, taskStack)
  const suspects = rolesThatGrew(comparison.totals, { threshold, warmup })
  const judged = comparison.totals.map((diff) => {
    const suspected = suspects.has(diff.role)
    const limit = threshold(diff.quantity, fewestRepeats(diff))
    const left = { evenly: evenlyStaying(names, diff), isOfTasks: isOfEndedTasks(names, diff) }
    return judgeTotal(diff, limit, { operations, warmup, ...left, suspected })
  })
  const totals = withObjects(withFigures(judged).map((total) => waive(names, total, waivers)))
  const measured = Math.max(0, ...comparison.totals.map((diff) => diff.head.length))
  const undecided = totals.filter((t) => t.standing === 'suspected' || t.standing === 'between')
  const tooShort = comparison.totals.some(isTooShort)
  const confirmable = undecided.filter((t) => !tooShort || t.standing === 'suspected')
  const next = confirmable.some((t) => measured < trials + (movesRarely(t) ? spare : 0)) ? 'confirm' : 'done'
  const red = totals.some((t) => t.standing === 'red')
  const verdict = red ? 'fail' : undecided.length > 0 || tooShort ? 'inconclusive' : 'pass'
  return {
    next,
    verdict,
    totals,
    findings: next === 'confirm' ? [] : findingsOf(names, totals),
    masked: next === 'confirm' ? [] : maskedGrowth(names, totals),
    faint: next === 'confirm' ? [] : faintGrowth(names, totals),
    used: usedBy(totals),
    ...(tooShort && { tooShort: Math.min(...comparison.totals.map(snapshotsOf)) }),
  }
}

/** What moves rarely is known by how many trials show it, and each shows little of it. */
const movesRarely = ({ undecided }: Pick<JudgedTotal, 'undecided'>): boolean =>
  undecided === 'undone' || undecided === 'rare'

interface JudgedBy extends Omit<Bounds, 'threshold'> {
  readonly operations: number
  readonly suspected: boolean
}

function judgeTotal(
  diff: TotalDiff,
  threshold: number | null,
  { operations, suspected, ...bounds }: JudgedBy,
): Unfigured {
  const head = diff.head.at(-1) ?? null
  const limit = threshold ?? Number.POSITIVE_INFINITY
  const short = isTooShort(diff)
  const { excused, manner, standing, undecided } = short
    ? settled(standingOfShortSeries(diff, limit, operations), 'stepped')
    : standingOf(diff, { ...bounds, threshold: limit }, suspected)
  return {
    diff,
    standing,
    undecided,
    excused,
    threshold,
    manner,
    excess: meanExcess(diff, manner),
    smallestVisible: smallestVisible(diff, threshold ?? 0),
    head,
    base: diff.base.at(-1) ?? null,
    shape:
      head === null ? 'flat' : shapeOfTotal(head, { manner, standing, limit: threshold ?? 0, ...bounds }),
    waiver: null,
  }
}

/** What a drain says of a total goes before what its series looks like. */
function shapeOfTotal(
  head: TrialGrowth,
  {
    isOfTasks,
    limit,
    manner,
    standing,
  }: Pick<JudgedTotal, 'manner' | 'standing'> & {
    readonly limit: number
    readonly isOfTasks?: boolean
  },
): Shape {
  if (manner === 'left') return 'partly settled'
  return isOfTasks === true && standing === 'cleared' ? 'slow to settle' : shapeOf(head, limit)
}
