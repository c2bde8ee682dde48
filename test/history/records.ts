import { createHash } from 'node:crypto'
import type { HistoryRecord } from '../../src/history/record.ts'
import type { Series } from '../../src/history/series.ts'
import { seriesOf } from '../../src/history/series.ts'

export const sha = (name: string): string => createHash('sha1').update(name).digest('hex')
export const hash = (name: string): string => createHash('sha256').update(name).digest('hex')

const day = 24 * 3_600_000
const start = Date.parse('2026-01-05T09:00:00Z')

/** The record of the nth commit, a day after the one before, whose live heap grows by `growth` bytes. */
export function recordAt(n: number, growth: number, changes: Partial<HistoryRecord> = {}): HistoryRecord {
  const time = new Date(start + n * day).toISOString()
  return {
    schemaVersion: 1,
    workloadHash: hash('workload'),
    leg: null,
    commit: sha(`commit ${n}`),
    committed: time,
    measured: time,
    verdict: 'pass',
    runtime: 'node',
    versions: { leakdiff: '0.1.0', toolchain: 'v24.1.0' },
    operations: 100,
    totals: [
      {
        ...{ role: 'node server.js', quantity: 'heap-bytes', growth },
        ...{ low: growth - 3, high: growth + 3, smallestVisible: 41, floor: 41, budget: 41 },
      },
    ],
    ...changes,
  }
}

/** The one series of such records. */
export function seriesFrom(growths: readonly number[]): Series {
  const [series] = seriesOf(new Map([['http', growths.map((growth, n) => recordAt(n, growth))]]))
  if (series === undefined) throw new Error('no series')
  return series
}

/** Normal deviates that are the same in every run. */
export function normals(seed: number): () => number {
  let state = seed
  const uniform = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((more ^ (more >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
