import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Probe } from '../../probe.ts'
import type { Retainer } from '../../runtime.ts'
import type { Jvm } from '../attach/jvm.ts'
import { classPathOf } from '../locate/jar/class-path.ts'
import { placing } from '../locate/jar/placing.ts'
import type { Trace } from '../trace/trace.ts'
import { endings, formats } from './files.ts'
import { histogramOf, threadsOf, totalsOf } from './readings.ts'
import { taskRows } from './tasks.ts'

/**
 * A JVM that answers; `pid` is the one that its marker told. `trace`:
 * who allocated what stays is told as well, and who holds it.
 */
export function liveJvm(jvm: Jvm, pid: number, trace: Trace | null): Probe {
  const placed = placing(classPathOf(jvm.pid))
  return {
    pid,
    collect: async () => {
      await trace?.begin()
      await histogramOf(jvm)
      // What the first found unreachable is cleaned by threads of the JVM, and freed by the second.
      await histogramOf(jvm)
    },
    count: () => totalsOf(jvm),
    snapshot: async (directory, request) => {
      const path = (ending: string) => join(directory, `jvm-${pid}${ending}`)
      const histogram = await histogramOf(jvm)
      const threads = await threadsOf(jvm, histogram, path('.threads.json'))
      if (trace === null)
        return [await written(path(endings.tasks), formats.tasks, placed(taskRows(threads)))]
      const { heap, holders, starters } = await trace.read(histogram, { ...request, directory })
      return [
        await written(path(endings.tasks), formats.tasks, placed(taskRows(threads, starters))),
        await written(path(endings.heap), formats.heap, placed(heap)),
        ...(holders === null ? [] : [await written(path(endings.holders), formats.holders, holders)]),
      ]
    },
    close: async () => {},
  }
}

async function written(path: string, format: string, rows: readonly (object | Retainer)[]): Promise<string> {
  await writeFile(path, JSON.stringify({ format, rows }))
  return path
}
