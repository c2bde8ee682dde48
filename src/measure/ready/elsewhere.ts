import type { Ready } from '../../configure/values/ready.ts'
import { InconclusiveError } from '../../errors.ts'
import { timeLimits } from '../../time-limits.ts'
import { findProcesses } from '../process/processes.ts'
import { listenersOf } from '../process/usage.ts'
import { type ReadyCheck, readyCheck, readyPort } from './check.ts'

/** Code of the error of a program that listens where nobody looks: to start it again is of no use. */
export const elsewhereCode = 'listens-elsewhere'

export interface Elsewhere {
  /** The port at which `ready` looks. */
  readonly port: number
  /** TCP ports on which processes of the program listen now. */
  readonly ports: () => readonly number[]
  /** Milliseconds, from any point. */
  readonly now: () => number
}

/**
 * The same check; but a program that refuses there, and all the while listens on other ports,
 * is not waited for until the time limit. Throws InconclusiveError with the ports then.
 */
export function unlessElsewhere(check: ReadyCheck, { now, port, ports }: Elsewhere): ReadyCheck {
  let since: number | null = null
  return async () => {
    const answer = await check()
    const others = answer === 'ECONNREFUSED' ? ports() : []
    if (others.length === 0 || others.includes(port)) since = null
    else since ??= now()
    if (since !== null && now() - since >= timeLimits.elsewhere) throw listensElsewhere(port, others)
    return answer
  }
}

function listensElsewhere(port: number, others: readonly number[]): InconclusiveError {
  const told = others.toSorted((a, b) => a - b).slice(0, 5)
  return new InconclusiveError(
    elsewhereCode,
    `The program listens on port ${told.join(', ')}, and not on ${port}, where \`ready\` looks.`,
    'Have it listen on the port in the variable PORT, or give `ready` the port that it has. If it comes to that port much later, let `ready` be a /regex/ on its output.',
  )
}

/**
 * How readiness of a started program is looked for; null: the probe tells it. Throws as `readyCheck` does.
 */
export function programCheck(
  ready: Ready,
  {
    environment,
    output,
    trial,
  }: {
    readonly environment: Readonly<Record<string, string>>
    readonly output: () => string
    readonly trial: string
  },
): ReadyCheck | null {
  const check = readyCheck(ready, environment, output)
  const port = readyPort(ready, environment)
  if (check === null || port === null) return check
  const ports = () => listenersOf(findProcesses({ trial })).map((listener) => listener.port)
  return unlessElsewhere(check, { port, ports, now: () => performance.now() })
}
