import { type Encoding, encodingOf } from './encoding.ts'

/** Takes a text in pieces of bytes, gives its lines. */
export interface LineReader {
  push(bytes: Uint8Array): void
  /** Ends the text; whether its last line was ended by a line break. */
  end(): boolean
}

/** Of one line; what is beyond is dropped, as no line of a profile is so long. */
const longestLine = 64 * 2 ** 20

/**
 * Lines of UTF-8, or of what Windows calls Unicode (UTF-16), without their line breaks: `\n`, `\r\n`, or `\r`
 * where the text has no others.
 */
export function lineReader(each: (line: string) => void): LineReader {
  let decode: Decode | null = null
  let open = ''
  let lineBreak = '\n'
  const take = (text: string): void => {
    let from = 0
    for (let at = text.indexOf(lineBreak); at >= 0; at = text.indexOf(lineBreak, from)) {
      const line = open === '' ? text.slice(from, at) : open + text.slice(from, at)
      open = ''
      each(line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line)
      from = at + 1
    }
    if (open.length < longestLine) open += text.slice(from)
  }
  return {
    push(bytes) {
      const isFirst = decode === null
      decode ??= decoderOf(encodingOf(bytes))
      const text = decode(bytes, false)
      if (isFirst) lineBreak = lineBreakOf(text)
      take(text)
    },
    end() {
      take(decode?.(new Uint8Array(0), true) ?? '')
      const isEnded = open === ''
      if (!isEnded) each(open)
      return isEnded
    },
  }
}

/** By the beginning of a text. */
function lineBreakOf(text: string): '\n' | '\r' {
  return text.includes('\r') && !text.slice(0, 1 << 16).includes('\n') ? '\r' : '\n'
}

/** The beginning of a text, with the line breaks of Unix. */
export function withLineBreaks(head: string): string {
  return lineBreakOf(head) === '\r' ? head.replaceAll('\r', '\n') : head
}

/** All lines of a text that is in memory. */
export function readLines(bytes: Uint8Array, each: (line: string) => void): boolean {
  const reader = lineReader(each)
  const piece = 4 * 2 ** 20
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  return reader.end()
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string

function decoderOf(encoding: Encoding): Decode {
  return encoding === 'utf-8' ? narrow() : wide(encoding)
}

function wide(encoding: Encoding): Decode {
  const decoder = new TextDecoder(encoding)
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast })
}

/** Twice as fast as TextDecoder: pieces are decoded up to a byte that begins a letter. */
function narrow(): Decode {
  let kept: Uint8Array = new Uint8Array(0)
  let isFirst = true
  return (bytes, isLast) => {
    const all = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
    const end = isLast ? all.length : letterStart(all)
    kept = Uint8Array.from(all.subarray(end))
    const text = Buffer.from(all.buffer, all.byteOffset, end).toString('utf8')
    const start = isFirst && text.charCodeAt(0) === 0xfeff ? 1 : 0
    if (text !== '') isFirst = false
    return start === 0 ? text : text.slice(1)
  }
}

/** Where the last letter begins when it is of several bytes: it may go on. */
function letterStart(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return (bytes[at] ?? 0) >= 0xc0 ? at : bytes.length
}

/** A copy: parts of a text that was read keep all of it in memory. */
export function own(text: string): string {
  return Buffer.from(text).toString()
}
