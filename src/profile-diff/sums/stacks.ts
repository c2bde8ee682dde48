import { expand, refuseInexact } from '../../profile/formats/pprof/fold.ts'
import { nextSample, readStack, samplesOf } from '../../profile/formats/pprof/samples/samples.ts'
import {
  type FrameTable,
  frameTable,
  type Granularity,
  internFrame,
  internLines,
} from '../../profile/formats/pprof/stacks/frame-table.ts'
import { internStack, type StackTable, stackTable } from '../../profile/formats/pprof/stacks/stack-table.ts'
import type { Frame } from '../../profile/profile.ts'
import type { FileInput, SamplesInput } from '../input/input.ts'
import { addTotals, type Position, type Totals } from './position.ts'

/**
 * Sums a whole stack: overall in the first value of a row, and in each step of a series in those that follow.
 */
export interface StackSums {
  readonly frames: FrameTable
  readonly stacks: StackTable
  readonly totals: Totals
}

export function stackSums(granularity: Granularity, steps: number): StackSums {
  return { frames: frameTable(granularity), stacks: stackTable(1 + steps), totals: { first: 0, all: 0 } }
}

/** Adds one sample type of a pprof profile. Throws FormatError as `addFile` does. */
export function addFileStacks(sums: StackSums, input: FileInput, position: Position): void {
  const { file, column, measure, rename, filter } = input
  const lines = internLines(sums.frames, file, rename)
  const frames = { at: new Int32Array(256) }
  const sample = samplesOf(file)
  while (nextSample(sample)) {
    const value = (sample.values[column] as number) * measure.factor
    if (value === 0) continue
    addTotals(sums.totals, value, position)
    readStack(sample)
    if (filter !== null && !filter(sample)) continue
    const depth = expand(sample, file.locations, lines, frames)
    addStack(sums, frames.at, depth, value, position)
  }
  refuseInexact(sums.totals.all)
}

/** Adds the samples of a profile that was read whole. */
export function addSampleStacks(
  sums: StackSums,
  { profile, filter }: SamplesInput,
  position: Position,
): void {
  for (const { stack, value } of profile.samples) {
    addTotals(sums.totals, value, position)
    if (value === 0 || (filter !== null && !filter(stack))) continue
    const ids = Int32Array.from(stack, (frame) => internFrame(sums.frames, frame)).reverse()
    addStack(sums, ids, ids.length, value, position)
  }
  refuseInexact(sums.totals.all)
}

/** The stacks that grew or shrank, outermost frame first. */
export function grownStacks({
  frames,
  stacks,
}: StackSums): readonly { stack: readonly Frame[]; value: number }[] {
  const grown: { stack: readonly Frame[]; value: number }[] = []
  for (let stack = 0; stack < stacks.length; stack++) {
    const value = stacks.values[stack * stacks.width] as number
    if (value === 0) continue
    const start = stacks.offset[stack] as number
    const leafFirst = stacks.arena.subarray(start, start + (stacks.depth[stack] as number))
    grown.push({ stack: Array.from(leafFirst, (id) => frames.frames[id] as Frame).reverse(), value })
  }
  return grown
}

function addStack(
  { stacks }: StackSums,
  frames: Int32Array,
  depth: number,
  value: number,
  { sign, moment }: Position,
): void {
  const row = internStack(stacks, frames, depth) * stacks.width
  const add = (at: number, more: number) => {
    stacks.values[row + at] = (stacks.values[row + at] as number) + more
  }
  add(0, sign * value)
  if (moment === null) return
  if (moment > 0) add(moment, value)
  if (moment + 1 < stacks.width) add(moment + 1, -value)
}
