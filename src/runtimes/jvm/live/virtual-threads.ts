import { FormatError } from '../../../errors.ts'
import { isBridge } from '../class-name.ts'
import { frameOf, type Thread } from './threads.ts'

/** The class of which each virtual thread is one object: their exact number stands in the histogram. */
export const virtualThread = 'java.lang.VirtualThread'

/**
 * What `Thread.dump_to_file -format=json` writes (Java 21 and later), without the threads that `Thread.print`
 * tells better: those of `platform`, by their ids. Throws FormatError.
 */
export function readVirtualThreads(text: string, platform: ReadonlySet<number>): readonly Thread[] {
  const containers = containersOf(text)
  return containers.flatMap(({ threads }) =>
    Array.isArray(threads) ? (threads as readonly unknown[]).flatMap((one) => virtual(one, platform)) : [],
  )
}

interface Told {
  readonly tid?: unknown
  /** Of Java 24 and later. */
  readonly virtual?: unknown
  readonly stack?: unknown
}

function virtual(told: unknown, platform: ReadonlySet<number>): readonly Thread[] {
  const { stack, tid, ...thread } = (told ?? {}) as Told
  const id = Number(tid)
  if (!Array.isArray(stack)) return []
  const lines = (stack as readonly unknown[]).filter((line) => typeof line === 'string')
  // Before that flag: a thread of the JVM's own that no dump of platform threads tells is none of the
  // program.
  const isVirtual = thread.virtual === true || lines.at(-1)?.includes('java.lang.VirtualThread.run') === true
  if (!isVirtual || platform.has(id)) return []
  return [
    {
      id,
      state: 'virtual thread',
      stack: lines
        .filter((line) => !isBridge(line))
        .map(frameIn)
        .reverse(),
    },
  ]
}

/** `java.base/java.lang.Thread.sleep(Thread.java:540)`. */
function frameIn(line: string): Thread['stack'][number] {
  const [, method = line, place = ''] = /^(?:[^/(]*\/)*([^/(]+)\((.*)\)$/.exec(line) ?? []
  return frameOf(method, place)
}

function containersOf(text: string): readonly { readonly threads?: unknown }[] {
  try {
    const { threadDump } = JSON.parse(text) as {
      readonly threadDump: { readonly threadContainers: readonly object[] }
    }
    return threadDump.threadContainers
  } catch (cause) {
    throw new FormatError('broken', 'The JVM’s dump of its virtual threads is damaged.', 'Run it again.', {
      cause,
    })
  }
}
