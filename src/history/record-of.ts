import { type Quantity, quantities } from '../profile/profile.ts'
import { type HistoryRecord, limits, type RecordedTotal } from './record.ts'

/** What a record takes from a workload that was measured; figures in units a round. */
export interface Measured {
  readonly runtime: string
  readonly verdict: HistoryRecord['verdict']
  readonly operations: number
  readonly totals: readonly {
    readonly quantity: string
    readonly role: string
    readonly head: { readonly perRound: number; readonly low: number; readonly high: number }
    readonly smallestVisible: number
    readonly budget: number | null
    readonly repeat?: number | undefined
  }[]
}

/** Growth a round of a total that is noise, where each measured round was so many of the workload's. */
export type Floor = (quantity: Quantity, repeat?: number) => number

export type About = Pick<
  HistoryRecord,
  'workloadHash' | 'leg' | 'commit' | 'committed' | 'measured' | 'versions'
>

/** The record of one workload, figures an operation; null when nothing of it was measured. */
export function recordOf(workload: Measured, about: About, floor: Floor): HistoryRecord | null {
  const { operations, runtime, verdict } = workload
  const totals = workload.totals.flatMap((total) => totalOf(total, operations, floor)).slice(0, limits.totals)
  if (totals.length === 0) return null
  return { schemaVersion: 1, ...about, verdict, runtime, operations, totals }
}

function totalOf(
  total: Measured['totals'][number],
  operations: number,
  floor: Floor,
): readonly RecordedTotal[] {
  const { budget, head, quantity, repeat, role, smallestVisible } = total
  if (!isQuantity(quantity) || role.length > 300) return []
  const each = (perRound: number) => Number((perRound / operations).toPrecision(6))
  return [
    {
      role,
      quantity,
      growth: each(head.perRound),
      low: each(head.low),
      high: each(head.high),
      smallestVisible: each(smallestVisible),
      floor: each(floor(quantity, repeat)),
      budget: budget === null ? null : each(budget),
    },
  ]
}

const isQuantity = (text: string): text is Quantity => Object.hasOwn(quantities, text)
