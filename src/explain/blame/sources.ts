import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { definedBy } from '../../checkout/changes/definitions.ts'
import type { Lines, SourceFiles } from '../../runtimes/source.ts'

/** Larger files were written by tools. */
const mostBytes = 2 * 2 ** 20

/** A function of head, or a statement of a file. */
export interface Part {
  readonly file: string
  readonly lines: Lines
  /** What the language calls it: type and function, as far as its first line tells; null: nothing. */
  readonly name: readonly string[] | null
  /** Its code, without comments. */
  readonly text: string
}

/** Head's sources, read when asked for. */
export interface Sources {
  /** Lines of a file without comments; null: there is none to read. */
  readonly code: (file: string) => readonly string[] | null
  /** null: nobody knows in what the line stands. */
  readonly partAt: (file: string, line: number) => Part | null
}

export function sourcesOf(
  { around, definitions, withoutComments }: Pick<SourceFiles, 'around' | 'definitions' | 'withoutComments'>,
  head: string,
): Sources {
  const read = new Map<string, readonly string[] | null>()
  const code = (file: string): readonly string[] | null => {
    const known = read.get(file)
    if (known !== undefined) return known
    const text = textOf(join(head, file))
    const lines = text === null ? null : withoutComments(text).split('\n')
    read.set(file, lines)
    return lines
  }
  const partAt = (file: string, line: number): Part | null => {
    const lines = code(file)
    const found = lines === null || line < 1 ? null : around(lines, line)
    if (lines === null || found === null) return null
    const text = lines.slice(found[0] - 1, found[1]).join('\n')
    return { file, lines: found, name: definedBy(definitions, lines[found[0] - 1] ?? ''), text }
  }
  return { code, partAt }
}

function textOf(path: string): string | null {
  try {
    return statSync(path).size > mostBytes ? null : readFileSync(path, 'utf8')
  } catch {
    return null // it is base's alone, or was generated
  }
}
