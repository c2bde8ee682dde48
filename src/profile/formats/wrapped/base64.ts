import { FormatError } from '../../../errors.ts'
import { broken } from '../pprof/refusal.ts'
import type { Unwrap } from './unwrap.ts'

/**
 * How base64 begins when what is in it is gzip, zstd, pprof (a message of a type, whose first field comes
 * first), or a text of Go: `goroutine `, `heap profile`, and with `---` before.
 */
const begins = '(?:H4sI|KLUv|Cg[A-Z]I|Z29yb3V0aW5l|aGVhcCBwcm9maWxl|LS0tIG11dGV4|LS0tIGNvbnRlbnRpb24)'
const digits = 'A-Za-z0-9+/_\\-'

/** What may stand before it: a mark, a line of dashes, a quote, the beginning of an address that holds it. */
const before = String.raw`^(?:\xef\xbb\xbf)?\s*(?:-----BEGIN [^\n-]+-----\s+)?["'\x60]?(?:data:[^,\n]{0,200};base64,)?`

/** All of a text: in lines, in quotes, between lines of dashes. */
const alone = new RegExp(
  `${before}${begins}[${digits}\\s=]{16,}${String.raw`(?:["'\x60]?\s*|-----END [^\n-]+-----\s*)$`}`,
)

/** A text within a document, which may have its slashes and line breaks written as JSON can. */
const quoted = new RegExp(String.raw`"${begins}[${digits}=\\]{16,}(?:"|$)`)

/** The share of a document that a profile has to be, for its text not to be one of many. */
const least = 1 / 4

/** Of the first bytes, where the text may not have ended yet. */
export function base64Wrapping(head: string): Unwrap | null {
  if (alone.test(head)) {
    const start = new RegExp(before).exec(head)?.[0].length ?? 0
    return (text) => decoded(text, start).bytes
  }
  const found = quoted.exec(head)
  if (found === null || found[0].length < least * head.length) return null
  return (text) => onlyOne(text, found.index + 1)
}

function onlyOne(text: Buffer, start: number): Buffer {
  const { bytes, end } = decoded(text, start)
  if (!quoted.test(text.toString('latin1', end + 1))) return bytes
  throw new FormatError(
    'not-supported',
    'This is a document with several profiles in base64: which of them is meant cannot be told.',
    "Take one out: `jq -r '.THE.KEY' FILE | base64 -d >profile.pb.gz`.",
  )
}

const isDigit = Uint8Array.from({ length: 256 }, (_, byte) =>
  new RegExp(`[${digits}]`).test(String.fromCharCode(byte)) ? 1 : 0,
)

/** Up to a quote or a line of dashes. Letter by letter: a pattern that fits often takes gigabytes. */
function decoded(text: Buffer, start: number): { readonly bytes: Buffer; readonly end: number } {
  const letters = Buffer.alloc(text.length - start)
  let length = 0
  let at = start
  for (; at < text.length; at++) {
    const letter = text[at] as number
    if (letter === 0x2d && text.toString('latin1', at, at + 9) === '-----END ') break
    if (isDigit[letter] === 1) letters[length++] = letter
    else if (letter === 0x22 || letter === 0x27 || letter === 0x60) break
    else if (letter === 0x5c) at += text[at + 1] === 0x2f ? 0 : 1
    else if (letter > 0x20 && letter !== 0x3d)
      throw broken(`its base64 has ${JSON.stringify(String.fromCharCode(letter))} at letter ${at}`)
  }
  if (length % 4 === 1) throw broken('its base64 ends within a byte')
  return { bytes: Buffer.from(letters.toString('latin1', 0, length), 'base64'), end: at }
}
