import type { Workload } from '../configure/config.ts'
import { confirmFactor, counted, plainExcess } from '../judge/constants.ts'
import { fewestRepeats } from '../judge/threshold.ts'
import type { JudgedTotal, Judgement } from '../judge/verdict.ts'
import { type AllRepeats, createRepeats, mostRepeats, theProgram } from '../measure/rounds/repeat.ts'
import type { Quantity } from '../profile/profile.ts'
import type { Trial } from '../trial/trial.ts'

/** Bytes and objects of a live heap that one task or file is made of. */
const partsOfOne: Partial<Record<Quantity, number>> = { 'heap-bytes': 1024, 'heap-objects': 8 }

/** Two measures of one heap: what is plain by the one need not be by the other. */
const heap: readonly Quantity[] = ['heap-bytes', 'heap-objects']

/**
 * How often a measured round of a confirming trial has to repeat the workload's for what is suspected to be
 * plain. What is only another view of a suspect that is need not be.
 * It goes as far as the first trial at least: a leak that began late there is to begin in it too, however
 * short the host's rounds are. One confirming trial is as long as the other: what they climb and fall back to
 * is compared.
 */
export function repeatsToConfirm({ totals }: Judgement): number {
  const confirming = totals.flatMap(({ diff }) => diff.head.filter(({ stage }) => stage === 'confirm'))
  if (confirming.length > 0) return Math.max(...confirming.map(({ repeat = 1 }) => repeat))
  const suspects = totals.filter(({ standing }) => standing === 'suspected')
  const ofHeaps = [...new Set(suspects.filter(isHeap).map(({ diff }) => diff.role))].map((role) =>
    Math.min(
      ...suspects.filter((t) => isHeap(t) && t.diff.role === role).map((t) => repeatsOfTotal(t, suspects)),
    ),
  )
  const others = suspects.filter((t) => !isHeap(t)).map((t) => repeatsOfTotal(t, suspects))
  const asFar = suspects.map(({ diff }) => Math.ceil(fewestRepeats(diff) / confirmFactor))
  return Math.max(1, ...asFar, ...ofHeaps, ...others)
}

const isHeap = ({ diff }: JudgedTotal): boolean => heap.includes(diff.quantity)

function repeatsOfTotal(total: JudgedTotal, suspects: readonly JudgedTotal[]): number {
  const { diff, excess, threshold } = total
  if (excess <= 0) return mostRepeats
  if (isMadeOf(total, suspects)) return 1
  const plain = counted.includes(diff.quantity) ? plainExcess.counted : plainExcess.other
  return Math.ceil((plain * (threshold ?? 0) * fewestRepeats(diff)) / excess)
}

/** Whether a heap grows by no more than what its tasks and files are made of. */
function isMadeOf({ diff, excess }: JudgedTotal, suspects: readonly JudgedTotal[]): boolean {
  const parts = partsOfOne[diff.quantity] ?? 0
  const grown = suspects.filter((t) => t.diff.role === diff.role && counted.includes(t.diff.quantity))
  return excess <= parts * Math.max(0, ...grown.map((t) => t.excess))
}

/** What was measured before decides how often; else the workload, or how short its round turns out to be. */
export function repeatsOf({ form, repeat = 'auto' }: Workload, cachedBase: Trial | null): AllRepeats {
  const known = (cachedBase?.roles ?? []).map(
    ({ name, repeat: times = 1 }) => [form === 'test' ? name : theProgram, times] as const,
  )
  return createRepeats(repeat === 'auto' ? null : repeat, new Map(known))
}

/** How often confirming trials repeat a round, as judgements call for it. */
export function createLimit(repeats: AllRepeats) {
  let ahead: number | null = null
  return {
    /** Base was not seen: what the judgement of head alone calls for holds for both, as long as it fits. */
    ahead: (judgement: Judgement): void => {
      ahead = repeatsToConfirm(judgement)
      repeats.limit(ahead)
    },
    fits: (judgement: Judgement): boolean => {
      const enough = ahead === null || repeatsToConfirm(judgement) <= ahead
      if (!enough) ahead = null
      return enough
    },
    follow: (judgement: Judgement): void => {
      if (ahead === null) repeats.limit(repeatsToConfirm(judgement))
    },
  }
}
