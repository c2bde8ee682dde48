import { holdsStart, isStart } from './start.ts'

/** Takes the text out of the rows of a table, as viewers of logs export it. */
export interface CsvTexts {
  /** null when it is no row. */
  readonly textOf: (line: string) => string | null
  /** Whether rows came before. */
  readonly isKnown: () => boolean
}

interface Layout {
  readonly separator: string
  /** Fields before the text and behind it. */
  readonly before: number
  readonly behind: number
}

const separators = [',', ';', '\t']

export function csvTexts(): CsvTexts {
  let layout: Layout | null = null
  return {
    isKnown: () => layout !== null,
    textOf(line) {
      layout ??= holdsStart(line) ? layoutOf(line) : null
      return layout === null ? null : textIn(line, layout)
    },
  }
}

/** By the row whose field is the first line of a dump. */
function layoutOf(line: string): Layout | null {
  for (const separator of separators) {
    const fields = fieldsOf(line, separator)
    const before = fields?.findIndex(isStart) ?? -1
    if (fields !== null && fields.length > 1 && before >= 0)
      return { separator, before, behind: fields.length - before - 1 }
  }
  return null
}

/** Who does not quote a field may have separators in it. */
function textIn(line: string, { separator, before, behind }: Layout): string | null {
  const fields = fieldsOf(line, separator)
  if (fields === null || fields.length <= before + behind) return null
  return fields.slice(before, fields.length - behind).join(separator)
}

/** A field may be quoted, and has its quotes twice then; null when one does not end. */
function fieldsOf(line: string, separator: string): readonly string[] | null {
  const fields: string[] = []
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const found = line.indexOf(separator, at)
      const end = found < 0 ? line.length : found
      fields.push(line.slice(at, end))
      at = end + 1
      continue
    }
    const end = endOfQuoted(line, at + 1)
    if (end < 0 || (end + 1 < line.length && line[end + 1] !== separator)) return null
    fields.push(line.slice(at + 1, end).replaceAll('""', '"'))
    at = end + 2
  }
  return fields
}

function endOfQuoted(line: string, start: number): number {
  let at = line.indexOf('"', start)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at
}
