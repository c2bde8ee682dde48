/** Takes off what a terminal, a log or a page put around the lines of a dump. */
export interface Unwrapper {
  /** The lines that one line stands for: those within a JSON log's record are its own. */
  split(line: string): readonly string[]
  /** `prefix` stood before the first line of a goroutine; it is taken off the lines below. */
  learn(prefix: string): void
  /** The line without the prefix, and without space around it. */
  strip(line: string): string
}

export function unwrapper(): Unwrapper {
  let known = ''
  let pattern: RegExp | null = null
  return {
    split: (line) => split(plain(line)),
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
 * What may stand where this prefix stood: its figures change, as those of time stamps do,
 * and so does the space.
 */
function patternOf(prefix: string): RegExp {
  const parts = prefix.slice(0, 1000).match(/\.?\d+|\s+|[^\d\s.]+|\./g) ?? []
  const source = parts.map((part) => {
    if (/^\.\d/.test(part)) return '(?:\\.\\d+)?'
    if (/^\d/.test(part)) return '\\d+'
    return /^\s/.test(part) ? '\\s*' : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}`)
}

/** Without colours of a terminal and escapes of HTML. */
function plain(line: string): string {
  let text = line
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of a terminal is one
  if (text.includes('\u001b')) text = text.replace(/\u001b\[[\d;]*[A-Za-z]/g, '')
  if (text.includes('&')) {
    text = text.replace(/&(#43|#34|#39|lt|gt|quot|amp);/g, (all, name: string) => entities[name] ?? all)
  }
  return text
}

const entities: Readonly<Record<string, string>> = {
  ...{ '#43': '+', '#34': '"', '#39': "'", lt: '<', gt: '>', quot: '"', amp: '&' },
}

function split(line: string): readonly string[] {
  const start = line.search(/\S/)
  if (line[start] === '{') return ofRecord(line.slice(start)) ?? [line]
  const field = /^\s*[\w.]+=.*?\b(?:msg|message|log|stack|error)="((?:[^"\\]|\\.)*)"/.exec(line)
  if (field !== null)
    return unescaped(field[1] ?? '')
      .replace(/\n$/, '')
      .split('\n')
  if (line.includes('\\n') && line.includes('goroutine ')) return unescaped(line).split('\n')
  return [line]
}

const textKeys = ['log', 'message', 'msg', 'text', 'textPayload', 'stack', 'stacktrace', 'error', 'line']

/** The text of a record of a JSON log; null when it is none. */
function ofRecord(line: string): readonly string[] | null {
  try {
    const record = JSON.parse(line) as Readonly<Record<string, unknown>>
    const texts = textKeys.map((key) => record[key]).filter((text) => typeof text === 'string')
    const text = texts.find((one) => one.includes('goroutine ')) ?? texts[0]
    return text === undefined ? null : text.replace(/\n$/, '').split('\n')
  } catch {
    return null
  }
}

function unescaped(line: string): string {
  return line.replace(/\\([nt"\\])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : letter,
  )
}
