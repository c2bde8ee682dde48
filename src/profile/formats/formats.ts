import { FormatError } from '../../errors.ts'
import type { Profile } from '../profile.ts'
import { contentionReader } from './address-text/contention.ts'
import { countReader } from './address-text/count.ts'
import { heapTextReader } from './address-text/heap.ts'
import { javaTextReader } from './address-text/java.ts'
import { jemallocReader } from './address-text/jemalloc.ts'
import { encodingOf, textOf } from './encoding.ts'
import { beginsFolded, foldedReader } from './folded.ts'
import { goroutineTextForm, goroutineTextReader } from './goroutine-text/parse.ts'
import { withLineBreaks } from './lines.ts'
import type { MeasuredProfile } from './measure.ts'
import { otherFormat } from './not-read/not-read.ts'
import { pastedReader } from './pasted/reader.ts'
import { austinReader } from './python/austin.ts'
import { parseMemray } from './python/memray.ts'
import { parseTracemalloc } from './python/tracemalloc.ts'
import type { TextReader } from './text-reader.ts'
import { parseHeap } from './v8/heap.ts'
import { parseSnapshot } from './v8/snapshot.ts'
import { parseTasks } from './v8/tasks.ts'

/**
 * How a file holds its figures, and how it is read.
 * The last of its measures is the one that its writer would look at first.
 */
export type Format =
  | { readonly name: 'pprof' }
  | { readonly name: string; readonly readText: (head: Uint8Array) => TextReader }
  | { readonly name: string; readonly readWhole: (bytes: Buffer) => readonly MeasuredProfile[] }

type Recognised = Exclude<Format, { readonly name: 'pprof' }> & {
  readonly begins: { readonly test: (text: string) => boolean }
}

/** By the first 64 KiB, in this order. docs/profiles.md has the same table for people. */
const formats: readonly Recognised[] = [
  {
    name: 'heap-text',
    begins: /heap profile: *\d+: *\d+ *\[ *\d+: *\d+ *\] *@/,
    readText: () => pastedReader(/heap profile: *\d/, heapTextReader()),
  },
  {
    name: 'jemalloc',
    begins: /^heap_v2\/\d+\n|heap_v2\/\d[\s\S]{0,1000}?t\*: \d+: \d+ \[/,
    readText: () => pastedReader(/heap_v2\/\d/, jemallocReader()),
  },
  {
    name: 'java-text',
    begins: /^--- (?:heapz|contentionz) \d+ ---\n(?:.*\n)?\s*format = java/,
    readText: javaTextReader,
  },
  {
    name: 'contention-text',
    begins: /^--- contention(?:z.*)?:?|--- (?:mutex|contention):[\s\S]{0,1000}cycles\/second=\d/,
    readText: () => pastedReader(/--- (?:mutex|contention)/, contentionReader()),
  },
  { name: 'count-text', begins: { test: beginsCounts }, readText: countReader },
  {
    name: 'count-text',
    begins: /\b\w+ profile: total \d+\b[\s\S]{0,1000}\d+ @/,
    readText: () => pastedReader(/\b\w+ profile: total \d/, countReader()),
  },
  { name: 'v8-snapshot', begins: /^\s*\{\s*"snapshot"\s*:\s*\{/, readWhole: parseSnapshot },
  {
    name: 'v8-tasks',
    begins: /^\{"format":"leakdiff-node-tasks"/,
    readWhole: (bytes) => [measured(parseTasks(bytes), 'tasks')],
  },
  {
    name: 'v8-heap',
    begins: /^\s*\{[^[]{0,400}"(?:head|callFrame)"\s*:|^\s*\{\s*"samples"\s*:\s*\[\s*\{\s*"size"/,
    readWhole: v8Heap,
  },
  {
    name: 'memray',
    begins: /^\s*\{(?!\s*"recording")[\s\S]{0,400}"(?:events|costs)"\s*:\s*\[/,
    readWhole: parseMemray,
  },
  {
    name: 'tracemalloc',
    begins: /^\s*(?:\[|\{\s*"traces"\s*:\s*\[)\s*\{[^{}]{0,400}"(?:size|traceback)"/,
    readWhole: parseTracemalloc,
  },
  { name: 'austin', begins: /^# austin: /, readText: austinReader },
  { name: 'folded', begins: { test: beginsFolded }, readText: foldedReader },
]

/** As Go writes them, with nothing before the lines. */
function beginsCounts(text: string): boolean {
  return (
    /^(?:#.*\n)*[^\s<>"']+ profile: total \d+\n(?:\d+ @|\s*\n|$)/.test(text) &&
    !/\u00a0|&nbsp;|<br ?\/?>/.test(text)
  )
}

/** The source of an e-mail, in which bytes stand as figures and long lines are in pieces. */
function isOfEmail(text: string): boolean {
  return /^#?=09/m.test(text) || (/=\n/.test(text) && /=(?:09|3D|2B)/.test(text))
}

/**
 * The format of a file by its first bytes. All that is not known by them is taken for pprof, whose reader
 * then says what it is not. Throws FormatError, `not-supported`, for formats that are known and not read.
 */
export function formatOf(head: Uint8Array): Format {
  if (encodingOf(head) === 'utf-8' && isBinary(head)) return pprofUnless(head)
  const text = withLineBreaks(textOf(head)).replaceAll('\r\n', '\n')
  if (isOfEmail(text))
    throw new FormatError(
      'not-supported',
      'This is the source of an e-mail (quoted-printable), which leakdiff does not read.',
      'Give the file itself, or copy the text as the e-mail shows it.',
    )
  const goroutines = goroutineTextForm(head)
  if (goroutines !== null) return { name: goroutines, readText: goroutineReader }
  return formats.find(({ begins }) => begins.test(text)) ?? pprofUnless(head)
}

/** Texts hold no such bytes; every pprof profile begins with some. */
function isBinary(head: Uint8Array): boolean {
  return head.subarray(0, 256).some((byte) => byte < 7)
}

function pprofUnless(head: Uint8Array): Format {
  const other = otherFormat(head)
  if (other !== null) throw new FormatError('not-supported', other.problem, other.remedy)
  return { name: 'pprof' }
}

function goroutineReader(head: Uint8Array): TextReader {
  const reader = goroutineTextReader(head)
  return { line: reader.line, end: (isEnded) => [measured(reader.end(isEnded), 'goroutine')] }
}

function v8Heap(bytes: Buffer): readonly MeasuredProfile[] {
  return [measured(parseHeap(bytes), 'space')]
}

/** A profile of one of the project's own quantities. */
export function measured({ quantity, unit, samples, period }: Profile, type: string): MeasuredProfile {
  return { quantity, unit, type, samples, period: period ?? null, periodOf: '' }
}
