import { holdsStart } from './start.ts'

/** Takes the text out of JSON: a record a line, a document in one line, or one that is laid out in lines. */
export interface JsonTexts {
  /** The texts that one line holds; null when it is no JSON. */
  readonly textsOf: (line: string) => readonly string[] | null
  /** Whether it is the beginning of a record in a log of such. */
  readonly isPart: (line: string) => boolean
}

/** Where most loggers, `go test -json` and the journal put a text. */
const textKeys = [
  ...['Output', 'log', 'message', 'msg', 'text', 'textPayload', 'stack', 'stacktrace', 'error', 'line'],
  ...['MESSAGE', '@message', 'body', 'exception'],
]

/** The way to a text: keys, places in lists, and every place of the list of lines. */
type Path = readonly (string | number | typeof every)[]
const every = Symbol('every')

/** A member of a document that is laid out in lines, or a text of a list. */
const member = /^\s*(?:"((?:[^"\\]|\\.)*)"\s*:\s*)?("(?:[^"\\]|\\.)*"),?\s*$/

export function jsonTexts(): JsonTexts {
  /** Where a dump stood: in the records below it is looked for there too, whatever else they say. */
  let known: Path | null = null
  let knownMember: string | null = null
  let isOfRecords = false
  const ofRecord = (line: string): readonly string[] | null => {
    const record = parsed(line)
    if (record === null) return null
    isOfRecords = true
    const texts = known === null ? [] : textsAt(record, known)
    if (texts.length > 0 && (texts.some(holdsStart) || !holdsStart(line))) return texts
    known = (holdsStart(line) ? pathToStart(record) : null) ?? known
    const others = known === null ? [] : textsAt(record, known)
    if (others.length > 0) return others
    const text = textKeys.map((key) => textsAt(record, [key])).find(({ length }) => length > 0)
    // A record without a text is none of a dump's.
    return text ?? []
  }
  const ofMember = (line: string): readonly string[] | null => {
    const [, key = '', quoted = ''] = member.exec(line) ?? []
    if (quoted === '') return knownMember !== null && /^\s*[[\]{}"]/.test(line) ? [] : null
    if (knownMember === null && holdsStart(quoted)) knownMember = key
    if (knownMember === null) return null
    return knownMember === key ? [textOf(quoted)] : []
  }
  return {
    textsOf(line) {
      const first = line.charAt(line.search(/\S/))
      if (first === '{' || first === '[') {
        const texts = ofRecord(line)
        if (texts !== null) return texts
      }
      const mayBe = knownMember !== null || (first === '"' && holdsStart(line))
      return mayBe ? ofMember(line) : null
    },
    isPart: (line) => isOfRecords && /^\s*\{/.test(line) && parsed(line) === null,
  }
}

function parsed(line: string): object | null {
  const last = line.charAt(line.length - 1)
  if (last !== '}' && last !== ']' && !/[\]}]\s*$/.test(line.slice(-100))) return null
  try {
    return JSON.parse(line) as object
  } catch {
    return null
  }
}

function textOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

interface Step {
  readonly key: string | number
  /** Entries of the list that it is a place in; 0 in an object. */
  readonly of: number
}

/**
 * The way to the first text in which a dump begins. Of the lists on it the longest one is that of the lines.
 */
function pathToStart(record: object): Path | null {
  const open: (readonly [value: unknown, way: readonly Step[]])[] = [[record, []]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, way] = next
    if (typeof value === 'string' && holdsStart(value)) return generalised(way)
    if (typeof value !== 'object' || value === null) continue
    const entries = Array.isArray(value)
      ? value.map((part, key): [unknown, Step] => [part, { key, of: value.length }])
      : Object.entries(value).map(([key, part]): [unknown, Step] => [part, { key, of: 0 }])
    for (const [part, step] of entries.reverse()) open.push([part, [...way, step]])
  }
  return null
}

function generalised(way: readonly Step[]): Path {
  const longest = Math.max(...way.map(({ of }) => of))
  const lines = way.findIndex(({ of }) => of === longest && of > 1)
  return way.map(({ key, of }, at) => (of > 0 && at <= lines ? every : key))
}

function textsAt(value: unknown, path: Path, from = 0): readonly string[] {
  const key = path[from]
  if (key === undefined) return typeof value === 'string' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (key === every) return Array.isArray(value) ? value.flatMap((part) => textsAt(part, path, from + 1)) : []
  return textsAt((value as Readonly<Record<string | number, unknown>>)[key], path, from + 1)
}
