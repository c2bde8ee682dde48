import type { Locations } from '../../profile/formats/pprof/locations.ts'
import type { Ahead } from '../../profile/formats/pprof/samples/read-ahead.ts'
import { readLocation, type SampleReader } from '../../profile/formats/pprof/samples/samples.ts'
import { addFlat, addOnce, type FrameSums } from './frame-sums.ts'
import { addTotals, type Position } from './position.ts'

/** The frames of a file's locations. */
export interface FrameIds {
  /** Lines of location `i` are lineStart[i] to lineStart[i + 1]. */
  readonly lineStart: Int32Array
  /** By line. */
  readonly lines: Int32Array
  /** By id of a location: its frame when it has one alone, else what is below 0. */
  readonly only: Int32Array
  /** What stands for a sample without any. */
  readonly nothing: number
}

/** `FrameIds.only` of a file. */
export function onlyFrames({ ids: { dense }, lineStart }: Locations, lines: Int32Array): Int32Array {
  const only = new Int32Array(dense.length)
  for (let id = 0; id < only.length; id++) {
    const location = dense[id] as number
    const line = location < 0 ? 0 : (lineStart[location] as number)
    only[id] = location >= 0 && lineStart[location + 1] === line + 1 ? (lines[line] as number) : -1
  }
  return only
}

/** Adds the samples that were read ahead. */
export function addAhead(
  sums: FrameSums,
  sample: SampleReader,
  { length, values, idsStart, idsEnd }: Ahead,
  position: Position,
  ids: FrameIds,
  factor: number,
): void {
  for (let at = 0; at < length; at++) {
    const value = (values[at] as number) * factor
    addTotals(sums.totals, value, position)
    const leaf = addPacked(
      sums,
      sample,
      ids,
      position.sign * value,
      idsStart[at] as number,
      idsEnd[at] as number,
    )
    addFlat(sums, leaf, value, position)
  }
}

/**
 * Adds a sample from the ids as they lie in the file; the frame that it ends in. The hot loop: nothing is
 * called in it, so that the engine keeps all that it works on in registers.
 */
function addPacked(
  sums: FrameSums,
  reader: SampleReader,
  ids: FrameIds,
  value: number,
  start: number,
  end: number,
): number {
  const { cumulative, seen } = sums
  const { only } = ids
  const { bytes } = reader.cursor
  const sample = ++sums.sample
  let leaf = -1
  let at = start
  const known = Math.min(only.length, 2 ** 21)
  while (at < end) {
    let first = at
    let frame = 0
    while (at < end) {
      first = at
      let id = bytes[at++] as number
      if (id > 127) {
        id += ((bytes[at++] as number) - 1) << 7
        if (id > 16_383) id += ((bytes[at++] as number) - 1) << 14
      }
      frame = id < known ? (only[id] as number) : -1
      if (frame < 0) break
      if (seen[frame] !== sample) {
        seen[frame] = sample
        cumulative[frame] = (cumulative[frame] as number) + value
      }
      if (leaf < 0) leaf = frame
    }
    if (frame < 0 || at > end) {
      frame = addLines(sums, reader, ids, first, end, value)
      at = reader.idsRead
      if (leaf < 0) leaf = frame
    }
  }
  return leaf
}

/** Adds a location with inlined calls, or whose id is a long number; its innermost frame. */
function addLines(
  sums: FrameSums,
  reader: SampleReader,
  ids: FrameIds,
  start: number,
  idsEnd: number,
  value: number,
): number {
  const { lineStart, lines } = ids
  const location = readLocation(reader, start, idsEnd)
  const first = lineStart[location] as number
  const end = lineStart[location + 1] as number
  for (let line = first; line < end; line++) addOnce(sums, lines[line] as number, value)
  return lines[first] as number
}
