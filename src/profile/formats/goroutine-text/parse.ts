import type { Profile } from '../../profile.ts'
import { textOf } from '../encoding.ts'
import { readLines, withLineBreaks } from '../lines.ts'
import { inflate } from '../pprof/wire/inflate.ts'
import { countsReader } from './counts.ts'
import { dumpReader } from './dump.ts'
import { brokenDump, notDump } from './refusal.ts'

/**
 * The runtime fills this much with debug=2 and drops the rest without a word (runtime/pprof,
 * writeGoroutineStacks).
 */
export const dumpLimit = 64 * 2 ** 20

/**
 * Which form of a goroutine profile the bytes are: counts by stack (debug=1), a dump of each (debug=2),
 * or neither.
 */
export function goroutineTextForm(bytes: Uint8Array): 'debug1' | 'debug2' | null {
  const head = headOf(bytes)
  if (/^[^\n]*goroutine(?:leak)? profile: total \d/m.test(head)) return 'debug1'
  const isDump = /goroutine \d+ [^\n]*\[[^\n]*\]:|Goroutine \d+ in state /.test(head)
  return isDump || /^goroutine \d+ [^\n]*\[/.test(head) ? 'debug2' : null
}

/** A reader of the text that begins with `head`, which takes all of its lines. */
export function goroutineTextReader(head: Uint8Array): ReturnType<typeof dumpReader> {
  const start = headOf(head)
  const isStrict = isBare(start)
  return goroutineTextForm(head) === 'debug1'
    ? countsReader(isStrict)
    : dumpReader(isStrict, isDoubleSpaced(start))
}

/**
 * Reads a goroutine profile in text, as debug=1 (counts) or debug=2 (with state, minutes and creator of each)
 * writes it, plain or gzip, also within other text. Throws FormatError: `not-this-format`, or `broken` for a
 * dump that was cut short, by the runtime's own limit of 64 MiB too.
 */
export function parseGoroutineText(bytes: Uint8Array): Profile {
  const inflated = inflate(bytes)
  const form = goroutineTextForm(inflated)
  if (form === null) throw notDump()
  if (form === 'debug2') refuseCut(inflated, inflated.length)
  const reader = goroutineTextReader(inflated)
  return reader.end(readLines(inflated, reader.line))
}

/** Throws when the runtime has cut a dump of that many bytes, which begins with `head`. */
export function refuseCut(head: Uint8Array, size: number): void {
  if (size === dumpLimit && isBare(headOf(head))) throw brokenDump('the runtime cut it at 64 MB')
}

/**
 * As a program writes it, with nothing around it and its tabs in place:
 * then a cut shows by any line that is not whole.
 */
function isBare(head: string): boolean {
  if (
    !/^goroutine[^\n]*(?:(?:\]:|: total \d+)\n|$)/.test(head) ||
    /\r|\u00a0|&nbsp;|[ \t]\n|\n\n\t/.test(head)
  )
    return false
  return /\n#?\t/.test(head) || !/\n#? *\S.*:\d+ \+0x|\n# +0x/.test(head)
}

/** Whether a blank line was put below each line on the way. */
function isDoubleSpaced(head: string): boolean {
  return /\)[ \t\r]*\n[ \t\r]*\n\s+\S[^\n]*\.\w+:\d+/.test(head)
}

function headOf(bytes: Uint8Array): string {
  return withLineBreaks(textOf(bytes.subarray(0, 1 << 16)))
}
