import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { connect } from 'node:net'
import { expand } from '../../configure/expand.ts'
import type { Ready } from '../../configure/values/ready.ts'
import { ConfigError } from '../../errors.ts'
import { timeLimits } from '../../time-limits.ts'

/** Looks once; null: the program is ready, else what answered instead, in words. */
export type ReadyCheck = () => Promise<string | null>

/**
 * How readiness is looked for, `$NAME` expanded from `environment`; null when the probe's own answer is
 * enough. Throws ConfigError for an unknown name.
 */
export function readyCheck(
  ready: Ready,
  environment: Readonly<Record<string, string>>,
  output: () => string,
): ReadyCheck | null {
  switch (ready.kind) {
    case 'probe':
      return null
    case 'url': {
      const url = expand(ready.url, environment)
      if (!URL.canParse(url))
        throw new ConfigError('`ready` is not a URL', 'Correct `ready`, or the variables in it.')
      return () => checkUrl(new URL(url))
    }
    case 'port': {
      const address = expand(ready.address, environment)
      const colon = address.lastIndexOf(':')
      const host = address.slice(0, colon).replace(/^\[|\]$/g, '')
      return () => checkPort(host, Number(address.slice(colon + 1)))
    }
    case 'output': {
      const pattern = new RegExp(ready.pattern, ready.flags)
      return async () => (pattern.test(output()) ? null : 'no line of its output matched')
    }
  }
}

/** The TCP port at which `ready` looks; null where it looks at none, or on another machine. */
export function readyPort(ready: Ready, environment: Readonly<Record<string, string>>): number | null {
  if (ready.kind !== 'url' && ready.kind !== 'port') return null
  const address = expand(ready.kind === 'url' ? ready.url : `tcp://${ready.address}`, environment)
  if (!URL.canParse(address)) return null
  const { hostname, port, protocol } = new URL(address)
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/.test(hostname)) return null
  return Number(port || (protocol === 'https:' ? 443 : 80))
}

/** Any answer below 500 will do. No connection is kept: the program would hold it as a task of its own. */
function checkUrl(url: URL): Promise<string | null> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    // A certificate of the test's own making is fine: nothing is sent, and only the status is read.
    const sent = request(url, { agent: false, headers: { connection: 'close' }, rejectUnauthorized: false })
    sent.setTimeout(timeLimits.readyAttempt, () =>
      sent.destroy(new Error(`no answer within ${timeLimits.readyAttempt / 1000}s`)),
    )
    sent.on('error', (error) => resolve(problemOf(error)))
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      resolve(status < 500 ? null : `status ${status}`)
    })
    sent.end()
  })
}

/** Without host and path, which may hold a password. */
const problemOf = (error: NodeJS.ErrnoException): string => error.code ?? error.message

function checkPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeLimits.readyAttempt })
    const end = (problem: string | null): void => {
      socket.destroy()
      resolve(problem)
    }
    socket.on('connect', () => end(null))
    socket.on('timeout', () => end('no answer'))
    socket.on('error', (error) => end(problemOf(error)))
  })
}
