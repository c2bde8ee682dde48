import type { Workload } from '../configure/config.ts'
import { plainExcess } from '../judge/constants.ts'
import { fewestRepeats } from '../judge/threshold.ts'
import type { Judgement } from '../judge/verdict.ts'
import { createRepeats, mostRepeats, type Repeats, theProgram } from '../measure/rounds/repeat.ts'
import type { Quantity } from '../profile/profile.ts'
import type { Trial } from '../trial/trial.ts'

const counted: readonly Quantity[] = ['tasks', 'files']

/**
 * How often a measured round of a confirming trial has to repeat the workload's for what is suspected to be
 * plain.
 */
export const repeatsToConfirm = ({ totals }: Judgement): number =>
  Math.max(
    1,
    ...totals
      .filter(({ standing }) => standing === 'suspected')
      .map(({ diff, excess, threshold }) => {
        const plain = counted.includes(diff.quantity) ? plainExcess.counted : plainExcess.other
        return excess > 0 ? Math.ceil((plain * (threshold ?? 0) * fewestRepeats(diff)) / excess) : mostRepeats
      }),
  )

/** What was measured before decides how often; else the workload, or how short its round turns out to be. */
export function repeatsOf({ form, repeat = 'auto' }: Workload, cachedBase: Trial | null): Repeats {
  const known = (cachedBase?.roles ?? []).map(
    ({ name, repeat: times = 1 }) => [form === 'test' ? name : theProgram, times] as const,
  )
  return createRepeats(repeat === 'auto' ? null : repeat, new Map(known))
}
