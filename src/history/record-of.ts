import { type Quantity, quantities } from '../profile/profile.ts'
import { type HistoryRecord, limits, type RecordedTotal } from './record.ts'

interface Growth {
  readonly perRound: number
  readonly low: number
  readonly high: number
}

/** What a record takes from a workload that was measured; figures in units a round. */
export interface Measured {
  readonly runtime: string
  readonly verdict: HistoryRecord['verdict']
  readonly operations: number
  readonly totals: readonly {
    readonly quantity: string
    readonly role: string
    readonly head: Growth
    readonly base: Growth | null
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

/**
 * The record of one workload, figures an operation; null when nothing of it was measured. That of base is
 * no verdict's: head alone is judged.
 */
export function recordOf(
  workload: Measured,
  side: 'base' | 'head',
  about: About,
  floor: Floor,
): HistoryRecord | null {
  const { operations, runtime } = workload
  const of = (total: Measured['totals'][number]) => totalOf(total, side, operations, floor)
  const totals = workload.totals.flatMap(of).slice(0, limits.totals)
  if (totals.length === 0) return null
  const verdict = side === 'head' ? workload.verdict : 'inconclusive'
  return { schemaVersion: 1, ...about, verdict, runtime, operations, totals }
}

function totalOf(
  total: Measured['totals'][number],
  side: 'base' | 'head',
  operations: number,
  floor: Floor,
): readonly RecordedTotal[] {
  const { budget, quantity, repeat, role, smallestVisible } = total
  const grown = total[side]
  if (grown === null || !isQuantity(quantity) || role.length > 300) return []
  const each = (perRound: number) => Number((perRound / operations).toPrecision(6))
  return [
    {
      role,
      quantity,
      growth: each(grown.perRound),
      low: each(grown.low),
      high: each(grown.high),
      smallestVisible: each(smallestVisible),
      floor: each(floor(quantity, repeat)),
      budget: budget === null ? null : each(budget),
    },
  ]
}

const isQuantity = (text: string): text is Quantity => Object.hasOwn(quantities, text)
