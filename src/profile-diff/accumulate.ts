import { refuseInexact } from '../profile/formats/pprof/fold.ts'
import type { Locations } from '../profile/formats/pprof/locations.ts'
import {
  nextSample,
  readLocation,
  readStack,
  type SampleReader,
  samplesOf,
} from '../profile/formats/pprof/samples.ts'
import {
  type FrameTable,
  frameTable,
  type Granularity,
  internFrame,
  internLines,
} from '../profile/formats/pprof/stacks/frame-table.ts'
import type { FileInput, SamplesInput } from './input/input.ts'
import { addSteps, addTotals, type Position, type Totals } from './position.ts'

/**
 * Flat and cumulative sums a frame, over any number of profiles: no stack is kept,
 * so that size costs time alone.
 */
export interface FrameSums {
  readonly frames: FrameTable
  /** By frame id: what the frame itself holds, and what all that it called holds too. */
  flat: Float64Array
  cumulative: Float64Array
  /** Flat growth of each step of a series; none when there are only two moments. */
  steps: Float64Array[]
  /** The last sample in which a frame was met: recursion counts once. */
  seen: Int32Array
  sample: number
  readonly totals: Totals
}

/** What stands for samples that have no frame at all. */
export const noFrames = '<no frames>'

export function frameSums(granularity: Granularity, steps: number): FrameSums {
  return {
    frames: frameTable(granularity),
    flat: new Float64Array(0),
    cumulative: new Float64Array(0),
    steps: Array.from({ length: steps }, () => new Float64Array(0)),
    seen: new Int32Array(0),
    sample: 0,
    totals: { first: 0, all: 0 },
  }
}

/**
 * Adds one sample type of a pprof profile. Throws FormatError for a damaged sample and for sums beyond 2^53.
 */
export function addFile(sums: FrameSums, input: FileInput, position: Position): void {
  const { file, rename } = input
  const { lineStart } = file.locations
  const lines = internLines(sums.frames, file, rename)
  const nothing = internFrame(sums.frames, { function: noFrames, file: '', line: 0 })
  reserve(sums)
  addEach(sums, samplesOf(file), input, position, {
    lineStart,
    lines,
    only: onlyFrames(file.locations, lines),
    nothing,
  })
  refuseInexact(sums.totals.all)
}

/** The frames of a file's locations. */
interface FrameIds {
  /** Lines of location `i` are lineStart[i] to lineStart[i + 1]. */
  readonly lineStart: Int32Array
  /** By line. */
  readonly lines: Int32Array
  /** By id of a location: its frame when it has one alone, else what is below 0. */
  readonly only: Int32Array
  /** What stands for a sample without any. */
  readonly nothing: number
}

function onlyFrames({ ids: { dense }, lineStart }: Locations, lines: Int32Array): Int32Array {
  const only = new Int32Array(dense.length)
  for (let id = 0; id < only.length; id++) {
    const location = dense[id] as number
    const line = location < 0 ? 0 : (lineStart[location] as number)
    only[id] = location >= 0 && lineStart[location + 1] === line + 1 ? (lines[line] as number) : -1
  }
  return only
}

/**
 * Nothing follows the loop, here as in other long ones:
 * the engine would throw its compiled form away at the end.
 */
function addEach(
  sums: FrameSums,
  sample: SampleReader,
  input: FileInput,
  position: Position,
  ids: FrameIds,
): void {
  const { column, filter } = input
  const { factor } = input.measure
  const isPlain = filter === null && sample.pruning === null && sample.spend === null
  while (nextSample(sample)) {
    const value = (sample.values[column] as number) * factor
    if (value === 0) continue
    addTotals(sums.totals, value, position)
    if (isPlain && sample.isInOnePiece && sample.idsEnd > sample.idsStart) {
      addFlat(sums, addPacked(sums, sample, ids, position.sign * value), value, position)
    } else addExpanded(sums, sample, input, ids, value, position)
  }
}

