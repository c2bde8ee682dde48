import type { Taken } from '../../source.ts'
import { withListed } from './lists/brought.ts'

/**
 * A version catalogue: `reactor = { module = "io.projectreactor:reactor-core", version.ref = "reactor" }`,
 * a library as `"group:name:1.0"`, and of `reactor = "3.4.16"` among the versions the libraries that refer to
 * it.
 */
export const catalogueLine = (lines: readonly string[], index: number): readonly Taken[] =>
  withListed(librariesAt(lines, index))

function librariesAt(lines: readonly string[], index: number): readonly Taken[] {
  const line = (lines[index] ?? '').replace(/#.*$/, '')
  const [, key, value] = /^\s*"?([\w.-]+)"?\s*=\s*["']([^"']+)["']\s*$/.exec(line) ?? []
  if (key === undefined || value === undefined) return libraryIn(line, lines)
  if (tableOf(lines, index) !== 'versions') return libraryIn(line, lines)
  const refers = new RegExp(`version\\.ref\\s*=\\s*["']${key}["']|ref\\s*=\\s*["']${key}["']`)
  return lines
    .filter((text) => refers.test(text))
    .flatMap((text) => libraryIn(text, []).map((taken) => ({ ...taken, version: value })))
}

function libraryIn(line: string, lines: readonly string[]): readonly Taken[] {
  const word = (key: string): string | null =>
    new RegExp(`\\b${key}\\s*=\\s*["']([^"']+)["']`).exec(line)?.[1] ?? null
  const short = /=\s*["']([\w.-]+:[\w.-]+):([^"']+)["']/.exec(line)
  if (short !== null) return [{ package: short[1] ?? '', version: short[2] ?? null }]
  const group = word('group')
  const name = word('module') ?? word('id') ?? (group === null ? null : `${group}:${word('name') ?? ''}`)
  if (name === null) return []
  const ref = word('version\\.ref') ?? word('ref')
  const referred =
    lines.find((text) => ref !== null && new RegExp(`^\\s*"?${ref}"?\\s*=\\s*["']`).test(text)) ?? ''
  const version = ref === null ? word('version') : (/=\s*["']([^"']+)["']/.exec(referred)?.[1] ?? null)
  return [{ package: name, version }]
}

function tableOf(lines: readonly string[], index: number): string {
  const header = lines.slice(0, index).findLast((line) => /^\s*\[/.test(line)) ?? ''
  return /^\s*\[([\w.-]+)\]/.exec(header)?.[1] ?? ''
}
