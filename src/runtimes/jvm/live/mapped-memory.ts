/**
 * Bytes of files that a program has mapped into its memory: of what `/proc/PID/maps` lists, files that are
 * shared with who else maps them, as `FileChannel.map` asks for. What the JVM maps for itself is none: its
 * library of classes, what it counts for other tools, and the heap of ZGC.
 */
export function mappedBytes(maps: string): number {
  let bytes = 0
  for (const [, from = '', to = '', path = ''] of maps.matchAll(mapping))
    if (!ofJvm.test(path)) bytes += Number.parseInt(to, 16) - Number.parseInt(from, 16)
  return bytes
}

/** Addresses, then permissions of which the last is `s`, offset, device and inode. */
const mapping = /^([\da-f]+)-([\da-f]+) \S{3}s \S+ \S+ +\d+ +(\/.*)$/gm

const ofJvm = /^\/(?:memfd:|dev\/|SYSV|.*\/(?:modules|hsperfdata_[^/]*\/\d+)$)|\.jsa$/