/** Adds a sample from the ids as they lie in the file; the frame that it ends in. The hot loop. */
function addPacked(sums: FrameSums, reader: SampleReader, ids: FrameIds, value: number): number {
  const { cumulative, seen } = sums
  const { only } = ids
  const { bytes } = reader.cursor
  const end = reader.idsEnd
  const behind = reader.cursor.position
  const sample = ++sums.sample
  let position = reader.idsStart
  let leaf = -1
  while (position < end) {
    const start = position
    let id = bytes[position++] as number
    let shift = 7
    while (id >= 1 << shift && shift < 28 && position < end) {
      id += ((bytes[position++] as number) - 1) << shift
      shift += 7
    }
    let frame = id < only.length && id < 1 << shift ? (only[id] as number) : -1
    if (frame < 0) {
      frame = addLines(sums, reader, ids, start, value)
      position = reader.cursor.position
    } else if (seen[frame] !== sample) {
      seen[frame] = sample
      cumulative[frame] = (cumulative[frame] as number) + value
    }
    if (leaf < 0) leaf = frame
  }
  reader.cursor.position = behind
  return leaf
}

/** Adds a location with inlined calls, or whose id is a long number; its innermost frame. */
function addLines(
  sums: FrameSums,
  reader: SampleReader,
  ids: FrameIds,
  start: number,
  value: number,
): number {
  const { lineStart, lines } = ids
  const location = readLocation(reader, start)
  const first = lineStart[location] as number
  const end = lineStart[location + 1] as number
  for (let line = first; line < end; line++) addOnce(sums, lines[line] as number, value)
  return lines[first] as number
}

/** Recursion counts once in a sample. */
function addOnce({ cumulative, seen, sample }: FrameSums, frame: number, value: number): void {
  if (seen[frame] === sample) return
  seen[frame] = sample
  addTo(cumulative, frame, value)
}

/** Adds a sample whose stack is to be read first: filtered, cut, or written in another way. */
function addExpanded(
  sums: FrameSums,
  sample: SampleReader,
  { filter }: FileInput,
  { lineStart, lines, nothing }: FrameIds,
  value: number,
  position: Position,
): void {
  readStack(sample)
  if (filter !== null && !filter(sample)) return
  const { locations, depth } = sample
  const leaf = depth === 0 ? nothing : (lines[lineStart[locations[0] as number] as number] as number)
  addFlat(sums, leaf, value, position)
  sums.sample++
  if (depth === 0) addOnce(sums, nothing, position.sign * value)
  for (let index = 0; index < depth; index++) {
    const location = locations[index] as number
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++)
      addOnce(sums, lines[line] as number, position.sign * value)
  }
}

function addFlat(sums: FrameSums, leaf: number, value: number, { sign, moment }: Position): void {
  addTo(sums.flat, leaf, sign * value)
  if (moment !== null) addSteps(sums.steps, leaf, value, moment)
}

function addTo(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] as number) + value
}

/** Adds the samples of a profile that was read whole. */
export function addSamples(sums: FrameSums, { profile, filter }: SamplesInput, position: Position): void {
  for (const { stack, value } of profile.samples) {
    addTotals(sums.totals, value, position)
    if (value === 0 || (filter !== null && !filter(stack))) continue
    const frames = stack.map((frame) => internFrame(sums.frames, frame))
    if (frames.length === 0) frames.push(internFrame(sums.frames, { function: noFrames, file: '', line: 0 }))
    if (sums.frames.frames.length > sums.flat.length) reserve(sums)
    for (const frame of new Set(frames)) addTo(sums.cumulative, frame, position.sign * value)
    addFlat(sums, frames.at(-1) as number, value, position)
  }
  refuseInexact(sums.totals.all)
}

function reserve(sums: FrameSums): void {
  const size = sums.frames.frames.length
  if (size <= sums.flat.length) return
  const larger = Math.ceil(1.5 * size)
  sums.flat = wider(sums.flat, new Float64Array(larger))
  sums.cumulative = wider(sums.cumulative, new Float64Array(larger))
  sums.steps = sums.steps.map((step) => wider(step, new Float64Array(larger)))
  sums.seen = wider(sums.seen, new Int32Array(larger))
}

function wider<T extends Float64Array | Int32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
