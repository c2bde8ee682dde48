import { larger } from './larger.ts'
import type { Locations } from './locations.ts'
import type { PprofFile } from './open.ts'
import { unsupported } from './refusal.ts'
import { nextSample, readStack, type SampleView, samplesOf } from './samples/samples.ts'
import { internStack, type StackTable } from './stacks/stack-table.ts'

/** 1 adds a profile, -1 takes it away: before with -1 and after with 1 fold into what grew. */
export type Sign = 1 | -1

/**
 * Adds the samples of a profile to `table`, those of equal stacks together. `lines` gives the frame id of
 * each line of the profile's locations (`internLines`), `columns` the positions of the sample types to add,
 * one for each of the table's values. Throws FormatError when a sample is damaged,
 * or when sums pass 2^53 and could not be exact.
 */
export function foldProfile(
  table: StackTable,
  file: PprofFile,
  lines: Int32Array,
  columns: readonly number[],
  sign: Sign,
): void {
  const frames = { at: new Int32Array(256) }
  const { magnitude } = table
  const sample = samplesOf(file)
  while (nextSample(sample)) {
    readStack(sample)
    const depth = expand(sample, file.locations, lines, frames)
    const row = internStack(table, frames.at, depth) * table.width
    for (let index = 0; index < columns.length; index++) {
      const value = sample.values[columns[index] as number] as number
      table.values[row + index] = (table.values[row + index] as number) + sign * value
      magnitude[index] = (magnitude[index] as number) + Math.abs(value)
    }
  }
  for (const sum of magnitude) refuseInexact(sum)
}

/** Sums of doubles are exact while all their parts together stay below 2^53. */
export function refuseInexact(magnitude: number): void {
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw unsupported(
      'its values add up to more than 2^53',
      'Compare processes that started more recently, or a quantity that can also fall, such as heap-bytes.',
    )
  }
}

/** Writes the sample's frame ids, leaf first, and returns how many they are. */
export function expand(
  sample: SampleView,
  { lineStart }: Locations,
  lines: Int32Array,
  frames: { at: Int32Array },
): number {
  let depth = 0
  for (let index = 0; index < sample.depth; index++) {
    const location = sample.locations[index] as number
    const end = lineStart[location + 1] as number
    for (let line = lineStart[location] as number; line < end; line++) {
      if (depth === frames.at.length) frames.at = larger(frames.at)
      frames.at[depth++] = lines[line] as number
    }
  }
  return depth
}
