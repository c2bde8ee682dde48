import type { Config } from '../../configure/config.ts'
import { exitStatus } from '../../errors.ts'
import { markdownFence, markdownText } from '../../report/render/escape.ts'
import { stepStatus } from '../../report/step-status.ts'
import { driftHeadline, renderTrend } from '../../report/trend/terminal.ts'
import type { Trend } from '../../report/trend/trend.ts'
import type { Event } from '../job/event.ts'
import { annotate, info, warn } from '../job/log.ts'
import { writeSummary } from '../publish/summary.ts'

/**
 * Holds a scheduled run against the drift budget: no single push is to blame for what all of them add up to,
 * so none of them fails for it. The exit status of the step.
 */
export async function checkDrift(
  { drift: budget, failOn }: Pick<Config, 'drift' | 'failOn'>,
  { name }: Pick<Event, 'name'>,
  trend: Trend | null,
): Promise<number> {
  if (budget === null || !['schedule', 'workflow_dispatch'].includes(name)) return exitStatus.pass
  if (trend === null || trend.drift === null) {
    warn(`\`drift: ${budget.text}\` could not be checked: there is no history yet.`)
    return stepStatus('inconclusive', failOn)
  }
  const status = stepStatus(trend.drift.verdict, failOn)
  const headline = driftHeadline(trend.drift)
  if (trend.drift.verdict === 'pass') info(headline)
  else annotate(status === 0 ? 'warning' : 'error', headline)
  const told = `### ${markdownText(headline)}\n\n${markdownFence(renderTrend(trend), 'text')}\n`
  await writeSummary(told).catch((error: unknown) => warn(`The job summary could not be written: ${error}`))
  return status
}
