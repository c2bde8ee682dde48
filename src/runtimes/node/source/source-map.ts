import { readFileSync, statSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** A line of a source from which the file that ran was made. */
interface SourceLine {
  /** Absolute. */
  readonly path: string
  readonly line: number
}

export type SourceLines = (line: number) => SourceLine | null

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
    const text = found.startsWith('data:') ? inline(found) : beside(file, found)
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

const inline = (url: string): string | null => {
  const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? []
  return data === undefined ? null : Buffer.from(data, 'base64').toString('utf8')
}

function beside(file: string, url: string): string | null {
  const path = join(dirname(file), decodeURIComponent(url))
  return /^[a-z]+:/i.test(url) || statSync(path).size > mostBytes ? null : readFileSync(path, 'utf8')
}

/** Lines that a statement may span. */
const nearby = 3

/**
 * The lines of `file` by the text of its map. Columns are not known: a line of a bundle that holds several of
 * the source's stands for none of them. Throws when the text is no map.
 */
export function linesOf(file: string, text: string): SourceLines {
  const { sourceRoot = '', ...payload } = JSON.parse(text)
  const map = new SourceMap(payload)
  const entry = (line: number, column: number) => {
    const found = map.findEntry(line - 1, column)
    return 'originalSource' in found && found.generatedLine === line - 1 ? found : null
  }
  return (line) => {
    const last = entry(line, 1e9)
    const first = entry(line, 0) ?? last
    if (first === null || last === null || first.originalSource !== last.originalSource) return null
    if (Math.abs(first.originalLine - last.originalLine) > nearby) return null
    return { path: resolve(dirname(file), sourceRoot, last.originalSource), line: first.originalLine + 1 }
  }
}
