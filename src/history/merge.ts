import { type History, type HistoryRecord, limits } from './record.ts'

/** A record and the workload that it is of. */
export interface NewRecord {
  readonly workload: string
  readonly record: HistoryRecord
  /** A run of the same commit that the history has says more. */
  readonly ifMissing?: boolean
}

/** So many of the newest records stay as they are; of older ones the last of each week does. */
const newest = 200

/**
 * `history` with more records, each workload's in the order of its commits and no longer than the limit. A
 * commit that was measured again, by the same workload and leg, has its newest record alone.
 */
export function withRecords(history: History, added: readonly NewRecord[]): History {
  const merged = new Map(history)
  for (const name of new Set(added.map(({ workload }) => workload))) {
    const of = (ifMissing: boolean) =>
      added
        .filter((one) => one.workload === name && (one.ifMissing ?? false) === ifMissing)
        .map(({ record }) => record)
    merged.set(name, thinned([...of(true), ...(merged.get(name) ?? []), ...of(false)]))
  }
  return merged
}

function thinned(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const ordered = inOrder(lastOf(records, ({ commit, leg, workloadHash }) => [commit, leg, workloadHash]))
  const [old, young] = [ordered.slice(0, -newest), ordered.slice(-newest)]
  const weekly = lastOf(old, ({ committed, leg, workloadHash }) => [weekOf(committed), leg, workloadHash])
  return [...weekly, ...young].slice(-limits.records)
}

/** Of those with equal keys the last; in the order of the last. */
function lastOf(
  records: readonly HistoryRecord[],
  key: (record: HistoryRecord) => readonly unknown[],
): readonly HistoryRecord[] {
  const last = new Map<string, HistoryRecord>()
  for (const one of records) last.set(JSON.stringify(key(one)), one)
  return [...last.values()]
}

const inOrder = (records: readonly HistoryRecord[]): readonly HistoryRecord[] =>
  records.toSorted((a, b) => Date.parse(a.committed) - Date.parse(b.committed))

const week = 7 * 24 * 3_600_000
const weekOf = (time: string): number => Math.floor(Date.parse(time) / week)
