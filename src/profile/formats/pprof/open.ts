import { type Functions, readFunctions } from './functions.ts'
import { type Locations, readLocations } from './locations.ts'
import type { Pruning } from './stacks/cut.ts'
import { inflate } from './wire/inflate.ts'
import { type Layout, layOut, readValueType } from './wire/layout.ts'
import { type Strings, stringAt, stringsOf } from './wire/strings.ts'

/**
 * A pprof profile, checked and ready to be read: all but its samples, which `nextSample` reads one by one.
 */
export interface PprofFile {
  readonly layout: Layout
  readonly strings: Strings
  /** One a value of each sample, in order: { type: 'inuse_space', unit: 'bytes' }. */
  readonly types: readonly ValueType[]
  readonly periodType: ValueType | null
  /** Units of `periodType` behind one sample; null when unknown. */
  readonly period: number | null
  /**
   * Regular expressions of Go: frames that a reader leaves out, and among those the ones that stay;
   * '' for none.
   */
  readonly dropFrames: string
  readonly keepFrames: string
  /** The sample type that its writer would have looked at first; '' when it does not tell. */
  readonly defaultType: string
  /** Where stacks end when frames are to be dropped; null when none are. */
  readonly pruning: Pruning | null
  readonly functions: Functions
  readonly locations: Locations
}

export interface ValueType {
  readonly type: string
  readonly unit: string
}

/**
 * Reads the tables of a profile as https://github.com/google/pprof/blob/main/proto/profile.proto describes
 * it, gzip or raw. Throws FormatError: `not-this-format` when it is no profile, `broken` when it is damaged,
 * `not-supported` when it is zstd or inflates to more than `limit` bytes (default 2 GiB - 1).
 */
export function openPprof(bytes: Uint8Array, limit?: number): PprofFile {
  const layout = layOut(inflate(bytes, limit))
  const strings = stringsOf(layout)
  const functions = readFunctions(layout, strings)
  return {
    layout,
    strings,
    types: valueTypes(layout, layout.sampleTypes, strings),
    periodType: valueTypes(layout, layout.periodType, strings).at(-1) ?? null,
    period: layout.period,
    dropFrames: stringAt(strings, layout.dropFrames),
    keepFrames: stringAt(strings, layout.keepFrames),
    defaultType: stringAt(strings, layout.defaultType),
    pruning: null,
    functions,
    locations: readLocations(layout, functions, strings),
  }
}

function valueTypes(layout: Layout, ranges: Layout['sampleTypes'], strings: Strings): readonly ValueType[] {
  return Array.from({ length: ranges.length }, (_, index) => {
    const value = readValueType(
      layout.bytes,
      ranges.at[2 * index] as number,
      ranges.at[2 * index + 1] as number,
    )
    return { type: stringAt(strings, value.type), unit: stringAt(strings, value.unit) }
  })
}
