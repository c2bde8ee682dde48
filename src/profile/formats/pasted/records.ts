import { unsupported } from '../pprof/refusal.ts'
import { csvTexts } from './csv.ts'
import { jsonTexts } from './json.ts'
import { holdsStart } from './start.ts'

/** Takes the text out of the records of a log: of JSON, of key=value, or rows of a table. */
export interface Records {
  /** The lines that one line of the log stands for; null when it is no record. */
  linesOf(line: string): Iterable<string> | null
  /** Whether it is the beginning of a record in a log of such. */
  isPart(line: string): boolean
}

/** In letters: what is made of a longer line would take more than 1 GB. */
export const longestRecord = 16e6

/** Letters of all records, some ten seconds. */
const mostRecords = 500e6

export function records(): Records {
  const json = jsonTexts()
  const csv = csvTexts()
  let left = mostRecords
  const counted = (line: string, lines: Iterable<string>): Iterable<string> => {
    left -= line.length
    if (left < 0)
      throw unsupported(
        `it holds more than ${mostRecords / 1e6} MB of records of a log`,
        'Take the lines of the dump out of the log, and give those.',
      )
    return lines
  }
  return {
    linesOf(line) {
      if (line.length > longestRecord) return null
      const row = csv.isKnown() ? csv.textOf(line) : null
      if (row !== null) return counted(line, [row])
      const texts = json.textsOf(line)
      if (texts !== null) return counted(line, texts.length === 1 ? oneOf(texts) : linesInEach(texts))
      const field = /^\s*[\w.]+=.*?\b(?:msg|message|log|stack|error)="((?:[^"\\]|\\.)*)"/.exec(line)
      if (field !== null) return linesIn(unescaped(field[1] ?? '').replace(/\n$/, ''))
      const cell = csv.textOf(line)
      if (cell !== null) return counted(line, [cell])
      return line.includes('\\n') && holdsStart(line) ? linesIn(unescaped(line)) : null
    },
    isPart: (line) => line.length <= longestRecord && json.isPart(line),
  }
}

/** Nearly all records hold one line. */
function oneOf([text = '']: readonly string[]): Iterable<string> {
  const line = text.endsWith('\n') ? text.slice(0, -1) : text
  return line.includes('\n') ? linesIn(line) : [line]
}

function* linesInEach(texts: readonly string[]): Generator<string> {
  for (const text of texts) yield* linesIn(text.replace(/\n$/, ''))
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
