import type { Ready } from '../../configure/values/ready.ts'
import { InconclusiveError } from '../../errors.ts'
import { timeLimits } from '../../time-limits.ts'
import { findProcesses } from '../process/processes.ts'
import { listenersOf } from '../process/usage.ts'
import { type ReadyCheck, readyCheck, readyPort } from './check.ts'
import { finalCodes } from './final.ts'

export interface Elsewhere {
  /** The port at which `ready` looks. */
  readonly port: number
  /** How that port is told: `$PORT (24932)`, where it is the one that leakdiff chose. */
  readonly called: string
  /** The port that leakdiff chose for the program. */
  readonly own: string | undefined
  /** TCP ports on which processes of the program listen now. */
  readonly ports: () => readonly number[]
  /** Milliseconds, from any point. */
  readonly now: () => number
}

/**
 * The same check; but a program that refuses there, and all the while listens on other ports,
 * is not waited for until the time limit. Throws InconclusiveError with the ports then.
 */
export function unlessElsewhere(check: ReadyCheck, { called, now, own, port, ports }: Elsewhere): ReadyCheck {
  let since: number | null = null
  return async () => {
    const answer = await check()
    const others = answer === 'ECONNREFUSED' ? ports() : []
    if (others.length === 0 || others.includes(port)) since = null
    else since ??= now()
    if (since !== null && now() - since >= timeLimits.elsewhere) throw listensElsewhere(called, others, own)
    return answer
  }
}

function listensElsewhere(...asked: Parameters<typeof wrongPort>): InconclusiveError {
  const { message, remedy } = wrongPort(...asked)
  return new InconclusiveError(finalCodes.elsewhere, message, remedy)
}

/** Of a program that listens, and not where `ready` looks. */
export function wrongPort(
  called: string,
  others: readonly number[],
  own: string | undefined,
): { readonly message: string; readonly remedy: string } {
  const told = others.toSorted((a, b) => a - b).slice(0, 5)
  const [first] = told
  const message = `\`start\` listens on ${told.map((one) => (String(one) === own ? '$PORT' : one)).join(', ')}, not on ${called}, where \`ready\` looks.`
  if (told.some((one) => String(one) === own)) return { message, remedy: 'Set `ready: 127.0.0.1:$PORT`.' }
  const many = told.length === 1 ? '' : ', or another of these ports'
  return {
    message,
    remedy: `Read PORT from the environment, or set \`ready: 127.0.0.1:${first}\`${many}. If it opens that port much later, let \`ready\` be a /regex/ on its output.`,
  }
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
  const called = portCalled(port, environment)
  return unlessElsewhere(check, {
    port,
    called,
    own: environment.PORT,
    ports: () => portsOf(trial),
    now: () => performance.now(),
  })
}

/** TCP ports on which processes of a trial listen now. */
export const portsOf = (trial: string): readonly number[] =>
  listenersOf(findProcesses({ trial })).map(({ port }) => port)

export const portCalled = (port: number, { PORT }: Readonly<Record<string, string>>): string =>
  PORT === String(port) ? `$PORT (${port})` : String(port)
