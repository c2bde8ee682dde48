import { FormatError } from '../../../errors.ts'
import type { Frame, Sample } from '../../profile.ts'
import type { MeasuredProfile } from '../measure.ts'
import { isRecord, readJson, wholeNumber } from '../v8/read.ts'

/**
 * Reads a snapshot of tracemalloc as JSON, a list of traces or of statistics: `[{size, count?, traceback:
 * [[filename, lineno], …]}]`, the oldest frame first as Python orders them. A frame has no function there: it
 * is called by its file. Throws FormatError.
 */
export function parseTracemalloc(bytes: Buffer): readonly MeasuredProfile[] {
  const file = readJson(bytes, 'a snapshot of tracemalloc')
  const traces = Array.isArray(file)
    ? file
    : isRecord(file) && Array.isArray(file.traces)
      ? file.traces
      : null
  if (traces === null) throw broken('no list of traces')
  const read = traces.map(toTrace)
  const samples = (field: 'size' | 'count'): readonly Sample[] =>
    read.map((trace) => ({ stack: trace.stack, value: trace[field] }))
  const common = { period: null, periodOf: '' }
  return [
    { ...common, quantity: 'heap-objects', unit: 'objects', type: 'objects', samples: samples('count') },
    { ...common, quantity: 'heap-bytes', unit: 'bytes', type: 'space', samples: samples('size') },
  ]
}

function toTrace(entry: unknown): {
  readonly size: number
  readonly count: number
  readonly stack: readonly Frame[]
} {
  if (!isRecord(entry) || !Array.isArray(entry.traceback)) throw broken('a trace without a traceback')
  const size = wholeNumber(entry.size, 'size')
  const count = entry.count === undefined ? 1 : wholeNumber(entry.count, 'count')
  return { size, count, stack: entry.traceback.map(toFrame) }
}

/** `["app.py", 12]`, `["app.py", 12, "serve"]`, `{filename, lineno, name?}` or `"app.py:12"`. */
function toFrame(entry: unknown): Frame {
  const text = typeof entry === 'string' ? /^(.+):(\d{1,9})$/.exec(entry) : null
  const [file, line, name] = Array.isArray(entry)
    ? entry
    : isRecord(entry)
      ? [entry.filename, entry.lineno, entry.name]
      : [text?.[1], Number(text?.[2])]
  if (typeof file !== 'string') throw broken('a frame without a file')
  return {
    function: typeof name === 'string' ? name : file,
    file,
    line: wholeNumber(line, 'a line'),
  }
}

const broken = (what: string): FormatError =>
  new FormatError(
    'broken',
    `This snapshot of tracemalloc has ${what}.`,
    'Write it as docs/profiles.md shows.',
  )
