/** Takes the text out of the records of a log: of JSON, a line each, or of key=value. */
export interface Records {
  /** The lines that one line of the log stands for; null when it is no record. */
  linesOf(line: string): readonly string[] | null
  /** Whether it is the beginning of a record in a log of such. */
  isPart(line: string): boolean
}

/** Where most loggers, `go test -json` and the journal put a text. */
const textKeys = [
  ...['Output', 'log', 'message', 'msg', 'text', 'textPayload', 'stack', 'stacktrace', 'error', 'line'],
  ...['MESSAGE', '@message', 'body', 'exception'],
]

export function records(): Records {
  /** The key under which a goroutine stood: in the records below too, whatever else they say. */
  let known = ''
  let isOfJson = false
  const ofJson = (line: string): readonly string[] | null => {
    const texts = textsOf(line)
    if (texts === null) return null
    isOfJson = true
    const found =
      texts.find(([, text]) => text.includes('goroutine ')) ?? texts.find(([key]) => key === known)
    if (found !== undefined) known = found[0]
    const text = (found ?? texts.find(([key]) => textKeys.includes(key)))?.[1]
    // A record without a text is none of a dump's.
    return text === undefined ? [] : text.replace(/\n$/, '').split('\n')
  }
  return {
    linesOf(line) {
      const start = line.search(/\S/)
      if (line[start] === '{') return ofJson(line.slice(start))
      const field = /^\s*[\w.]+=.*?\b(?:msg|message|log|stack|error)="((?:[^"\\]|\\.)*)"/.exec(line)
      if (field !== null)
        return unescaped(field[1] ?? '')
          .replace(/\n$/, '')
          .split('\n')
      return line.includes('\\n') && line.includes('goroutine ') ? unescaped(line).split('\n') : null
    },
    isPart: (line) => isOfJson && line.trimStart().startsWith('{') && textsOf(line) === null,
  }
}

/** The texts of a record of JSON by their keys, at any depth; null when it is none. */
function textsOf(line: string): readonly (readonly [key: string, text: string])[] | null {
  const texts: (readonly [string, string])[] = []
  try {
    // Keys come after the values within them.
    JSON.parse(line, (key, value: unknown) => {
      if (typeof value === 'string') texts.push([key, value])
      return value
    })
    return texts
  } catch {
    return null
  }
}

function unescaped(line: string): string {
  return line.replace(/\\([nt"\\])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : letter,
  )
}
