import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Probe } from '../../probe.ts'
import type { Jvm } from '../attach/jvm.ts'
import { classPathOf } from '../locate/jar/class-path.ts'
import { placing } from '../locate/jar/placing.ts'
import type { Trace } from '../trace/trace.ts'
import { endings, formats } from './files.ts'
import { type Counted, collectIn, countedIn, kindsIn, threadsOf, totalsOf } from './readings.ts'
import { taskRows } from './tasks.ts'
import { createTypes, sumOf } from './types.ts'

/**
 * A JVM that answers; `pid` is the one that its marker told. `trace`:
 * who allocated what stays is told as well, and who holds it.
 */
export function liveJvm(jvm: Jvm, pid: number, trace: Trace | null): Probe {
  const placed = placing(classPathOf(jvm.pid))
  const types = createTypes()
  let counted: Counted | null = null
  return {
    pid,
    collect: async () => {
      await trace?.begin()
      // What it finds unreachable is cleaned by threads of the JVM, and freed by the one of `count`.
      await collectIn(jvm)
    },
    count: async () => {
      counted = await countedIn(jvm)
      const more = sumOf(types.rows(counted.histogram))
      return [...(await totalsOf(jvm, counted)), { quantity: 'instances', value: more }]
    },
    snapshot: async (directory, request) => {
      const path = (ending: string) => join(directory, `jvm-${pid}${ending}`)
      // Each one stops the program: a snapshot tells what was counted last, once.
      const seen = counted ?? (await countedIn(jvm))
      counted = null
      const threads = await threadsOf(jvm, seen, path('.threads.json'))
      types.take(request.round, seen.histogram)
      const more = placed(types.rows(seen.histogram))
      const ofTypes = await written(path(endings.types), formats.types, more)
      if (trace === null)
        return [ofTypes, await written(path(endings.tasks), formats.tasks, placed(taskRows(threads)))]
      // Before the dump, which takes memory of its own.
      const native = request.graph === undefined ? null : await kindsIn(jvm)
      const { heap, holders, opened, starters } = await trace.read(seen.histogram, { ...request, directory })
      return [
        ofTypes,
        await written(path(endings.tasks), formats.tasks, placed(taskRows(threads, starters))),
        await written(path(endings.heap), formats.heap, placed(heap)),
        ...(native === null ? [] : [await written(path(endings.native), formats.native, native)]),
        ...(opened === null ? [] : [await written(path(endings.files), formats.files, placed(opened))]),
        ...(holders === null ? [] : [await written(path(endings.holders), formats.holders, holders)]),
      ]
    },
    close: async () => {},
  }
}

async function written(path: string, format: string, rows: readonly object[]): Promise<string> {
  await writeFile(path, JSON.stringify({ format, rows }))
  return path
}
