/**
 * A profile's bytes, and the name by which errors speak of it. Read piece by piece,
 * as it may be larger than memory allows.
 */
export interface Source {
  readonly name: string
  readonly size: number
  /** The bytes from `start` on, `length` of them or as many as there are. */
  readonly read: (start: number, length: number) => Uint8Array
}

/** A source that is in memory. */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, read: (start, length) => bytes.subarray(start, start + length) }
}
