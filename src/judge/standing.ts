import type { TotalDiff } from '../diff/comparison.ts'
import type { Quantity } from '../profile/profile.ts'
import { outcomeOf } from './rules/confirming-trial.ts'
import { isSuspect } from './rules/first-trial.ts'
import { type Bounds, type Outcome, stays } from './rules/rule.ts'
import type { Threshold } from './threshold.ts'
import type { JudgedTotal, Manner, Standing } from './verdict.ts'

/** Where the judging of a total stands, and how what it grows by is told. */
interface Stand extends Pick<JudgedTotal, 'standing' | 'undecided' | 'excused'> {
  readonly manner: Manner
}

/**
 * Memory that a runtime tells in parts, of which the first trial may not read all:
 * bytes of small objects cost more to know than their number.
 */
const memory: readonly Quantity[] = ['heap-bytes', 'heap-objects', 'external-bytes']

/** Whether every trial of head is a confirming one. */
const isReadLate = ({ head }: TotalDiff): boolean => head.every(({ stage }) => stage === 'confirm')

/** Roles whose memory grew in the first trial of head, by what that trial reads of it. */
export function rolesThatGrew(
  totals: readonly TotalDiff[],
  { threshold, warmup }: { readonly threshold: Threshold; readonly warmup: number },
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
export function standingOf(diff: TotalDiff, bounds: Bounds, suspected: boolean): Stand {
  const late = diff.head.length > 0 && isReadLate(diff) && memory.includes(diff.quantity)
  const [first, ...rest] = diff.head
  const confirming = late ? diff.head : rest
  if (first === undefined || (late ? !suspected : !isSuspect(first, diff.base, bounds)))
    return settled('quiet')
  const last = confirming.at(-1)
  if (last === undefined) return settled('suspected')
  const outcome = outcomeOf(diff, last, bounds)
  if (leaks(outcome)) return settled('red', !stays(last) ? 'left' : outcome === 'leaks' ? 'even' : 'stepped')
  if (open.includes(outcome)) return { ...settled('between'), undecided: outcome }
  return { ...settled('cleared'), excused: !isClean(outcomeOf({ ...diff, base: [] }, last, bounds)) }
}

const leaks = (outcome: Outcome): boolean => outcome === 'leaks' || outcome === 'leaks in steps'
const isClean = (outcome: Outcome): boolean => !leaks(outcome) && !open.includes(outcome)

export const settled = (standing: Standing, manner: Manner = 'even'): Stand => ({
  standing,
  undecided: null,
  excused: false,
  manner,
})

/** What one more trial may still decide. */
const open: readonly Outcome[] = ['levels', 'unsure', 'rare', 'undone', 'while idle', 'scattered']
