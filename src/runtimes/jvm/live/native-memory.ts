/**
 * Bytes that Java code allocated outside of the heap, direct buffers before all: what `VM.native_memory`
 * counts as `Other`. null where the JVM does not count.
 */
export function readOtherMemory(text: string): number | null {
  const bytes = /^- +Other \(reserved=(\d+), /m.exec(text)?.[1]
  if (bytes !== undefined) return Number(bytes)
  return /^Total: reserved=\d+/m.test(text) ? 0 : null
}
