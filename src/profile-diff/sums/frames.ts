import { refuseInexact } from '../../profile/formats/pprof/fold.ts'
import { sampleWindow } from '../../profile/formats/pprof/samples/read-ahead.ts'
import {
  nextSample,
  readStack,
  type SampleReader,
  samplesOf,
} from '../../profile/formats/pprof/samples/samples.ts'
import { internFrame, internLines } from '../../profile/formats/pprof/stacks/frame-table.ts'
import type { FileInput, SamplesInput } from '../input/input.ts'
import { addFlat, addOnce, addTo, type FrameSums, noFrames, reserve } from './frame-sums.ts'
import { type FrameIds, packedSums } from './packed.ts'
import { addTotals, type Position } from './position.ts'

/**
 * Adds one sample type of a pprof profile; what it was read with. Throws FormatError for a damaged sample and
 * for sums beyond 2^53.
 */
export function addFile(sums: FrameSums, input: FileInput, position: Position): SampleReader {
  const { file, rename } = input
  const { lineStart } = file.locations
  const lines = internLines(sums.frames, file, rename)
  const nothing = internFrame(sums.frames, { function: noFrames, file: '', line: 0 })
  reserve(sums)
  const { dense } = file.locations.ids
  const reader = samplesOf(file)
  addEach(sums, reader, input, position, { dense, lineStart, lines, nothing })
  refuseInexact(sums.totals.all)
  return reader
}

const window = sampleWindow()
const packed = packedSums(window)

/** Samples as most writers lay them out are read many at a time, all others one by one. */
function addEach(
  sums: FrameSums,
  reader: SampleReader,
  input: FileInput,
  position: Position,
  ids: FrameIds,
): void {
  const isPlain = input.filter === null && reader.pruning === null && reader.spend === null
  const file = { sums, reader, ids, position, factor: input.measure.factor }
  packed.begin(file)
  do {
    const base = reader.cursor.position
    const length = isPlain ? window.read(reader, input.column) : 0
    packed.add(file, length, base)
    if (length === 0 && nextSample(reader)) addOne(sums, reader, input, position, ids)
  } while (reader.left > 0)
  packed.end(file)
}

/** Adds a sample whose stack is to be read first: filtered, cut, or written in another way. */
function addOne(
  sums: FrameSums,
  sample: SampleReader,
  { column, filter, measure }: FileInput,
  position: Position,
  { lineStart, lines, nothing }: FrameIds,
): void {
  const value = (sample.values[column] as number) * measure.factor
  if (value === 0) return
  addTotals(sums.totals, value, position)
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
