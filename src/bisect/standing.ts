import type { Result, TotalResult, WorkloadResult } from '../report/result.ts'
import type { Standing, Suspect } from './state.ts'

/** Growth of so many times what is visible needs no more rounds than the fewest that can be judged. */
const plainFactor = 8

/** What leaks most at BAD, seen from what can be seen; null: nothing does. */
export function suspectOf({ workloads }: Pick<Result, 'workloads'>): Suspect | null {
  const red = workloads
    .filter(({ verdict }) => verdict === 'fail')
    .flatMap((workload) => workload.totals.filter(({ leaks }) => leaks).map((total) => ({ workload, total })))
  const [first] = red.toSorted((a, b) => clarity(b.total) - clarity(a.total))
  if (first === undefined) return null
  const { total, workload } = first
  const { quantity, role } = total
  return { workload: workload.name, quantity, role, plain: clarity(total) >= plainFactor }
}

const clarity = ({ excess, smallestVisible }: TotalResult): number =>
  excess / Math.max(smallestVisible, Number.MIN_VALUE)

/**
 * What one commit is, by the same judge: bad when the total that leaks at BAD leaks here as well.
 * Another leak than that says nothing of it.
 */
export function standingOf({ workloads }: Pick<Result, 'workloads'>, suspect: Suspect): Standing {
  const workload = workloads.find(({ name }) => name === suspect.workload)
  if (workload === undefined || workload.verdict === 'inconclusive') return 'undecided'
  if (workload.verdict === 'pass') return 'good'
  const total = totalOf(workload, suspect)
  if (total === undefined) return 'undecided'
  if (total.leaks) return 'bad'
  return total.budget !== null && total.excess <= total.budget ? 'good' : 'undecided'
}

const totalOf = ({ totals }: WorkloadResult, { quantity, role }: Suspect): TotalResult | undefined =>
  totals.find((total) => total.quantity === quantity && total.role === role)
