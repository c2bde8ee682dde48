import { FormatError } from '../../errors.ts'
import { type History, type HistoryRecord, limits, parseRecords, workloadName } from '../record.ts'

/** One file a workload, and one that says what this is. */
export const fileOf = (workload: string): string => `${workload}.jsonl`

export const marker = 'README.md'
export const markerText = `# leakdiff history

How much each workload grew an operation, one line a run of the default branch. Written by leakdiff; \`leakdiff history\` shows it.
`

/** The workload of a file; null for one that is not ours. */
export function workloadOf(file: string): string | null {
  const name = file.endsWith('.jsonl') ? file.slice(0, -'.jsonl'.length) : ''
  return workloadName.test(name) ? name : null
}

/** One file of a store, as its listing has it; what is `plain` is no folder, no link and not executable. */
export interface Listed {
  readonly name: string
  readonly plain: boolean
  readonly size: number
}

/** Reads a listing whose every file is ours. Throws FormatError for anything else, before any is read. */
export async function readFiles(
  place: string,
  files: readonly Listed[],
  read: (file: string) => Promise<string>,
): Promise<History> {
  const alien = files.find(({ name, plain }) => !plain || (name !== marker && workloadOf(name) === null))
  if (alien !== undefined) throw foreign(place, alien.name)
  const named = files.flatMap(({ name, size }) => {
    const workload = workloadOf(name)
    return workload === null ? [] : [{ name, size, workload }]
  })
  if (named.length > limits.workloads) throw tooLarge(place, `${named.length} workloads`)
  const history = new Map<string, readonly HistoryRecord[]>()
  for (const { name, size, workload } of named) {
    if (size > limits.file) throw tooLarge(place, `${size} bytes in ${JSON.stringify(name)}`)
    history.set(workload, parseRecords(await read(name), `${place}, ${name}`))
  }
  return history
}

const foreign = (place: string, name: string): FormatError =>
  new FormatError(
    'not-this-format',
    `${place} holds ${JSON.stringify(name.slice(0, 80))}, which is not a history of leakdiff`,
    'Keep other files out of that place, or set `history` to another directory.',
  )

const tooLarge = (place: string, what: string): FormatError =>
  new FormatError(
    'broken',
    `${place} holds ${what}, more than leakdiff ever writes`,
    'Find out who wrote it, and delete it to start over.',
  )
