import type { TotalResult } from '../result.ts'
import type { Context } from './context.ts'

/** Tasks are counted whole: what is seen from half a task a round on is seen from the first. */
const fewest = 1

/**
 * Down to which growth a pass holds: `16 kB a round (800 B per operation)`. Of several processes or workloads
 * the one that saw least; null when nothing of a heap was judged.
 */
export function sight(contexts: readonly Context[]): string | null {
  const seen = contexts.map((context) => ({ context, heap: coarsest(context, 'heap-bytes') }))
  const [worst] = seen
    .filter(({ heap }) => heap !== null)
    .toSorted((a, b) => (b.heap?.smallestVisible ?? 0) - (a.heap?.smallestVisible ?? 0))
  if (worst?.heap == null) return null
  const { context, heap } = worst
  const tasks = coarsest(context, 'tasks')
  const counted =
    tasks === null || tasks.smallestVisible <= fewest
      ? ''
      : ` and ${context.words.amount(Math.ceil(tasks.smallestVisible), 'tasks')}`
  const { operations } = context.workload
  const amount = (value: number) => context.words.amount(rounded(value), 'heap-bytes')
  const each =
    operations === 1 ? '' : ` (${amount(heap.smallestVisible / operations)} per ${context.words.each})`
  return `${amount(heap.smallestVisible)}${counted} a round${each}`
}

const coarsest = ({ workload }: Context, quantity: string): TotalResult | null =>
  workload.totals
    .filter((total) => total.quantity === quantity && total.budget !== null)
    .toSorted((a, b) => b.smallestVisible - a.smallestVisible)[0] ?? null

const rounded = (value: number): number => Number(value.toPrecision(2))
