import { setImmediate } from 'node:timers'
import { getHeapStatistics } from 'node:v8'
import type { ProbeAnswers } from '../protocol.ts'
import type { Heap } from './heap.ts'
import type { TaskTracker } from './tasks.ts'

export interface Reader {
  collect(): Promise<null>
  count(): Promise<ProbeAnswers['count']>
}

const mostReadings = 5

/** The program's exact totals: the least of up to five readings, each after a collection, without what is ours. */
export function createReader(heap: Heap, tasks: TaskTracker): Reader {
  // Captured at the start: a program may put a fake clock in the place of its timers.
  const turn = (): Promise<void> => new Promise((resolve) => tasks.ours(() => setImmediate(resolve)))

  const collect = async (): Promise<null> => {
    // Stacks first, for they keep the functions on them alive; then a turn, for what ends when the loop comes round.
    tasks.intern()
    await turn()
    tasks.intern()
    await heap.collect()
    return null
  }
  const count = async (): Promise<ProbeAnswers['count']> => {
    let least = Number.POSITIVE_INFINITY
    let external = Number.POSITIVE_INFINITY
    for (let reading = 0; reading < mostReadings; reading++) {
      await collect()
      const used = getHeapStatistics().used_heap_size
      least = Math.min(least, used)
      external = Math.min(external, process.memoryUsage().arrayBuffers - tasks.bytes())
    }
    await turn()
    tasks.intern()
    return { 'heap-bytes': least, 'external-bytes': Math.max(0, external), tasks: tasks.count() }
  }
  return { collect, count }
}
