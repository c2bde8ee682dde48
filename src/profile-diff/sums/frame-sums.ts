import {
  type FrameTable,
  frameTable,
  type Granularity,
} from '../../profile/formats/pprof/stacks/frame-table.ts'
import { addSteps, type Position, type Totals } from './position.ts'

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

/** Makes room for the frames that were met since. */
export function reserve(sums: FrameSums): void {
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

/** Adds to what a frame and all that it called holds: recursion counts once in a sample. */
export function addOnce({ cumulative, seen, sample }: FrameSums, frame: number, value: number): void {
  if (seen[frame] === sample) return
  seen[frame] = sample
  addTo(cumulative, frame, value)
}

/** Adds to what the frame itself holds. */
export function addFlat(sums: FrameSums, leaf: number, value: number, { sign, moment }: Position): void {
  addTo(sums.flat, leaf, sign * value)
  if (moment !== null) addSteps(sums.steps, leaf, value, moment)
}

export function addTo(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] as number) + value
}
