import { broken, notPprof } from '../refusal.ts'
import { type Budget, budgetOf, isRefusal, spend } from './budget.ts'
import {
  type Cursor,
  cursorOf,
  readEnd,
  readInt64,
  readNumbers,
  readVarint,
  type Shape,
  skipField,
} from './wire.ts'

/** Where the parts of a profile lie: pairs of start and end, in order of appearance. */
export interface Layout {
  readonly bytes: Buffer
  /** What may still be allocated for this profile. */
  readonly budget: Budget
  readonly sampleTypes: Ranges
  readonly samples: Span
  readonly mappings: Ranges
  readonly locations: Ranges
  readonly functions: Ranges
  readonly strings: Ranges
  readonly periodType: Ranges
  /** Indexes of strings; 0 when not given. */
  readonly dropFrames: number
  readonly keepFrames: number
  readonly defaultType: number
  /** Units that stand behind one sample; null when the profile does not tell. */
  readonly period: number | null
}

/**
 * Where all entries of one kind lie, from the tag of the first to the end of the last;
 * others may lie between.
 */
interface Span {
  start: number
  end: number
  count: number
}

/** A growing list of [start, end) pairs: `at[2 * i]`, `at[2 * i + 1]`, `length` of them. */
export interface Ranges {
  at: Int32Array
  length: number
}

/** message Profile of https://github.com/google/pprof/blob/main/proto/profile.proto, fields 1 to 15. */
const profileShape: Shape = 'bbbbbbvvvvbvnvv'
/** Sample types, mappings, locations, functions, strings, period type. */
const kept: ReadonlySet<number> = new Set([1, 3, 4, 5, 6, 11])
export const sampleTag = 18
/** Within a sample: `location_id` and `value`, each packed, and a label. */
export const packedLocations = 10
export const packedValues = 18
export const labelTag = 26
/** Bytes of memory for one entry of each, with what is made of it later. */
const costs: readonly number[] = [0, 200, 0, 200, 120, 120, 40, 0, 0, 0, 0, 200]

/**
 * Finds the parts of an inflated profile without reading them.
 * Throws FormatError when they are not whole or not a profile's.
 */
export function layOut(bytes: Buffer): Layout {
  const parts = Array.from({ length: 12 }, (_, field) => (kept.has(field) ? emptyRanges() : undefined))
  const scalars: Scalars = { period: null, times: 0, dropFrames: 0, keepFrames: 0, defaultType: 0 }
  const samples: Span = { start: 0, end: 0, count: 0 }
  const cursor = cursorOf(bytes)
  const budget = budgetOf(bytes)
  try {
    findParts(cursor, parts, samples, scalars, budget)
  } catch (error) {
    throw isRefusal(error) || looksLikeProfile(bytes, parts, samples)
      ? error
      : notPprof('its bytes are not laid out like one')
  }
  const [, sampleTypes, , mappings, locations, functions, strings] = parts as readonly Ranges[]
  const layout = {
    bytes,
    budget,
    sampleTypes,
    samples,
    mappings,
    locations,
    functions,
    strings,
    periodType: parts[11],
  } as Layout
  check(layout, scalars.times)
  const { period, dropFrames, keepFrames, defaultType } = scalars
  return { ...layout, period, dropFrames, keepFrames, defaultType }
}

interface Scalars {
  period: number | null
  times: number
  dropFrames: number
  keepFrames: number
  defaultType: number
}

function findParts(
  cursor: Cursor,
  parts: readonly (Ranges | undefined)[],
  samples: Span,
  scalars: Scalars,
  budget: Budget,
): void {
  while (cursor.position < cursor.end) {
    skipSamples(cursor, samples)
    const start = cursor.position
    if (start === cursor.end) return
    const tag = readVarint(cursor)
    if (tag === sampleTag) {
      cursor.position = readEnd(cursor)
      if (samples.count++ === 0) samples.start = start
      samples.end = cursor.position
      continue
    }
    const part = (tag & 7) === 2 && tag < 128 ? parts[tag >>> 3] : undefined
    if (part !== undefined) {
      const end = readEnd(cursor)
      spend(budget, costs[tag >>> 3] as number)
      push(part, cursor.position, end)
      cursor.position = end
    } else if (tag === 96) {
      const period = readInt64(cursor)
      scalars.period = period > 0 ? period : null
    } else if (tag === 72) {
      if (readInt64(cursor) !== 0) scalars.times++
    } else if (tag === 56) scalars.dropFrames = readVarint(cursor)
    else if (tag === 64) scalars.keepFrames = readVarint(cursor)
    else if (tag === 112) scalars.defaultType = readVarint(cursor)
    else skipField(cursor, tag, profileShape)
  }
}

/**
 * Moves behind samples of less than 16,384 bytes, as nearly all parts of a profile are.
 * All numbers are in variables of its own, which is several times as fast.
 */
function skipSamples(cursor: Cursor, samples: Span): void {
  const { bytes, end } = cursor
  const { position: start } = cursor
  let position = start
  let count = 0
  while (bytes[position] === sampleTag && position + 3 <= end) {
    let size = bytes[position + 1] as number
    let first = position + 2
    if (size > 127) size += ((bytes[first++] as number) - 1) << 7
    if (size > 16_383 || first + size > end) break
    position = first + size
    count++
  }
  if (count === 0) return
  if (samples.count === 0) samples.start = start
  samples.count += count
  samples.end = cursor.position = position
}

function check({ bytes, sampleTypes, samples, strings, locations, functions }: Layout, times: number): void {
  if (sampleTypes.length + samples.count + strings.length + locations.length + functions.length === 0) {
    throw notPprof('it holds no sample type, no sample and no string')
  }
  if (times > 1) throw broken('it is several profiles, one behind the other')
  if (strings.length === 0) throw broken('its table of strings is missing')
  if (strings.at[0] !== strings.at[1])
    throw looksLikeText(bytes) ? notPprof('it is text') : broken('its first string is not empty')
  if (sampleTypes.length === 0) throw broken('it does not say what its samples count')
}

/**
 * Damage is told from strangeness by what was read before: text never passes for a profile,
 * one whole part is enough otherwise.
 */
function looksLikeProfile(bytes: Buffer, parts: readonly (Ranges | undefined)[], samples: Span): boolean {
  if (looksLikeText(bytes)) return false
  if (bytes[0] === 0x0a || samples.count > 0) return true
  return [1, 4, 5, 6].some((field) => (parts[field]?.length ?? 0) > 0)
}

function looksLikeText(bytes: Buffer): boolean {
  return bytes
    .subarray(0, 256)
    .every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

function emptyRanges(): Ranges {
  return { at: new Int32Array(64), length: 0 }
}

function push(ranges: Ranges, start: number, end: number): void {
  const next = 2 * ranges.length++
  if (next === ranges.at.length) {
    const larger = new Int32Array(2 * next)
    larger.set(ranges.at)
    ranges.at = larger
  }
  ranges.at[next] = start
  ranges.at[next + 1] = end
}

/** The two string indexes of a ValueType message: type and unit. */
export function readValueType(bytes: Buffer, start: number, end: number): { type: number; unit: number } {
  const fields = new Float64Array(3)
  readNumbers(cursorOf(bytes, start), end, fields, 'vv')
  const [, type = 0, unit = 0] = fields
  return { type, unit }
}
