import * as z from 'zod'
import { FormatError, firstIssue } from '../errors.ts'
import { type Quantity, quantities } from '../profile/profile.ts'

/** What is believed of a history: whoever may push to the repository can have written it. */
export const limits = {
  /** Bytes of one workload's records. */
  file: 8 * 1024 * 1024,
  workloads: 200,
  /** Records of one workload, those that a larger history is thinned to. */
  records: 600,
  totals: 60,
} as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const line = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/
const text = (most: number) => z.string().max(most).regex(line)
const most = 1e15
const figure = z.number().min(-most).max(most)
const amount = z.number().min(0).max(most)

const total = z.strictObject({
  role: text(300),
  quantity: z.enum(Object.keys(quantities) as [Quantity, ...Quantity[]]),
  /** Growth an operation, in units, with its 99 % interval. */
  growth: figure,
  low: figure,
  high: figure,
  /** The smallest growth an operation that counts as a leak. */
  smallestVisible: amount,
  /** Growth an operation that is noise, whatever the team accepts. */
  floor: amount,
  /** Growth an operation beyond base that one pull request may bring; null: it fails nothing. */
  budget: amount.nullable(),
})

/** One run of one workload on the default branch. */
const record = z.strictObject({
  schemaVersion: z.literal(1),
  /** SHA-256 of all that shapes a trial: another one begins a new series. */
  workloadHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** What a matrix calls the leg that measured it; null without one. */
  leg: text(200).nullable(),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** When the commit was made and when it was measured; ISO 8601, UTC. */
  committed: z.iso.datetime(),
  measured: z.iso.datetime(),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  runtime: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  versions: z.strictObject({ leakdiff: text(60), toolchain: text(120) }),
  operations: z.int().positive().max(1e9),
  totals: z.array(total).max(limits.totals).readonly(),
})

export type HistoryRecord = z.infer<typeof record>
export type RecordedTotal = HistoryRecord['totals'][number]

/** Records by the name of their workload. */
export type History = ReadonlyMap<string, readonly HistoryRecord[]>

/** What a workload may be called, as the configuration has it: a part of paths. */
export const workloadName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/

/** Records of one workload as lines of JSON, oldest first; `place` is for errors. Throws FormatError. */
export function parseRecords(content: string, place: string): readonly HistoryRecord[] {
  if (content.length > limits.file) throw broken(place, `it is ${content.length} characters long`)
  const lines = content.split('\n').filter((one) => one.trim() !== '')
  if (lines.length > 2 * limits.records) throw broken(place, `it holds ${lines.length} records`)
  return lines.map((one, i) => parseRecord(one, `${place}, line ${i + 1}`))
}

function parseRecord(content: string, place: string): HistoryRecord {
  const value = parseJson(content, place)
  const checked = record.safeParse(value)
  if (checked.success) return checked.data
  const version = versionOf(value)
  if (version !== null && version > 1)
    throw new FormatError(
      'not-supported',
      `${place} is of a newer leakdiff (version ${version} of its records)`,
      'Use that version of leakdiff here as well.',
    )
  throw broken(place, firstIssue(checked.error, 'no record'))
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null
  return typeof value.schemaVersion === 'number' ? value.schemaVersion : null
}

function parseJson(content: string, place: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw broken(place, 'it is not JSON')
  }
}

/** As `parseRecords` reads them. */
export const linesOf = (records: readonly HistoryRecord[]): string =>
  records.map((one) => `${JSON.stringify(one)}\n`).join('')

function broken(place: string, why: string): FormatError {
  const remedy = 'Find out who wrote it; take the broken line out, or delete the history to start over.'
  return new FormatError('broken', `${place} is not a record of leakdiff: ${why}`, remedy)
}
