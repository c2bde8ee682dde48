import type { ServerWorkload } from '../../configure/config.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { formatDuration } from '../process/waiting.ts'
import { readyPort } from './check.ts'
import { portCalled, portsOf, wrongPort } from './elsewhere.ts'

/**
 * A program that was not ready in time, with what it lacks as far as /proc tells on which ports it listens.
 */
export function neverReady(
  lifecycle: Lifecycle & { readonly workload: ServerWorkload },
  answer: string,
  program: Program,
): CommandError {
  const { start, trial, workload } = lifecycle
  const told = whyNotReady(workload.ready, answer, {
    environment: start.environment,
    ports: portsOf(trial),
  })
  return new CommandError(
    'not-ready',
    `The program was not ready within ${formatDuration(workload.timeout.ready)}${told.why}`,
    `${told.remedy} Its last lines are in the log.`,
    program.output(),
  )
}

/** The end of the sentence that it was not ready, and what to do; `ports` are those on which it listens. */
export function whyNotReady(
  ready: ServerWorkload['ready'],
  answer: string,
  {
    environment,
    ports,
  }: { readonly environment: Readonly<Record<string, string>>; readonly ports: readonly number[] },
): { readonly why: string; readonly remedy: string } {
  const port = readyPort(ready, environment)
  const longer = 'or give the program longer: `timeout: { ready: … }`.'
  const last = `: \`ready\` last found ${answer}.`
  if (ready.kind === 'output') return { why: `: ${answer}.`, remedy: matching(ports, longer) }
  if (port === null || ports.includes(port))
    return { why: last, remedy: `Find out why \`ready\` gets this answer, ${longer}` }
  const called = portCalled(port, environment)
  if (ports.length === 0)
    return { why: last, remedy: `It listens on no port: have it listen on ${called}, ${longer}` }
  const { message, remedy } = wrongPort(called, ports, environment.PORT)
  return { why: `: ${message}`, remedy }
}

function matching(ports: readonly number[], longer: string): string {
  const [port] = ports
  const listening = port === undefined ? '' : ` set \`ready: 127.0.0.1:${port}\`, where it listens,`
  return `Have \`start\` print a line that \`ready\` matches,${listening} ${longer}`
}
