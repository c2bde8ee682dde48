import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { UserError } from '../../../errors.ts'
import { timeLimits } from '../../../time-limits.ts'

const largestBody = 1 << 29

/**
 * The body of one GET; with `tail` no more than its last bytes.
 * Throws UserError for everything but a whole answer with status 200 that is no web page.
 */
export type Get = (url: URL, options?: { readonly tail?: number }) => Promise<Buffer>

/**
 * Makes requests one after the other on one connection, which is closed at the end:
 * an idle one would be counted among the program's tasks,
 * and so would those of earlier requests while they are being closed.
 */
export async function onOneConnection<T>(
  requests: (get: Get) => Promise<T>,
  timeout = timeLimits.endpoint,
): Promise<T> {
  const options = { keepAlive: true, maxSockets: 1 }
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) }
  try {
    return await requests((url, { tail = Number.POSITIVE_INFINITY } = {}) => {
      const agent = agents[url.protocol === 'https:' ? 'https:' : 'http:']
      return get(url, { agent, tail, timeout })
    })
  } finally {
    agents['http:'].destroy()
    agents['https:'].destroy()
  }
}

interface Options {
  readonly agent: HttpAgent
  readonly tail: number
  readonly timeout: number
}

async function get(url: URL, { agent, tail, timeout }: Options): Promise<Buffer> {
  // The address may hold a password, in any part of it.
  const shown = '`profiles`'
  const signal = AbortSignal.timeout(timeout)
  try {
    const answer = await open(url, agent, signal)
    const { statusCode = 0 } = answer
    if (statusCode !== 200) {
      answer.destroy()
      throw refusal(shown, statusCode)
    }
    const body = await readBody(answer, shown, tail)
    if (isWebPage(answer, body)) throw webPage(shown)
    return body
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw signal.aborted ? late(shown, timeout, cause) : unreachable(shown, cause)
  }
}

function open(url: URL, agent: HttpAgent, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    request(url, { agent, signal }, resolve).once('error', reject).end()
  })
}

async function readBody(answer: IncomingMessage, shown: string, tail: number): Promise<Buffer> {
  let kept: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    kept.push(chunk)
    length += chunk.length
    if (length > 2 * tail) {
      kept = [Buffer.concat(kept).subarray(-tail)]
      length = tail
    }
    if (length > largestBody) throw tooLarge(shown)
  }
  return Buffer.concat(kept)
}

function isWebPage(answer: IncomingMessage, body: Buffer): boolean {
  const type = answer.headers['content-type'] ?? ''
  return type.includes('text/html') || /^\s*<(?:!doctype|html)/i.test(body.toString('latin1', 0, 256))
}

function refusal(shown: string, status: number): UserError {
  if (status === 401 || status === 403)
    return new UserError(
      `${shown} answers ${status}: it wants credentials, or does not let this machine in.`,
      'Write them into the URL (`http://user:password@host/debug/pprof`), or serve profiles without credentials on a local port.',
    )
  if (status === 404)
    return new UserError(
      `${shown} answers 404: there are no profiles at this address.`,
      'Import _ "net/http/pprof" and serve http.DefaultServeMux there; `profiles` ends in /debug/pprof.',
    )
  if (status >= 300 && status < 400)
    return new UserError(
      `${shown} answers ${status} and redirects elsewhere.`,
      'Give the address at which the profiles are served, without a redirect.',
    )
  return new UserError(`${shown} answers ${status}.`, 'Look at the program’s own output for the reason.')
}

function webPage(shown: string): UserError {
  return new UserError(
    `${shown} answers with a web page, not with a profile.`,
    'Another program or handler answers there: check port and path of `profiles`, which ends in /debug/pprof.',
  )
}

function tooLarge(shown: string): UserError {
  return new UserError(
    `${shown} sends more than ${largestBody} bytes.`,
    'No profile is so large: check the address in `profiles`.',
  )
}

function late(shown: string, timeout: number, cause: unknown): UserError {
  return new UserError(
    `${shown} did not answer within ${timeout / 1000} s.`,
    'The program is blocked or stopped, or the address leads to a handler that waits: check `profiles`.',
    { cause },
  )
}

function unreachable(shown: string, cause: unknown): UserError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH')
    return new UserError(
      `Nothing answers at ${shown} (${code}).`,
      'See that the program serves net/http/pprof there before it is ready, and check port and host in `profiles`.',
      { cause },
    )
  return new UserError(
    `${shown} broke off in the middle (${code}).`,
    'The program may have ended, or its server cuts answers short (http.Server.WriteTimeout): look at its output.',
    { cause },
  )
}
