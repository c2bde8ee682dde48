import type { Profile } from '../../profile.ts'
import { inflate } from '../pprof/inflate.ts'
import { parseCounts } from './counts.ts'
import { parseDump } from './dump.ts'
import { brokenDump, notDump } from './refusal.ts'

/** The runtime fills this much with debug=2 and drops the rest without a word (runtime/pprof, writeGoroutineStacks). */
export const dumpLimit = 64 * 2 ** 20
const textLimit = 256 * 2 ** 20

/** Which form of a goroutine profile the bytes are: counts by stack (debug=1), a dump of each (debug=2), or neither. */
export function goroutineTextForm(bytes: Uint8Array): 'debug1' | 'debug2' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString('latin1')
  if (head.startsWith('goroutine profile: total ')) return 'debug1'
  return /^goroutine \d+ [^\n]*\[/.test(head) ? 'debug2' : null
}

/**
 * Reads a goroutine profile in text, as debug=1 (counts) or debug=2 (with state, minutes and creator of each) writes it, plain or gzip.
 * Throws FormatError: `not-this-format`, or `broken` for a dump that was cut short, by the runtime's own limit of 64 MiB too.
 */
export function parseGoroutineText(bytes: Uint8Array): Profile {
  const inflated = inflate(bytes, textLimit)
  const form = goroutineTextForm(inflated)
  if (form === null) throw notDump()
  if (form === 'debug2' && inflated.length === dumpLimit) throw brokenDump('the runtime cut it at 64 MiB')
  const text = inflated.toString('utf8')
  return form === 'debug1' ? parseCounts(text) : parseDump(text)
}
