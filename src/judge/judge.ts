import type { Waiver } from '../configure/config.ts'
import type { Comparison, TotalDiff } from '../diff/comparison.ts'
import type { Quantity } from '../profile/profile.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import { faintGrowth } from './findings/faint.ts'
import { type Unfigured, withFigures } from './findings/figure.ts'
import { findingsOf } from './findings/findings.ts'
import { naming } from './findings/groups.ts'
import { maskedGrowth } from './findings/masked.ts'
import { outcomeOf } from './rules/confirming-trial.ts'
import { isSuspect } from './rules/first-trial.ts'
import { type Bounds, excessOf, type Outcome, plainExcessOf } from './rules/rule.ts'
import { shapeOf } from './shape.ts'
import { isTooShort, snapshotsOf, standingOfShortSeries } from './short-series.ts'
import { fewestRepeats, type Threshold } from './threshold.ts'
import type { JudgedTotal, Judgement, Standing } from './verdict.ts'
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
  /** Those that hold today. */
  readonly waivers?: readonly Waiver[]
}

/**
 * The verdict of the trials measured so far. Totals decide: one trial a side passes when nothing leaks and
 * nothing levels; a red was seen in the first and in a longer confirming trial of head, and stayed after the
 * drain. Sites only name what grew. What was seen too few times never passes.
 */
export function judge(question: Question): Judgement {
  const { comparison, operations = 1, threshold, taskStack, trials, warmup, waivers = [] } = question
  const names = naming(comparison, taskStack)
  const suspects = rolesThatGrew(comparison.totals, { threshold, warmup })
  const judged = comparison.totals.map((diff) => {
    const suspected = suspects.has(diff.role)
    const limit = threshold(diff.quantity, fewestRepeats(diff))
    return judgeTotal(diff, limit, { operations, warmup, suspected })
  })
  const totals = withObjects(withFigures(judged).map((total) => waive(names, total, waivers)))
  const measured = Math.max(0, ...comparison.totals.map((diff) => diff.head.length))
  const undecided = totals.filter((t) => t.standing === 'suspected' || t.standing === 'between')
  const tooShort = comparison.totals.some(isTooShort)
  const confirmable = undecided.filter((t) => !tooShort || t.standing === 'suspected')
  const next = confirmable.length > 0 && measured < trials ? 'confirm' : 'done'
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

function judgeTotal(
  diff: TotalDiff,
  threshold: number | null,
  {
    operations,
    suspected,
    warmup,
  }: { readonly operations: number; readonly suspected: boolean; readonly warmup: number },
): Unfigured {
  const head = diff.head.at(-1) ?? null
  const limit = threshold ?? Number.POSITIVE_INFINITY
  const short = isTooShort(diff)
  const { standing, undecided } = short
    ? settled(standingOfShortSeries(diff, limit, operations))
    : standingOf(diff, { threshold: limit, warmup }, suspected)
  const steady = head === null ? 0 : excessOf(head, diff.base)
  const stepped = head !== null && (short || (standing === 'red' && steady <= limit))
  return {
    diff,
    standing,
    undecided,
    threshold,
    excess: stepped ? plainExcessOf(head, diff.base) : steady,
    smallestVisible: smallestVisible(diff, threshold ?? 0),
    head,
    base: diff.base.at(-1) ?? null,
    shape: head === null ? 'flat' : shapeOf(head, threshold ?? 0),
    waiver: null,
  }
}

/**
 * Memory that a runtime tells in parts, of which the first trial may not read all:
 * bytes of small objects cost more to know than their number.
 */
const memory: readonly Quantity[] = ['heap-bytes', 'heap-objects', 'external-bytes']

/** Whether every trial of head is a confirming one. */
const isReadLate = ({ head }: TotalDiff): boolean => head.every(({ stage }) => stage === 'confirm')

/** Roles whose memory grew in the first trial of head, by what that trial reads of it. */
function rolesThatGrew(
  totals: readonly TotalDiff[],
  { threshold, warmup }: Pick<Question, 'threshold' | 'warmup'>,
): ReadonlySet<string> {
  const grew = totals.filter((diff) => {
    const [first] = diff.head
    const bounds = { threshold: threshold(diff.quantity) ?? Number.POSITIVE_INFINITY, warmup }
    if (first === undefined || isReadLate(diff) || !memory.includes(diff.quantity)) return false
    return isSuspect(first, diff.base, bounds)
  })
  return new Set(grew.map(({ role }) => role))
}

/** A total that only confirming trials read was seen in the first one by what that one could read. */
function standingOf(
  diff: TotalDiff,
  bounds: Bounds,
  suspected: boolean,
): Pick<JudgedTotal, 'standing' | 'undecided'> {
  const late = diff.head.length > 0 && isReadLate(diff) && memory.includes(diff.quantity)
  const [first, ...rest] = diff.head
  const confirming = late ? diff.head : rest
  if (first === undefined || (late ? !suspected : !isSuspect(first, diff.base, bounds)))
    return settled('quiet')
  const last = confirming.at(-1)
  if (last === undefined) return settled('suspected')
  const outcome = outcomeOf(diff, last, bounds)
  if (outcome === 'leaks') return settled('red')
  return open.includes(outcome) ? { standing: 'between', undecided: outcome } : settled('cleared')
}

const settled = (standing: Standing) => ({ standing, undecided: null })

/** What one more trial may still decide. */
const open: readonly Outcome[] = ['levels', 'unsure', 'rare', 'undone', 'while idle', 'scattered']
