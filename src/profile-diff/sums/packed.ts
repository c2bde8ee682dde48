import type { SampleWindow } from '../../profile/formats/pprof/samples/read-ahead.ts'
import { readLocation, type SampleReader } from '../../profile/formats/pprof/samples/samples.ts'
import { mostFrames } from '../../profile/formats/pprof/stacks/frame-table.ts'
import { addFlat, addTo, type FrameSums } from './frame-sums.ts'
import { addTotals, type Position } from './position.ts'

/** The frames of a file's locations. */
export interface FrameIds {
  /** Position of a location by its id, below 0 for none. */
  readonly dense: Int32Array
  /** Lines of location `i` are lineStart[i] to lineStart[i + 1]. */
  readonly lineStart: Int32Array
  /** By line. */
  readonly lines: Int32Array
  /** What stands for a sample without any. */
  readonly nothing: number
}

/** The samples of one file that are read ahead, and where they go. */
interface Packed {
  readonly sums: FrameSums
  readonly reader: SampleReader
  readonly ids: FrameIds
  readonly position: Position
  /** What one counts, in units of the quantity. */
  readonly factor: number
}

export interface PackedSums {
  /** Begins with a file. */
  readonly begin: (packed: Packed) => void
  /** Adds the `length` samples of the window, whose bytes are those of the file from `base` on. */
  readonly add: (packed: Packed, length: number, base: number) => void
  /** Brings what was added into the sums. */
  readonly end: (packed: Packed) => void
}

/** Ids of at most three bytes, as all are that a writer counts from 1. */
const mostIds = 2 ** 21
const nowhere = -1

/**
 * Sums of samples as they lie in a window. Its arrays are as large as they may have to be, and are taken for
 * constants by the engine as those of the window are: one is made for all profiles. What is not used of them
 * takes no memory.
 */
export function packedSums({ bytes, values, idsStart, callersStart, idsEnd }: SampleWindow): PackedSums {
  /** By id of a location: its frame when it has one alone, `nowhere`, else -2 less its position. */
  const frames = new Int32Array(mostIds)
  const seen = new Int32Array(mostFrames)
  const cumulative = new Float64Array(mostFrames)
  let known = 0

  function begin({ sums, ids: { dense, lineStart, lines } }: Packed): void {
    known = Math.min(dense.length, mostIds)
    for (let id = 0; id < known; id++) {
      const location = dense[id] as number
      const line = location < 0 ? 0 : (lineStart[location] as number)
      const isOne = location >= 0 && lineStart[location + 1] === line + 1
      frames[id] = isOne ? (lines[line] as number) : location < 0 ? nowhere : -2 - location
    }
    seen.fill(0, 0, sums.frames.frames.length)
    cumulative.fill(0, 0, sums.frames.frames.length)
  }

  function add(packed: Packed, length: number, base: number): void {
    const { sums, position, factor } = packed
    let at = 0
    while (at < length) {
      const first = at
      const stamp = ++sums.sample
      let value = values[at++] as number
      // An allocation seldom comes alone: of the samples that follow many have the same callers.
      while (at < length && haveSameCallers(first, at)) value += values[at++] as number
      addTotals(sums.totals, value * factor, position)
      addCallers(packed, first, position.sign * value * factor, stamp, base)
      for (let sample = first; sample < at; sample++) addLeaf(packed, sample, stamp, base)
    }
  }

  function haveSameCallers(one: number, other: number): boolean {
    let left = callersStart[one] as number
    let right = callersStart[other] as number
    const end = idsEnd[one] as number
    if (end - left !== (idsEnd[other] as number) - right) return false
    while (left < end) if (bytes[left++] !== bytes[right++]) return false
    return true
  }

  /** Adds to all that called a sample; recursion counts once. The hot loop. */
  function addCallers(
    { reader, ids }: Packed,
    sample: number,
    value: number,
    stamp: number,
    base: number,
  ): void {
    const end = idsEnd[sample] as number
    const last = known
    let at = callersStart[sample] as number
    while (at < end) {
      const first = at
      let id = bytes[at++] as number
      if (id > 127) {
        id += ((bytes[at++] as number) - 1) << 7
        if (id > 16_383) id += ((bytes[at++] as number) - 1) << 14
      }
      const frame = id < last && at <= end ? (frames[id] as number) : nowhere
      if (frame >= 0) {
        if (seen[frame] !== stamp) {
          seen[frame] = stamp
          cumulative[frame] = (cumulative[frame] as number) + value
        }
      } else if (frame < nowhere) addLines(ids, -2 - frame, value, stamp, stamp)
      else {
        addLines(ids, readLocation(reader, base + first, base + end), value, stamp, stamp)
        at = reader.idsRead - base
      }
    }
  }

  /** Adds where a sample ends. What is among its callers too, which have the stamp `callers`, has had it. */
  function addLeaf(packed: Packed, sample: number, callers: number, base: number): void {
    const { sums, position, factor } = packed
    let at = idsStart[sample] as number
    let id = bytes[at++] as number
    if (id > 127) {
      id += ((bytes[at++] as number) - 1) << 7
      if (id > 16_383) id += ((bytes[at] as number) - 1) << 14
    }
    const value = (values[sample] as number) * factor
    const grown = position.sign * value
    const frame = id < known ? (frames[id] as number) : nowhere
    if (frame < 0) addFlat(sums, addLeafLines(packed, sample, grown, callers, base), value, position)
    else {
      if (seen[frame] !== callers) cumulative[frame] = (cumulative[frame] as number) + grown
      addFlat(sums, frame, value, position)
    }
  }

  /** Adds a leaf of inlined calls, or whose id is a long number; its innermost frame. */
  function addLeafLines(
    { sums, reader, ids }: Packed,
    sample: number,
    value: number,
    callers: number,
    base: number,
  ): number {
    const start = base + (idsStart[sample] as number)
    const location = readLocation(reader, start, base + (idsEnd[sample] as number))
    addLines(ids, location, value, ++sums.sample, callers)
    return ids.lines[ids.lineStart[location] as number] as number
  }

  function addLines(
    { lineStart, lines }: FrameIds,
    location: number,
    value: number,
    stamp: number,
    callers: number,
  ): void {
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++) {
      const frame = lines[line] as number
      if (seen[frame] === stamp || seen[frame] === callers) continue
      seen[frame] = stamp
      cumulative[frame] = (cumulative[frame] as number) + value
    }
  }

  function end({ sums }: Packed): void {
    for (let frame = 0; frame < sums.frames.frames.length; frame++)
      addTo(sums.cumulative, frame, cumulative[frame] as number)
  }

  return { begin, add, end }
}
