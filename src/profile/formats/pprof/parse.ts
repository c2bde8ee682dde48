import { type Frame, type Profile, quantities } from '../../profile.ts'
import { taskProfile } from '../task-profile.ts'
import { foldProfile } from './fold.ts'
import { goPrintName } from './names.ts'
import { openPprof, type PprofFile } from './open.ts'
import { unsupported } from './refusal.ts'
import { type Column, columnsOf, refuseTypes } from './sample-types.ts'
import { type FrameTable, frameTable, internLines } from './stacks/frame-table.ts'
import { type StackTable, stackTable } from './stacks/stack-table.ts'

/**
 * Reads a heap or goroutine profile, gzip or raw: one Profile a quantity that it holds (heap-bytes,
 * heap-objects, alloc-bytes, alloc-objects; tasks). Samples of equal stacks, lines included, are one; those
 * that add up to 0 are left out. `period` is in bytes and absent when the profile does not tell. Goroutine
 * stacks have the form that the text dumps have as well (`taskProfile`). Throws FormatError: see `openPprof`;
 * `not-supported` when it counts something else or sums pass 2^53.
 */
export function parsePprof(bytes: Uint8Array, options: { readonly limit?: number } = {}): readonly Profile[] {
  const opened = openPprof(bytes, options.limit)
  refuseDropped(opened)
  const file = withoutNegativeLines(opened)
  const columns = columnsOf(file.types)
  if (columns.length === 0) throw refuseTypes(file.types)
  const isTasks = columns.some(({ quantity }) => quantity === 'tasks')
  const frames = frameTable('line')
  const stacks = stackTable(columns.length)
  const lines = internLines(frames, file, isTasks ? goPrintName : (name) => name)
  foldProfile(
    stacks,
    file,
    lines,
    columns.map(({ column }) => column),
    1,
  )
  return isTasks ? [tasksOf(frames, stacks, columns)] : heapOf(file, frames, stacks, columns)
}

/** A frame's line is 1-based here, or unknown. */
function withoutNegativeLines(file: PprofFile): PprofFile {
  const { lineOf } = file.locations
  if (lineOf.every((line) => line >= 0)) return file
  return { ...file, locations: { ...file.locations, lineOf: lineOf.map((line) => Math.max(0, line)) } }
}

/** Throws FormatError for a profile whose stacks are to end early. */
export function refuseDropped({ dropFrames }: PprofFile): void {
  if (dropFrames === '') return
  throw unsupported(
    'it has drop_frames, which end its stacks early',
    'Compare two such profiles by `leakdiff diff`, which honours them.',
  )
}

function heapOf(
  file: PprofFile,
  frames: FrameTable,
  table: StackTable,
  columns: readonly Column[],
): readonly Profile[] {
  const stacks = Array.from({ length: table.length }, (_, stack) => framesOf(frames, table, stack))
  const period = file.period
  return columns.map(({ quantity }, index) => ({
    quantity,
    unit: quantities[quantity],
    exact: period === 1,
    ...(period === null ? {} : { period }),
    samples: stacks
      .map((stack, row) => ({ stack, value: table.values[row * table.width + index] as number }))
      .filter(({ value }) => value !== 0),
  }))
}

function tasksOf(frames: FrameTable, table: StackTable, columns: readonly Column[]): Profile {
  const index = columns.findIndex(({ quantity }) => quantity === 'tasks')
  const tasks = Array.from({ length: table.length }, (_, row) => ({
    stack: symbolised(framesOf(frames, table, row)),
    value: table.values[row * table.width + index] as number,
  }))
  return taskProfile(tasks)
}

/** Frames of C, which have no name here, are not in the text dumps by a name either. */
function symbolised(stack: readonly Frame[]): readonly Frame[] {
  return stack.filter((frame) => !/^(?:<unknown>|\[.*\])$/.test(frame.function))
}

/** The frames of a stack, outermost first. */
export function framesOf(
  { frames }: FrameTable,
  { arena, offset, depth }: StackTable,
  stack: number,
): readonly Frame[] {
  const start = offset[stack] as number
  const leafFirst = arena.subarray(start, start + (depth[stack] as number))
  return Array.from(leafFirst, (frame) => frames[frame] as Frame).reverse()
}
