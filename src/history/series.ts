import type { Quantity } from '../profile/profile.ts'
import type { History, HistoryRecord } from './record.ts'

/** One value of a series, an operation, in units. */
export interface Point {
  readonly commit: string
  readonly committed: string
  readonly growth: number
  readonly low: number
  readonly high: number
  readonly smallestVisible: number
  readonly floor: number
  readonly budget: number | null
  readonly toolchain: string
  readonly leakdiff: string
}

/**
 * How one total of one workload grew an operation, over the commits of the default branch, oldest first. A
 * changed workload begins a new series: its figures compare with none before.
 */
export interface Series {
  readonly workload: string
  readonly leg: string | null
  readonly runtime: string
  readonly operations: number
  readonly role: string
  readonly quantity: Quantity
  readonly points: readonly Point[]
}

/** The newest series of every total, of all workloads or of one. */
export function seriesOf(history: History, only?: string): readonly Series[] {
  return [...history].flatMap(([workload, records]) =>
    only === undefined || only === workload ? legsOf(records).flatMap((of) => totalsOf(workload, of)) : [],
  )
}

/** Records of each leg since its workload was last changed. */
function legsOf(records: readonly HistoryRecord[]): readonly (readonly HistoryRecord[])[] {
  const legs = new Map<string | null, HistoryRecord[]>()
  for (const one of records) {
    const before = legs.get(one.leg)
    if (before?.at(-1)?.workloadHash === one.workloadHash) before.push(one)
    else legs.set(one.leg, [one])
  }
  return [...legs.values()]
}

function totalsOf(workload: string, records: readonly HistoryRecord[]): readonly Series[] {
  const found = new Map<string, Series & { points: Point[] }>()
  for (const { commit, committed, leg, operations, runtime, totals, versions } of records)
    for (const { quantity, role, ...figures } of totals) {
      const key = `${quantity} ${role}`
      const one = found.get(key) ?? { workload, leg, runtime, operations, role, quantity, points: [] }
      one.points.push({ commit, committed, ...figures, ...versions })
      found.set(key, one)
    }
  return [...found.values()]
}
