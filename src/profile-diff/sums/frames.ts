import { refuseInexact } from '../../profile/formats/pprof/fold.ts'
import { aheadOf, readAhead } from '../../profile/formats/pprof/samples/read-ahead.ts'
import {
  nextSample,
  readStack,
  type SampleReader,
  samplesOf,
} from '../../profile/formats/pprof/samples/samples.ts'
import { internFrame, internLines } from '../../profile/formats/pprof/stacks/frame-table.ts'
import type { FileInput, SamplesInput } from '../input/input.ts'
import { addFlat, addOnce, addTo, type FrameSums, noFrames, reserve } from './frame-sums.ts'
import { addAhead, type FrameIds, onlyFrames } from './packed.ts'
import { addTotals, type Position } from './position.ts'

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

/** Samples as most writers lay them out are read many at a time, all others one by one. */
function addEach(
  sums: FrameSums,
  sample: SampleReader,
  input: FileInput,
  position: Position,
  ids: FrameIds,
): void {
  const isPlain = input.filter === null && sample.pruning === null && sample.spend === null
  const ahead = aheadOf(input.column)
  do {
    if (isPlain) readAhead(sample, ahead)
    addAhead(sums, sample, ahead, position, ids, input.measure.factor)
    if (ahead.length === 0 && nextSample(sample)) addOne(sums, sample, input, position, ids)
  } while (sample.left > 0)
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
