import { base64Wrapping } from './base64.ts'
import { hexWrapping } from './hex.ts'
import { numbersWrapping } from './numbers.ts'
import type { Unwrap } from './unwrap.ts'

/**
 * How a profile was made a text of, by the first bytes: base64, also within a document of JSON, digits, or a
 * list of numbers; null for what is none of them. Only what then begins as a profile does is taken for one.
 */
export function wrappingOf(head: Uint8Array): Unwrap | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  return base64Wrapping(text) ?? hexWrapping(text) ?? numbersWrapping(text)
}
