import { budgetOf, type Workload } from '../configure/config.ts'
import type { TrialGrowth } from '../diff/comparison.ts'
import { fewestRepeats } from '../judge/threshold.ts'
import type { JudgedTotal } from '../judge/verdict.ts'
import type { Quantity } from '../profile/profile.ts'
import type { TotalResult } from './result.ts'

/** A total of head as results have it; none for one that head does not have. */
export function totalResult(workload: Workload, total: JudgedTotal): TotalResult[] {
  const { diff, figure } = total
  if (figure === null) return []
  const series = (trials: readonly TrialGrowth[]) => trials.map((t) => [...t.series])
  const repeat = fewestRepeats(diff)
  return [
    {
      quantity: diff.quantity,
      unit: diff.unit,
      role: diff.role,
      base: figure.base && { ...figure.base, series: series(diff.base) },
      head: { ...figure.head, series: series(diff.head) },
      excess: figure.more,
      budget: accepted(workload, diff.quantity, total.threshold),
      smallestVisible: total.smallestVisible,
      ...(repeat > 1 && { repeat }),
      shape: total.shape,
      leaks: total.standing === 'red',
    },
  ]
}

/** What the user accepts: his figure, else the floor that `auto` stands for; null: no growth fails. */
export function accepted({ budgets }: Workload, quantity: Quantity, threshold: number | null): number | null {
  const own = budgetOf(budgets, quantity)
  return typeof own === 'number' ? own : threshold
}
