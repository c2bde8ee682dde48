import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Total } from '../../../profile/profile.ts'
import type { Probe } from '../../probe.ts'
import { command } from '../attach/command.ts'
import type { Jvm } from '../attach/jvm.ts'
import { endings, formats, type HeapRow } from './files.ts'
import { type Histogram, objectsOf, readHistogram } from './histogram.ts'
import { readOtherMemory } from './native-memory.ts'
import { taskRows } from './tasks.ts'
import { readThreads, type Thread } from './threads.ts'
import { readVirtualThreads, virtualThread } from './virtual-threads.ts'

/** A JVM that answers; `pid` is the one that its marker told. */
export function liveJvm(jvm: Jvm, pid: number): Probe {
  return {
    pid,
    collect: async () => {
      await histogramOf(jvm)
      // What the first found unreachable is cleaned by threads of the JVM, and freed by the second.
      await histogramOf(jvm)
    },
    count: () => totalsOf(jvm),
    snapshot: async (directory) => {
      const name = join(directory, `jvm-${pid}`)
      const histogram = await histogramOf(jvm)
      const threads = await threadsOf(jvm, histogram, `${name}.threads.json`)
      return [
        await written(name + endings.tasks, formats.tasks, taskRows(threads)),
        await written(name + endings.heap, formats.heap, heapRows(histogram)),
      ]
    },
    close: async () => {},
  }
}

/** The JVM counts behind a full collection, whatever collector it has. */
const histogramOf = async (jvm: Jvm): Promise<Histogram> =>
  readHistogram(await command(jvm, 'GC.class_histogram'))

const platformThreads = async (jvm: Jvm): Promise<readonly Thread[]> =>
  readThreads(await command(jvm, 'Thread.print'))

async function totalsOf(jvm: Jvm): Promise<readonly Total[]> {
  const histogram = await histogramOf(jvm)
  const threads = await platformThreads(jvm)
  const other = readOtherMemory(await command(jvm, 'VM.native_memory summary scale=b'))
  return [
    { quantity: 'heap-bytes', value: histogram.bytes },
    { quantity: 'heap-objects', value: histogram.objects },
    { quantity: 'tasks', value: threads.length + objectsOf(histogram, virtualThread) },
    ...(other === null ? [] : [{ quantity: 'external-bytes', value: other } satisfies Total]),
  ]
}

/** Virtual threads are told by Java code in the program, which is run where there are some. */
async function threadsOf(jvm: Jvm, histogram: Histogram, path: string): Promise<readonly Thread[]> {
  const platform = await platformThreads(jvm)
  if (objectsOf(histogram, virtualThread) === 0) return platform
  await command(jvm, `Thread.dump_to_file -overwrite -format=json "${path}"`)
  const text = await readFile(path, 'utf8')
  // Names of threads stand in it, which are the program's own texts.
  await rm(path, { force: true })
  return [...platform, ...readVirtualThreads(text, new Set(platform.map(({ id }) => id)))]
}

/** A class stands where a stack would. */
const heapRows = ({ classes }: Histogram): readonly HeapRow[] =>
  classes.map(({ bytes, name, objects }) => ({
    bytes,
    objects,
    stack: [{ function: name, file: '', line: 0 }],
  }))

async function written(path: string, format: string, rows: readonly object[]): Promise<string> {
  await writeFile(path, JSON.stringify({ format, rows }))
  return path
}
