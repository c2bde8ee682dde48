import { setImmediate } from 'node:timers'
import { getHeapSpaceStatistics } from 'node:v8'
import type { ProbeAnswers } from '../../line-protocol.ts'
import type { Heap } from './heap.ts'
import { createObjectCounter } from './objects.ts'
import type { TaskTracker } from './tasks/tasks.ts'

export interface Reader {
  collect(): Promise<null>
  count(): Promise<ProbeAnswers['count']>
  /** Live objects; null where they are not counted. */
  objects(): Promise<ProbeAnswers['heap']>
}

const mostReadings = 5
/**
 * Readings of a program at rest differ by 1 to 2 kB;
 * a collection that frees less than this has nothing left to free.
 */
const steady = 1024

/**
 * The program's exact totals, without what is ours: the least of up to five readings,
 * each after a collection, fewer when a further collection frees nothing more.
 */
export function createReader(heap: Heap, tasks: TaskTracker): Reader {
  // Captured at the start: a program may put a fake clock in the place of its timers.
  const turn = (): Promise<void> => new Promise((resolve) => tasks.ours(() => setImmediate(resolve)))

  const collect = async (): Promise<null> => {
    // Stacks first, for they keep the functions on them alive; then a turn,
    // for what ends when the loop comes round.
    tasks.intern()
    await turn()
    tasks.intern()
    await heap.collect()
    return null
  }
  const count = async (): Promise<ProbeAnswers['count']> => {
    let least = Number.MAX_SAFE_INTEGER
    let external = Number.POSITIVE_INFINITY
    for (let reading = 0; reading < mostReadings; reading++) {
      await collect()
      const freed = least - usedByObjects()
      least -= Math.max(0, freed)
      external = Math.min(external, process.memoryUsage().external - tasks.bytes())
      if (freed < steady) break
    }
    await turn()
    tasks.intern()
    return { 'heap-bytes': least, 'external-bytes': Math.max(0, external), tasks: tasks.count() }
  }
  const counter = createObjectCounter()
  // Counting collects by itself, and what was counted before left no stacks to let go of.
  const objects = async (): Promise<ProbeAnswers['heap']> => {
    tasks.intern()
    return { 'heap-objects': counter() }
  }
  return { collect, count, objects }
}

/**
 * Used heap without the spaces of compiled code (`trusted` is bytecode, from V8 12 on),
 * which moves without any leak.
 */
function usedByObjects(): number {
  let used = 0
  for (const space of getHeapSpaceStatistics()) {
    if (!/code|trusted/.test(space.space_name)) used += space.space_used_size
  }
  return used
}
