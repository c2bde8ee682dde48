import type { NewRecord } from '../merge.ts'
import type { History } from '../record.ts'

/** Where records are kept. Both throw FormatError for what is there and is none of ours. */
export interface HistoryStore {
  /** As a person would name it. */
  readonly name: string
  readonly read: () => Promise<History>
  /** Adds to what is there by then, whoever else does; what was read before is never written over. */
  readonly append: (records: readonly NewRecord[]) => Promise<void>
}
