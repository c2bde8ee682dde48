import { type Functions, readFunctions } from './functions.ts'
import { inflate } from './inflate.ts'
import { eachRange, type Layout, layOut, readValueType } from './layout.ts'
import { type Locations, readLocations } from './locations.ts'
import { type Strings, stringsOf } from './strings.ts'

/** A pprof profile, checked and ready to be read: all but its samples, which `eachSample` reads one by one. */
export interface PprofFile {
  readonly layout: Layout
  /** One a value of each sample, in order: { type: 'inuse_space', unit: 'bytes' }. */
  readonly types: readonly ValueType[]
  readonly periodType: ValueType | null
  /** Units of `periodType` behind one sample; null when unknown. */
  readonly period: number | null
  readonly functions: Functions
  readonly locations: Locations
}

export interface ValueType {
  readonly type: string
  readonly unit: string
}

/**
 * Reads the tables of a profile as https://github.com/google/pprof/blob/main/proto/profile.proto describes it, gzip or raw. Throws
 * FormatError: `not-this-format` when it is no profile, `broken` when it is damaged, `not-supported` when it is zstd or inflates to
 * more than `limit` bytes (default 2 GiB - 1).
 */
export function openPprof(bytes: Uint8Array, limit?: number): PprofFile {
  const layout = layOut(inflate(bytes, limit))
  const strings = stringsOf(layout)
  const functions = readFunctions(layout, strings)
  return {
    layout,
    types: valueTypes(layout, layout.sampleTypes, strings),
    periodType: valueTypes(layout, layout.periodType, strings)[0] ?? null,
    period: layout.period,
    functions,
    locations: readLocations(layout, functions.ids, strings),
  }
}

function valueTypes(layout: Layout, ranges: Layout['sampleTypes'], strings: Strings): readonly ValueType[] {
  const types: ValueType[] = []
  eachRange(ranges, (start, end) => {
    const value = readValueType(layout.bytes, start, end)
    types.push({ type: strings(value.type), unit: strings(value.unit) })
  })
  return types
}
