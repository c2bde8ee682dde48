import { readFileSync, statSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A line of a source from which the file that ran was made. */
interface SourceLine {
  /** Absolute. */
  readonly path: string
  readonly line: number
}

/** `column` counts from 1; left out: it is not known. */
export type SourceLines = (line: number, column?: number) => SourceLine | null

/** Maps larger than this are not read. */
const mostBytes = 32 * 2 ** 20

/**
 * The map that a file names at its end, beside it or within it (tc39.es/ecma426); null without,
 * or when it cannot be read.
 */
export function sourceLinesOf(file: string): SourceLines | null {
  try {
    const found = /^\/\/[#@] *sourceMappingURL=(\S+)\s*$/m.exec(endOf(file))?.[1]
    if (found === undefined) return null
    const text = found.startsWith('data:') ? inlineMap(found) : beside(file, found)
    return text === null ? null : linesOf(file, text)
  } catch {
    // A frame without its map is told by the file that ran.
    return null
  }
}

function endOf(file: string): string {
  if (statSync(file).size > mostBytes) return ''
  const text = readFileSync(file, 'utf8')
  return text.slice(text.lastIndexOf('sourceMappingURL=') - 8)
}

/** The text of a map in a `data:` URL; null when it is none. */
export const inlineMap = (url: string): string | null => {
  const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? []
  return data === undefined ? null : Buffer.from(data, 'base64').toString('utf8')
}

function beside(file: string, url: string): string | null {
  const path = join(dirname(file), decodeURIComponent(url))
  return /^[a-z]+:/i.test(url) || statSync(path).size > mostBytes ? null : readFileSync(path, 'utf8')
}

interface Original {
  readonly originalLine: number
  readonly originalSource: string
}

const pathFrom = (directory: string, sourceRoot: string, source: string): string =>
  source.startsWith('file://') ? fileURLToPath(source) : resolve(directory, sourceRoot, source)

/** Lines that a statement may span. */
const nearby = 3

/**
 * The lines of `file` by the text of its map. Without its column a line of a bundle that holds several of
 * the source's stands for none of them. Throws when the text is no map.
 */
export function linesOf(file: string, text: string): SourceLines {
  const { sourceRoot = '', ...payload } = JSON.parse(text)
  const map = new SourceMap(payload)
  const place = ({ originalLine, originalSource }: Original): SourceLine => ({
    path: pathFrom(dirname(file), sourceRoot, originalSource),
    line: originalLine + 1,
  })
  const entry = (line: number, column: number) => {
    const found = map.findEntry(line - 1, column)
    return 'originalSource' in found && found.generatedLine === line - 1 ? found : null
  }
  return (line, column) => {
    const exact = column === undefined ? null : entry(line, column - 1)
    if (exact !== null) return place(exact)
    const last = entry(line, 1e9)
    const first = entry(line, 0) ?? last
    if (first === null || last === null || first.originalSource !== last.originalSource) return null
    if (Math.abs(first.originalLine - last.originalLine) > nearby) return null
    return place(first)
  }
}
