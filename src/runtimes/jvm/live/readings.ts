import { readFile, rm } from 'node:fs/promises'
import type { Total } from '../../../profile/profile.ts'
import { command } from '../attach/command.ts'
import type { Jvm } from '../attach/jvm.ts'
import { type Histogram, objectsOf, readHistogram } from './histogram.ts'
import { mappedBytes } from './mapped-memory.ts'
import { readKinds, readMetaspace, readOtherMemory } from './native-memory.ts'
import { readThreads, type Thread } from './threads.ts'
import { readVirtualThreads, virtualThread } from './virtual-threads.ts'

/** Every class, behind a full collection: the JVM counts so, whatever collector it has. */
const histogramOf = async (jvm: Jvm): Promise<Histogram> =>
  readHistogram(await command(jvm, 'GC.class_histogram'))

/**
 * Frees what nobody reaches, and counts nothing. A JVM that runs with `-XX:+DisableExplicitGC` says that it
 * does not, and is made to by being counted.
 */
export async function collectIn(jvm: Jvm): Promise<void> {
  if (/^Explicit GC is disabled/m.test(await command(jvm, 'GC.run'))) await histogramOf(jvm)
}

/** What was read at one moment, and not told yet. */
export interface Counted {
  readonly histogram: Histogram
  readonly threads: readonly Thread[]
}

/** Everything of which there are stacks, each asked for once. */
export const countedIn = async (jvm: Jvm): Promise<Counted> => ({
  histogram: await histogramOf(jvm),
  threads: await platformThreads(jvm),
})

const platformThreads = async (jvm: Jvm): Promise<readonly Thread[]> =>
  readThreads(await command(jvm, 'Thread.print'))

/** With what is taken outside of the heap, at once behind it. */
export async function totalsOf(jvm: Jvm, { histogram, threads }: Counted): Promise<readonly Total[]> {
  const told = await nativeMemory(jvm)
  const outside = await outsideOf(jvm, told)
  const metaspace = readMetaspace(told)
  return [
    { quantity: 'heap-bytes', value: histogram.bytes },
    { quantity: 'heap-objects', value: histogram.objects },
    { quantity: 'classes', value: objectsOf(histogram, 'java.lang.Class') },
    { quantity: 'tasks', value: threads.length + objectsOf(histogram, virtualThread) },
    ...(metaspace === null ? [] : [{ quantity: 'class-bytes', value: metaspace } satisfies Total]),
    ...(outside === null ? [] : [{ quantity: 'external-bytes', value: outside } satisfies Total]),
  ]
}

const nativeMemory = (jvm: Jvm): Promise<string> => command(jvm, 'VM.native_memory summary scale=b')

/** What it took outside of its heap, and what for; empty where it does not count. */
export const kindsIn = async (jvm: Jvm) => readKinds(await nativeMemory(jvm))

/** Bytes that Java code took outside of the heap, and files that it has mapped; null where nobody counts. */
async function outsideOf(jvm: Jvm, told: string): Promise<number | null> {
  const other = readOtherMemory(told)
  if (other === null) return null
  return other + mappedBytes(await readFile(`/proc/${jvm.pid}/maps`, 'utf8').catch(() => ''))
}

/**
 * All threads. Virtual ones are told by Java code in the program, which is run where there are some;
 * it writes to `path`.
 */
export async function threadsOf(
  jvm: Jvm,
  { histogram, threads }: Counted,
  path: string,
): Promise<readonly Thread[]> {
  if (objectsOf(histogram, virtualThread) === 0) return threads
  await command(jvm, `Thread.dump_to_file -overwrite -format=json "${path}"`)
  const text = await readFile(path, 'utf8')
  // Names of threads stand in it, which are the program's own texts.
  await rm(path, { force: true })
  return [...threads, ...readVirtualThreads(text, new Set(threads.map(({ id }) => id)))]
}
