import type { NativeRow } from './files.ts'

/**
 * Bytes that Java code allocated outside of the heap, direct buffers before all: what `VM.native_memory`
 * counts as `Other`. null where the JVM does not count.
 */
export function readOtherMemory(text: string): number | null {
  const bytes = /^- +Other \(reserved=(\d+), /m.exec(text)?.[1]
  if (bytes !== undefined) return Number(bytes)
  return /^Total: reserved=\d+/m.test(text) ? 0 : null
}

/**
 * Bytes in use for loaded classes: metadata, and what compressed pointers to classes reach. null: as above.
 */
export function readMetaspace(text: string): number | null {
  const ofClasses = /^- +Class \([\s\S]*?(?=^- )/m.exec(text)?.[0]
  const used = Array.from(ofClasses?.matchAll(/\( +used=(\d+)\)/g) ?? [], ([, bytes]) => Number(bytes))
  return used.length === 0 ? null : used.reduce((sum, bytes) => sum + bytes, 0)
}

/**
 * Bytes outside of the heap that the JVM has taken, by its own names of what for. Of classes those in use: it
 * takes them from the system in large pieces.
 */
export function readKinds(text: string): readonly NativeRow[] {
  const metaspace = readMetaspace(text)
  const kinds = Array.from(
    text.matchAll(/^- +(.+?) \(reserved=\d+, committed=(\d+)\)/gm),
    ([, name = '', bytes]) => ({
      bytes: name === 'Metaspace' && metaspace !== null ? metaspace : Number(bytes),
      stack: [{ function: name, file: '', line: 0 }],
    }),
  )
  return kinds.filter(({ stack: [kind] }) => !notTaken.test(kind?.function ?? ''))
}

/**
 * The heap is told otherwise, counting and recording are leakdiff's own, and what compiles and collects grows
 * in every program.
 */
const notTaken = /^(?:Java Heap|Native Memory Tracking|Tracing|Arena Chunk|Compiler|Code|GC)$/
