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
import type { MeasuredProfile } from './measure.ts'
import { otherFormat } from './other.ts'
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
  { name: 'heap-text', begins: /^(?:.*\n){0,5}?\s*heap profile: *\d+: *\d+ *\[/, readText: heapTextReader },
  { name: 'jemalloc', begins: /^heap_v2\/\d+\n/, readText: jemallocReader },
  {
    name: 'java-text',
    begins: /^--- (?:heapz|contentionz) \d+ ---\n(?:.*\n)?\s*format = java/,
    readText: javaTextReader,
  },
  { name: 'contention-text', begins: /^--- (?:mutex|contention)(?:z.*)?:?/, readText: contentionReader },
  { name: 'count-text', begins: /^(?:#.*\n)*\S+ profile: total \d+\n/, readText: countReader },
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
  { name: 'memray', begins: /^\s*\{[\s\S]{0,400}"(?:events|costs)"\s*:\s*\[/, readWhole: parseMemray },
  {
    name: 'tracemalloc',
    begins: /^\s*(?:\[|\{\s*"traces"\s*:\s*\[)\s*\{[^{}]{0,400}"(?:size|traceback)"/,
    readWhole: parseTracemalloc,
  },
  { name: 'austin', begins: /^# austin: /, readText: austinReader },
  { name: 'folded', begins: { test: beginsFolded }, readText: foldedReader },
]

/**
 * The format of a file by its first bytes. All that is not known by them is taken for pprof, whose reader
 * then says what it is not. Throws FormatError, `not-supported`, for formats that are known and not read.
 */
export function formatOf(head: Uint8Array): Format {
  if (encodingOf(head) === 'utf-8' && isBinary(head)) return pprofUnless(head)
  const goroutines = goroutineTextForm(head)
  if (goroutines !== null) return { name: goroutines, readText: goroutineReader }
  const text = textOf(head).replaceAll('\r\n', '\n')
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
