import type { Jvm } from '../attach/jvm.ts'
import type { HeapRow, OpenedRow } from '../live/files.ts'
import type { Histogram } from '../live/histogram.ts'
import type { Starters } from '../live/tasks.ts'
import { createHistory } from './history.ts'
import { createHolders, type HolderRow } from './holders.ts'
import { recorderOf } from './recorder.ts'
import { heapRows, openedRows } from './rows.ts'
import { startersIn } from './starters.ts'

/**
 * What is read of one JVM beside its totals and tasks: who allocated what stays, who holds it,
 * who started it.
 */
export interface Trace {
  readonly begin: () => Promise<unknown>
  readonly read: (histogram: Histogram, at: Moment) => Promise<Traced>
}

interface Moment {
  readonly directory: string
  readonly round: number
  /** Whether this is the last snapshot of a trial. */
  readonly dump: boolean
  readonly graph?: 'mark' | 'write'
}

interface Traced {
  readonly heap: readonly HeapRow[]
  readonly starters: Starters
  /** Who opened files that stay open, and who holds what is new; null: they were not asked for. */
  readonly opened: readonly OpenedRow[] | null
  readonly holders: readonly HolderRow[] | null
}

export function traceOf(jvm: Jvm, marker: string): Trace {
  const history = createHistory()
  const recorder = recorderOf(jvm, marker)
  const holders = createHolders(jvm)
  return {
    begin: recorder.begin,
    read: async (histogram, { directory, dump, graph, round }) => {
      history.add(round, histogram)
      const recording = dump ? await recorder.read(directory) : null
      const since = (moment: number) =>
        recording?.objects.filter(({ allocatedAt }) => allocatedAt >= moment) ?? []
      const young = since(history.since())
      return {
        heap: heapRows(histogram, history, young),
        starters: startersIn(recording, young),
        opened: graph === 'write' ? openedRows(histogram, history, since(history.began())) : null,
        holders: graph === undefined ? null : await holders.read(graph, histogram, directory),
      }
    },
  }
}
