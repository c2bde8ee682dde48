import { amongCommits, driftVerdict, judgeDrift } from '../../src/history/drift/judge-drift.ts'
import type { HistoryRecord } from '../../src/history/record.ts'
import { seriesOf } from '../../src/history/series.ts'
import type { Trend } from '../../src/report/trend/trend.ts'
import { normals, recordAt, sha } from '../history/records.ts'

const hostile = 'node <script>alert(1)</script> "x" \\'

/** Sixty commits: live heap steps at the 30th, timers never move, resident memory only wanders. */
function records(): readonly HistoryRecord[] {
  const normal = normals(11)
  return Array.from({ length: 60 }, (_, n) => {
    const role = 'node src/server.js'
    const heap = (n < 30 ? 96 : 310) + 6 * normal()
    const total = (
      quantity: 'heap-bytes' | 'tasks' | 'rss-bytes',
      growth: number,
      noise: number,
      budget: number | null,
    ) =>
      ({
        role,
        quantity,
        growth,
        low: growth - noise,
        high: growth + noise,
        smallestVisible: quantity === 'tasks' ? 0.005 : 41,
        floor: quantity === 'tasks' ? 0.005 : 41,
        budget,
      }) as const
    const versions = { leakdiff: '0.1.0', toolchain: n < 45 ? 'v22.9.0' : 'v24.1.0' }
    return recordAt(n, 0, {
      versions,
      totals: [
        total('heap-bytes', heap, 9, 41),
        total('tasks', 0, 0, 0),
        total('rss-bytes', 900 + 300 * normal(), 700, null),
        { ...total('heap-bytes', 12 + normal(), 4, 41), role: hostile },
      ],
    })
  })
}

/** Those records, judged against a drift budget that they broke. */
export function stepped(): Trend {
  const series = seriesOf(new Map([['orders', records()]]))
  const drifts = judgeDrift(series, { share: 0.05, anchor: amongCommits(new Set([sha('commit 8')])) })
  const drift = { budget: '5 % since v1.4', verdict: driftVerdict(drifts), drifts }
  return { series, drift, tasks: () => ({ one: 'timer', many: 'timers', stack: 'creation' }) }
}
