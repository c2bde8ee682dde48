import type { Quantity, Sample } from '../profile.ts'

/** What values count: in the project's words where it has one, else in those of the file. */
export interface Measure {
  /** `heap-bytes`, or the file's own name: `delay`. */
  readonly quantity: string
  /** `bytes`, `objects`, `tasks`, `threads`, `nanoseconds`, else the file's own. */
  readonly unit: string
  /** What the file calls it: `inuse_space`. */
  readonly type: string
  /** Values of the file times this are of `unit`. */
  readonly factor: number
}

/** Samples of one measure, of whatever kind. */
export interface MeasuredProfile extends Omit<Measure, 'factor'> {
  readonly samples: readonly Sample[]
  /** Units of `periodOf` behind one sample; null when the file does not tell. */
  readonly period: number | null
  readonly periodOf: string
}

/** What writers of heap and task profiles call their sample types, some with `-`; in bytes, and counts. */
const bytesOf: Readonly<Record<string, Quantity>> = {
  ...{ inuse_space: 'heap-bytes', space: 'heap-bytes', heap_space: 'heap-bytes' },
  ...{ heap_live_size: 'heap-bytes', retained_size: 'heap-bytes' },
  ...{ alloc_space: 'alloc-bytes', alloc_size: 'alloc-bytes' },
}
const countOf: Readonly<Record<string, Quantity>> = {
  ...{ inuse_objects: 'heap-objects', objects: 'heap-objects', heap_live_samples: 'heap-objects' },
  ...{ retained_objects: 'heap-objects', alloc_objects: 'alloc-objects', alloc_samples: 'alloc-objects' },
  ...{ goroutine: 'tasks', goroutineleak: 'tasks', threadcreate: 'threads' },
}
const unitOf: Partial<Record<Quantity, string>> = {
  ...{ 'heap-objects': 'objects', 'alloc-objects': 'objects', tasks: 'tasks', threads: 'threads' },
}

/** The measure of a sample type as pprof writes it: `inuse_space` in `bytes`, also in kilobytes and so on. */
export function measureOf(type: string, unit: string): Measure {
  const name = type.replaceAll('-', '_')
  const bytes = of(byteUnits, singular(unit))
  if (bytes !== undefined) return { quantity: of(bytesOf, name) ?? type, unit: 'bytes', type, factor: bytes }
  const time = of(timeUnits, singular(unit))
  if (time !== undefined) return { quantity: type, unit: 'nanoseconds', type, factor: time }
  const quantity = unit === 'count' || unit === 'objects' ? of(countOf, name) : undefined
  if (quantity === undefined) return { quantity: type, unit: unit === '' ? 'count' : unit, type, factor: 1 }
  return { quantity, unit: unitOf[quantity] ?? 'count', type, factor: 1 }
}

/** Names are other people's: `constructor` is none of these. */
function of<T>(known: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined
}

const byteUnits: Readonly<Record<string, number>> = {
  ...{ b: 1, byte: 1, kb: 2 ** 10, kbyte: 2 ** 10, kilobyte: 2 ** 10, mb: 2 ** 20, mbyte: 2 ** 20 },
  ...{ megabyte: 2 ** 20, gb: 2 ** 30, gbyte: 2 ** 30, gigabyte: 2 ** 30, tb: 2 ** 40, terabyte: 2 ** 40 },
  ...{ pb: 2 ** 50, pbyte: 2 ** 50, petabyte: 2 ** 50 },
  // Of these pprof knows none, and no other size is meant by them.
  ...{ kib: 2 ** 10, kibibyte: 2 ** 10, mib: 2 ** 20, mebibyte: 2 ** 20, gib: 2 ** 30, gibibyte: 2 ** 30 },
}
const timeUnits: Readonly<Record<string, number>> = {
  ...{ ns: 1, nanosecond: 1, us: 1e3, µs: 1e3, microsecond: 1e3, ms: 1e6, millisecond: 1e6 },
  ...{ s: 1e9, sec: 1e9, second: 1e9, minute: 6e10, min: 6e10, hour: 3.6e12, hr: 3.6e12 },
}

function singular(unit: string): string {
  // There are two letters for micro.
  const lower = unit.toLowerCase().replace('\u03bc', 'µ')
  return lower.length > 2 && lower.endsWith('s') ? lower.slice(0, -1) : lower
}
