import { refuseInexact } from '../profile/formats/pprof/fold.ts'
import { nextSample, type SampleReader, samplesOf } from '../profile/formats/pprof/samples.ts'
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
    only: onlyFrames(lineStart, lines),
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
  /** By location: its frame when it has one alone, else -1. */
  readonly only: Int32Array
  /** What stands for a sample without any. */
  readonly nothing: number
}

function onlyFrames(lineStart: Int32Array, lines: Int32Array): Int32Array {
  const only = new Int32Array(lineStart.length - 1)
  for (let location = 0; location < only.length; location++) {
    const line = lineStart[location] as number
    only[location] = lineStart[location + 1] === line + 1 ? (lines[line] as number) : -1
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
  { column, measure, filter }: FileInput,
  position: Position,
  ids: FrameIds,
): void {
  const { factor } = measure
  while (nextSample(sample)) {
    const value = (sample.values[column] as number) * factor
    if (value === 0) continue
    addTotals(sums.totals, value, position)
    if (filter !== null && !filter(sample)) continue
    addFlat(sums, leafOf(sample, ids), value, position)
    if (position.sign === 0) continue
    if (sample.depth === 0) addTo(sums.cumulative, ids.nothing, position.sign * value)
    else addCumulative(sums, ids, sample.locations, sample.depth, position.sign * value)
  }
}

function leafOf({ locations, depth }: SampleReader, { lineStart, lines, nothing }: FrameIds): number {
  return depth === 0 ? nothing : (lines[lineStart[locations[0] as number] as number] as number)
}

function addFlat(sums: FrameSums, leaf: number, value: number, { sign, moment }: Position): void {
  addTo(sums.flat, leaf, sign * value)
  if (moment !== null) addSteps(sums.steps, leaf, value, moment)
}

function addTo(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] as number) + value
}

/** The hot loop. */
function addCumulative(
  sums: FrameSums,
  { lineStart, lines, only }: FrameIds,
  locations: Int32Array,
  depth: number,
  value: number,
): void {
  const { cumulative, seen } = sums
  const sample = ++sums.sample
  for (let index = 0; index < depth; index++) {
    const location = locations[index] as number
    const alone = only[location] as number
    if (alone >= 0) {
      if (seen[alone] === sample) continue
      seen[alone] = sample
      cumulative[alone] = (cumulative[alone] as number) + value
      continue
    }
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++) {
      const frame = lines[line] as number
      if (seen[frame] !== sample) {
        seen[frame] = sample
        cumulative[frame] = (cumulative[frame] as number) + value
      }
    }
  }
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
