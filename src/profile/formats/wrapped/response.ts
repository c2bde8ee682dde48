import { constants, gunzipSync } from 'node:zlib'
import { FormatError } from '../../../errors.ts'
import { broken, unsupported } from '../pprof/refusal.ts'

/** A saved answer of a server: its headers, and where its body begins. */
export interface Response {
  readonly start: number
  /** Sent in pieces, each with its length before it, and not joined by who saved it. */
  readonly isChunked: boolean
  readonly isCompressed: boolean
}

const headers = /^HTTP\/\d(?:\.\d)? (\d{3})([^\n]*)\n((?:[^\s:]+:[^\n]*\n)*)\r?\n/

/**
 * The last answer at the beginning of a file (`curl -i`), behind those that send elsewhere; null when there
 * is none. Throws FormatError for one that says that there is no profile.
 */
export function responseOf(head: Uint8Array): Response | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  let start = 0
  let found = headers.exec(text)
  if (found === null) return null
  for (let next = found; next !== null; next = headers.exec(text.slice(start)) as RegExpExecArray) {
    found = next
    start += next[0].length
  }
  const [, status = '', reason = '', fields = ''] = found
  if (!status.startsWith('2')) throw noProfile(`${status}${reason}`.trim())
  const body = text.slice(start)
  return {
    start,
    isChunked: /^transfer-encoding:.*chunked/im.test(fields) && /^[\da-f]{1,8}(?:;[^\r\n]*)?\r\n/i.test(body),
    isCompressed: isCompressed(fields, body),
  }
}

function isCompressed(fields: string, body: string): boolean {
  const encoding = /^content-encoding:\s*(\S+)/im.exec(fields)?.[1]?.toLowerCase() ?? 'identity'
  if (encoding === 'gzip' || encoding === 'identity') return encoding === 'gzip'
  // Who saved it may have undone it, and kept the header.
  if (body.startsWith('\x1f\x8b') || /^[\t\n\r -~]{64}/.test(body)) return false
  throw unsupported(
    `a server has compressed it (${encoding.slice(0, 20)})`,
    'Have it decompressed: `curl --compressed -o profile.pb.gz URL`.',
  )
}

function noProfile(status: string): FormatError {
  return new FormatError(
    'not-this-format',
    `This is the answer of a server that gave no profile: ${status.replace(/[^ -~]/g, '').slice(0, 60)}.`,
    'Check the address, and what it asks of who may read it; leakdiff sends --header.',
  )
}

/** The body of a response whose bytes are not as they are in a file. Throws FormatError, `broken`. */
export function bodyOf(bytes: Buffer, response: Response, limit: number): Buffer {
  const sent = bytes.subarray(response.start)
  const body = response.isChunked ? joined(sent) : sent
  if (!response.isCompressed || body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return gunzipSync(body, { maxOutputLength: limit, finishFlush: constants.Z_FINISH })
  } catch (cause) {
    throw broken(`its gzip stream cannot be inflated (${(cause as Error).message})`, { cause })
  }
}

function joined(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at)
    const length = /^[\da-f]{1,8}(?=;|$)/i.exec(bytes.toString('latin1', at, Math.min(end, at + 64)))?.[0]
    if (end < 0 || length === undefined) throw broken('the pieces that a server sent it in are not whole')
    const size = Number.parseInt(length, 16)
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
    if (at > bytes.length) throw broken('the pieces that a server sent it in are cut short')
  }
}
