import { FormatError } from '../../../errors.ts'
import { broken } from '../pprof/refusal.ts'
import type { Unwrap } from './unwrap.ts'

/**
 * How base64 begins when what is in it is gzip, zstd, pprof (a message of a type, whose first field comes
 * first), or a text of Go: `goroutine `, `heap profile`, and with `---` before.
 */
const begins = '(?:H4sI|KLUv|Cg[A-Z]I|Z29yb3V0aW5l|aGVhcCBwcm9maWxl|LS0tIG11dGV4|LS0tIGNvbnRlbnRpb24)'
const digits = 'A-Za-z0-9+/_\\-'

/** All of a text: in lines, in quotes, as an address that holds what it is of, between lines of dashes. */
const alone = new RegExp(
  [
    String.raw`^(?:\xef\xbb\xbf)?\s*(?:-----BEGIN [^\n-]+-----\s+)?["'\x60]?(?:data:[^,\n]{0,200};base64,)?`,
    `${begins}[${digits}\\s=]{16,}`,
    String.raw`(?:["'\x60]?\s*|-----END [^\n-]+-----\s*)$`,
  ].join(''),
)

/** A text within a document, which may have its slashes and line breaks written as JSON can. */
const quoted = new RegExp(String.raw`"${begins}[${digits}=\\]{16,}"`, 'g')

/** The share of a document that a profile has to be, for its text not to be one of many. */
const least = 1 / 4

export function base64Wrapping(head: string): Unwrap | null {
  if (alone.test(head)) return (text) => decoded(payloadOf(text.toString('latin1')))
  const [found] = head.match(quoted) ?? []
  if (found === undefined || found.length < least * head.length) return null
  return (text) => decoded(onlyOne(text.toString('latin1')))
}

function payloadOf(text: string): string {
  return text
    .replace(/-----(?:BEGIN|END) [^\n-]+-----/g, '')
    .replace(/^[^A-Za-z0-9]*data:[^,]*,/, '')
    .replace(/^(?:\xef\xbb\xbf)?\s*["'`]|["'`]\s*$/g, '')
}

function onlyOne(text: string): string {
  const found = text.match(quoted) ?? []
  const [first = '', ...others] = found.map((one) => one.slice(1, -1).replace(/\\[nr]|\\/g, ''))
  if (others.length === 0) return first
  throw new FormatError(
    'not-supported',
    `This is a document with ${found.length} profiles in base64: which of them is meant cannot be told.`,
    "Take one out: `jq -r '.THE.KEY' FILE | base64 -d >profile.pb.gz`.",
  )
}

function decoded(payload: string): Buffer {
  const text = payload.replace(/\s+/g, '').replace(/={1,2}$/, '')
  const wrong = text.search(new RegExp(`[^${digits}]`))
  if (wrong >= 0) throw broken(`its base64 has ${JSON.stringify(text[wrong])} at letter ${wrong}`)
  if (text.length % 4 === 1) throw broken('its base64 ends within a byte')
  return Buffer.from(text, 'base64')
}
