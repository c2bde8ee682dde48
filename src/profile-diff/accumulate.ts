import { refuseInexact, type Sign } from '../profile/formats/pprof/fold.ts'
import {
  type FrameTable,
  frameTable,
  type Granularity,
  internFrame,
  internLines,
} from '../profile/formats/pprof/frame-table.ts'
import { pprofName } from '../profile/formats/pprof/names.ts'
import type { PprofFile } from '../profile/formats/pprof/open.ts'
import { eachSample } from '../profile/formats/pprof/samples.ts'
import type { Profile } from '../profile/profile.ts'

/** Flat and cumulative sums a frame, over any number of profiles: no stack is kept, so that size costs time alone. */
export interface FrameSums {
  readonly frames: FrameTable
  /** By frame id: what the frame itself holds, and what all that it called holds too. */
  flat: Float64Array
  cumulative: Float64Array
  /** The last sample in which a frame was met: recursion counts once. */
  seen: Int32Array
  sample: number
  /** One number, kept here because it outgrows small integers, for which readers would be compiled anew. */
  readonly magnitude: Float64Array
}

export function frameSums(granularity: Granularity): FrameSums {
  return {
    frames: frameTable(granularity),
    flat: new Float64Array(0),
    cumulative: new Float64Array(0),
    seen: new Int32Array(0),
    sample: 0,
    magnitude: new Float64Array(1),
  }
}

/** Adds one sample type of a pprof profile. Throws FormatError for a damaged sample and for sums beyond 2^53. */
export function addFile(sums: FrameSums, file: PprofFile, column: number, sign: Sign): void {
  const lines = internLines(sums.frames, file, pprofName)
  reserve(sums)
  eachSample(file, ({ locations, depth, values }) => {
    const value = values[column] as number
    if (value !== 0) addSample(sums, file.locations.lineStart, lines, locations, depth, sign * value)
  })
  refuseInexact(sums.magnitude[0] as number)
}

function addSample(
  sums: FrameSums,
  lineStart: Int32Array,
  lines: Int32Array,
  locations: Int32Array,
  depth: number,
  value: number,
): void {
  const { cumulative, seen } = sums
  const sample = ++sums.sample
  addMagnitude(sums, value)
  for (let index = 0; index < depth; index++) {
    const location = locations[index] as number
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++) {
      const frame = lines[line] as number
      if (seen[frame] !== sample) {
        seen[frame] = sample
        cumulative[frame] = (cumulative[frame] as number) + value
      }
    }
  }
  if (depth === 0) return
  const leaf = lines[lineStart[locations[0] as number] as number] as number
  sums.flat[leaf] = (sums.flat[leaf] as number) + value
}

/** Adds the samples of a profile that was read whole. */
export function addProfile(sums: FrameSums, profile: Profile, sign: Sign): void {
  const stacks = profile.samples.map(({ stack }) => stack.map((frame) => internFrame(sums.frames, frame)))
  reserve(sums)
  for (const [index, stack] of stacks.entries()) {
    const value = sign * (profile.samples[index]?.value ?? 0)
    addMagnitude(sums, value)
    for (const frame of new Set(stack)) sums.cumulative[frame] = (sums.cumulative[frame] as number) + value
    const leaf = stack.at(-1)
    if (leaf !== undefined) sums.flat[leaf] = (sums.flat[leaf] as number) + value
  }
  refuseInexact(sums.magnitude[0] as number)
}

function addMagnitude({ magnitude }: FrameSums, value: number): void {
  magnitude[0] = (magnitude[0] as number) + Math.abs(value)
}

function reserve(sums: FrameSums): void {
  const size = sums.frames.frames.length
  if (size <= sums.flat.length) return
  sums.flat = wider(sums.flat, new Float64Array(size))
  sums.cumulative = wider(sums.cumulative, new Float64Array(size))
  sums.seen = wider(sums.seen, new Int32Array(size))
}

function wider<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
