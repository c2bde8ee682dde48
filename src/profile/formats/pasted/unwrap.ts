import { longestRecord, records } from './records.ts'

/** Takes off what a terminal, a log or a page put around the lines of a dump. */
export interface Unwrapper {
  /** The lines that one line stands for: those within a JSON log's record are its own. */
  split(line: string): Iterable<string>
  /** Whether it is the beginning of a record that was cut. */
  isPart(line: string): boolean
  /** `prefix` stood before the first line of a goroutine; it is taken off the lines below. */
  learn(prefix: string): void
  /** The line without the prefix, and without space around it. */
  strip(line: string): string
}

export function unwrapper(): Unwrapper {
  let known = ''
  let pattern: RegExp | null = null
  const { linesOf, isPart } = records()
  return {
    isPart,
    split(line) {
      const text = plain(line)
      return linesOf(text) ?? [text]
    },
    learn(prefix) {
      if (prefix === known) return
      known = prefix
      pattern = /\S/.test(prefix) ? patternOf(prefix) : null
    },
    strip(line) {
      if (pattern === null) return line.trim()
      const before = pattern.exec(line)?.[0].length ?? 0
      return line.slice(before).trim()
    },
  }
}

/**
 * What may stand where this prefix stood: its figures change, as those of time stamps do, and so does the
 * space; behind a time also the words, such as the day and the level.
 */
function patternOf(prefix: string): RegExp {
  const isTimed = /\d\d:\d\d/.test(prefix)
  const parts = prefix.slice(0, 1000).match(/\.?\d+|\s+|[A-Za-z]+|[^\dA-Za-z\s.]+|\./g) ?? []
  const source = parts.map((part) => {
    if (/^\.\d/.test(part)) return '(?:\\.\\d+)?'
    if (/^\d/.test(part)) return '\\d+'
    if (isTimed && /^[A-Za-z]/.test(part)) return '[A-Za-z]+'
    return /^\s/.test(part) ? '\\s*' : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}`)
}

/** Colours, and what a terminal or a page of builds is told besides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of a terminal is one
const escapes = /\u001b(?:\[[\d;]*[A-Za-z]|[_\]][^\u0007\u001b]*(?:\u0007|\u001b\\))/g

/** Without colours of a terminal and escapes of HTML. */
function plain(line: string): string {
  let text = line
  if (text.length > longestRecord) return text
  if (text.includes('\u001b')) text = text.replace(escapes, '')
  if (text.includes('\u00a0')) text = text.replaceAll('\u00a0', ' ')
  if (text.endsWith('>')) text = text.replace(/<br ?\/?>$/, '')
  if (text.includes('&')) for (const [entity, letter] of entities) text = text.replaceAll(entity, letter)
  return text
}

const entities = [
  ...[['&#43;', '+'] as const, ['&#34;', '"'] as const, ['&#39;', "'"] as const, ['&lt;', '<'] as const],
  ...[['&nbsp;', ' '] as const, ['&#160;', ' '] as const, ['&#9;', '\t'] as const],
  ...[['&gt;', '>'] as const, ['&quot;', '"'] as const, ['&amp;', '&'] as const],
]
