import { ConfigError, UserError } from '../../errors.ts'
import { type Source, sourceOf } from '../../profile-diff/input/source.ts'
import { mostInMemory, readStream } from './stream.ts'

const mostRedirects = 5
const mostSeconds = 60
const ownCertificate =
  'its certificate is signed by an authority that is not known here: name it with NODE_EXTRA_CA_CERTS=ca.pem'

/**
 * Fetches a profile from a server, as `/debug/pprof/heap` gives it. The headers go to the server that was
 * named alone: where it sends us to another, they stay behind. Throws UserError, which names the server and
 * the path but not what may be secret.
 */
export async function openUrl(url: string, headers: readonly string[]): Promise<Source> {
  const first = parsed(url)
  const name = `${first.origin}${first.pathname}`
  const given = new Headers(headers.map(headerOf))
  if (first.username !== '') given.set('authorization', basic(first))
  let at = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await ask(at, at.origin === first.origin ? given : new Headers(), name)
    const next = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && next !== null) {
      await answer.body?.cancel()
      at = sentTo(next, at, name)
    } else if (!answer.ok || answer.body === null) {
      await answer.body?.cancel()
      throw failed(name, `it answers ${answer.status} ${answer.statusText}`.trim())
    } else if (Number(answer.headers.get('content-length') ?? 0) > mostInMemory) {
      await answer.body.cancel()
      throw failed(name, `it holds more than ${mostInMemory} bytes`)
    } else return sourceOf(name, await readBody(answer.body, name))
  }
  throw failed(name, `it redirects more than ${mostRedirects} times`)
}

function sentTo(location: string, from: URL, name: string): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from) : null
  if (url !== null && /^https?:$/.test(url.protocol)) return url
  throw failed(name, 'it redirects to something that is not an http or https address')
}

async function ask(url: URL, headers: Headers, name: string): Promise<Response> {
  const bare = new URL(url)
  bare.username = bare.password = ''
  const seconds = Number(url.searchParams.get('seconds') ?? 0) || 0
  try {
    const signal = AbortSignal.timeout((mostSeconds + seconds) * 1000)
    return await fetch(bare, { headers, redirect: 'manual', signal })
  } catch (cause) {
    throw failed(name, reason(cause), cause)
  }
}

async function readBody(body: ReadableStream<Uint8Array>, name: string): Promise<Buffer> {
  try {
    return await readStream(body, name)
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw failed(name, reason(cause), cause)
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'it does not answer in time'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const plain = Object.entries(reasons).find(([start]) => code.startsWith(start))
  if (plain !== undefined) return `${plain[1]} (${code})`
  return code !== '' ? code : cause instanceof Error ? cause.message : String(cause)
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no server has that name',
  EAI_AGAIN: 'no server has that name',
  UND_ERR_SOCKET: 'the server broke off its answer',
  ECONNRESET: 'the server broke off its answer',
  DEPTH_ZERO_SELF_SIGNED_CERT: ownCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: ownCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ownCertificate,
}

function failed(name: string, why: string, cause?: unknown): UserError {
  return new UserError(
    `${name} cannot be read: ${why}.`,
    'Check that the server runs and which headers it asks for (--header "Authorization: Bearer …").',
    { cause },
  )
}

function parsed(url: string): URL {
  if (URL.canParse(url)) return new URL(url)
  throw new ConfigError(`${url.split('?')[0]} is no URL.`, 'Use http://HOST:PORT/debug/pprof/heap.')
}

function headerOf(header: string): [string, string] {
  const colon = header.indexOf(':')
  const name = header.slice(0, colon).trim()
  const isHeader = colon > 0 && /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(header)
  if (isHeader) return [name, header.slice(colon + 1).trim()]
  throw new ConfigError(
    'A --header is not of the form "Name: value".',
    'Use --header "Authorization: Bearer …".',
  )
}

function basic({ username, password }: URL): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}
