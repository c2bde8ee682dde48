/** Takes the text out of the records of a log: of JSON, a line each, or of key=value. */
export interface Records {
  /** The lines that one line of the log stands for; null when it is no record. */
  linesOf(line: string): Iterable<string> | null
  /** Whether it is the beginning of a record in a log of such. */
  isPart(line: string): boolean
}

/** Where most loggers, `go test -json` and the journal put a text. */
const textKeys = [
  ...['Output', 'log', 'message', 'msg', 'text', 'textPayload', 'stack', 'stacktrace', 'error', 'line'],
  ...['MESSAGE', '@message', 'body', 'exception'],
]

/** In letters: what is made of a longer line would take more than 1 GB. */
export const longestRecord = 16e6

export function records(): Records {
  /** Where in a record a goroutine stood: in the records below too, whatever else they say. */
  let known = ''
  let isOfJson = false
  const ofJson = (line: string): Iterable<string> | null => {
    const record = parsed(line)
    if (record === null) return null
    isOfJson = true
    const isNew = line.includes('goroutine ')
    const found = isNew ? textsIn(record).find(([, text]) => text.includes('goroutine ')) : undefined
    if (found !== undefined) known = found[0]
    const text =
      found?.[1] ?? [known, ...textKeys].map((key) => textAt(record, key)).find((one) => one !== null)
    // A record without a text is none of a dump's.
    return text == null ? [] : linesIn(text.replace(/\n$/, ''))
  }
  return {
    linesOf(line) {
      if (line.length > longestRecord) return null
      const start = line.search(/\S/)
      if (line[start] === '{') return ofJson(line.slice(start))
      const field = /^\s*[\w.]+=.*?\b(?:msg|message|log|stack|error)="((?:[^"\\]|\\.)*)"/.exec(line)
      if (field !== null) return linesIn(unescaped(field[1] ?? '').replace(/\n$/, ''))
      return line.includes('\\n') && line.includes('goroutine ') ? linesIn(unescaped(line)) : null
    },
    isPart: (line) =>
      isOfJson && line.length <= longestRecord && line.trimStart().startsWith('{') && parsed(line) === null,
  }
}

type JsonRecord = Readonly<Record<string, unknown>>

function parsed(line: string): JsonRecord | null {
  if (!line.trimEnd().endsWith('}')) return null
  try {
    return JSON.parse(line) as JsonRecord
  } catch {
    return null
  }
}

/** The texts of a record, at any depth, by the names of the fields that lead to each. */
function textsIn(record: JsonRecord): readonly (readonly [path: string, text: string])[] {
  const texts: (readonly [string, string])[] = []
  const open: (readonly [string, unknown])[] = [['', record]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, value] = next
    if (typeof value === 'string') texts.push([path.slice(1), value])
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) open.push([`${path}.${key}`, part])
  }
  return texts
}

function textAt(record: JsonRecord, path: string): string | null {
  const own = record[path]
  if (typeof own === 'string') return own
  let value: unknown = record
  for (const key of path.split('.')) value = (value as JsonRecord | null | undefined)?.[key]
  return typeof value === 'string' ? value : null
}

/** One after the other: all at once a small file could take 1 GB. */
function* linesIn(text: string): Generator<string> {
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    yield text.slice(from, at)
    from = at + 1
  }
  yield text.slice(from)
}

/** Without a function for each, which would take 100 bytes of memory for every one of them. */
function unescaped(line: string): string {
  return line
    .replace(/\\\\/g, '\u0000')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\"/g, '"')
    .replaceAll('\u0000', '\\')
}
