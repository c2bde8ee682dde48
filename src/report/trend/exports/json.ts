import { stepsOf } from '../../../history/steps/steps.ts'
import type { Trend } from '../trend.ts'

/** Every series with its steps, and what the drift budget says. */
export function trendJson({ drift, series }: Trend): string {
  const told = {
    schemaVersion: 1,
    series: series.map((one) => ({
      ...one,
      steps: stepsOf(one.points).map(({ before, from, point, to }) => ({
        commit: point.commit,
        committed: point.committed,
        after: before.commit,
        from,
        to,
      })),
    })),
    drift: drift && {
      budget: drift.budget,
      verdict: drift.verdict,
      totals: drift.drifts.map(({ series: of, ...one }) => {
        const about = { workload: of.workload, leg: of.leg, role: of.role, quantity: of.quantity }
        if (one.verdict === 'unknown') return { ...about, verdict: one.verdict }
        const { allowed, from, noise, now, then, to, verdict } = one
        return { ...about, verdict, since: then.commit, commit: now.commit, from, to, noise, allowed }
      }),
    },
  }
  return `${JSON.stringify(told, null, 2)}\n`
}
