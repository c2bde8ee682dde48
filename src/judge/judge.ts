import type { Waiver } from '../configure/config.ts'
import type { Comparison, TotalDiff } from '../diff/comparison.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import { outcomeOf } from './confirming-trial.ts'
import { findingsOf } from './findings.ts'
import { isSuspect } from './first-trial.ts'
import { naming } from './groups.ts'
import { maskedGrowth } from './masked.ts'
import { type Bounds, excessOf, type Outcome, plainExcessOf } from './rule.ts'
import { shapeOf } from './shape.ts'
import { isTooShort, snapshotsOf, standingOfShortSeries } from './short-series.ts'
import { fewestRepeats, type Threshold } from './threshold.ts'
import type { JudgedTotal, Judgement, Standing } from './verdict.ts'
import { smallestVisible } from './visible.ts'
import { usedBy, waive } from './waivers.ts'

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
  const totals = comparison.totals.map((diff) =>
    waive(
      names,
      judgeTotal(diff, threshold(diff.quantity, fewestRepeats(diff)), { operations, warmup }),
      waivers,
    ),
  )
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
    used: usedBy(totals),
    ...(tooShort && { tooShort: Math.min(...comparison.totals.map(snapshotsOf)) }),
  }
}

function judgeTotal(
  diff: TotalDiff,
  threshold: number | null,
  { operations, warmup }: { readonly operations: number; readonly warmup: number },
): JudgedTotal {
  const head = diff.head.at(-1) ?? null
  const limit = threshold ?? Number.POSITIVE_INFINITY
  const short = isTooShort(diff)
  const { standing, undecided } = short
    ? settled(standingOfShortSeries(diff, limit, operations))
    : standingOf(diff, { threshold: limit, warmup })
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

function standingOf(diff: TotalDiff, bounds: Bounds): Pick<JudgedTotal, 'standing' | 'undecided'> {
  const [first, ...confirming] = diff.head
  if (first === undefined || !isSuspect(first, diff.base, bounds)) return settled('quiet')
  const last = confirming.at(-1)
  if (last === undefined) return settled('suspected')
  const outcome = outcomeOf(diff, last, bounds)
  if (outcome === 'leaks') return settled('red')
  return open.includes(outcome) ? { standing: 'between', undecided: outcome } : settled('cleared')
}

const settled = (standing: Standing) => ({ standing, undecided: null })

/** What one more trial may still decide. */
const open: readonly Outcome[] = ['levels', 'unsure', 'rare', 'undone', 'while idle', 'scattered']
