import type { Taken } from '../../source.ts'
import { withListed } from './lists/brought.ts'

const coordinates = /(["'])([\w.-]+):([\w.-]+)(?::([^"':@]+)(?:[:@][^"']*)?)?\1/g

/**
 * `implementation("io.projectreactor:reactor-core:3.4.16")`, `compile group: 'a', name: 'b', version: '1'`,
 * `id("org.springframework.boot") version "3.5.7"`;
 * of `val reactor = "3.4.16"` the artifacts whose version it is.
 */
export const gradleLine = (lines: readonly string[], index: number): readonly Taken[] =>
  withListed(artifactsAt(lines, index))

function artifactsAt(lines: readonly string[], index: number): readonly Taken[] {
  const line = (lines[index] ?? '').replace(/(^|\s)\/\/.*$/, '')
  const found = [...line.matchAll(coordinates)].map(([, , group = '', name = '', version]) => ({
    package: `${group}:${name}`,
    version: variableIn(version ?? null, lines),
  }))
  const parts =
    /group\s*[:=]\s*["']([^"']+)["'].*name\s*[:=]\s*["']([^"']+)["'](?:.*version\s*[:=]\s*["']([^"']+)["'])?/.exec(
      line,
    )
  const plugin = /\bid\s*\(?\s*["']([\w.-]+)["']\s*\)?\s*version\s*\(?\s*["']([^"']+)["']/.exec(line)
  return [
    ...found,
    ...(parts === null ? [] : [{ package: `${parts[1]}:${parts[2]}`, version: parts[3] ?? null }]),
    ...(plugin === null ? [] : [{ package: plugin[1] ?? '', version: plugin[2] ?? null }]),
    ...(found.length === 0 ? ofVariable(lines, line) : []),
  ]
}

/** `$reactor`, `${reactorVersion}`. */
function variableIn(version: string | null, lines: readonly string[]): string | null {
  const name = /^\$\{?([\w.]+)\}?$/
    .exec(version ?? '')?.[1]
    ?.split('.')
    .at(-1)
  if (name === undefined) return version
  const line = lines.find((text) => new RegExp(`\\b${name}["']?\\]?\\s*[=:]\\s*["']`).test(text)) ?? ''
  return /[=:]\s*["']([^"']+)["']/.exec(line)?.[1] ?? null
}

function ofVariable(lines: readonly string[], line: string): readonly Taken[] {
  const [, name, value] = /\b(\w+)["']?\]?\s*=\s*["']([\w.+-]+)["']\s*$/.exec(line) ?? []
  if (name === undefined || value === undefined) return []
  return lines.flatMap((text) =>
    [...text.matchAll(coordinates)].flatMap(([, , group = '', artifact = '', version = '']) =>
      new RegExp(`^\\$\\{?(?:[\\w.]+\\.)?${name}\\}?$`).test(version)
        ? [{ package: `${group}:${artifact}`, version: value }]
        : [],
    ),
  )
}
