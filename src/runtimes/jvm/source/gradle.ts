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
  return name === undefined || value === undefined ? [] : takenBy(lines, name, value)
}

/**
 * A line of `gradle.properties`: `reactorVersion=3.4.16`, of which the scripts of the build make
 * `"io.projectreactor:reactor-core:$reactorVersion"` or `version "${property('bootVersion')}"`.
 */
export function gradleProperty(
  lines: readonly string[],
  index: number,
  scripts: readonly (readonly string[])[],
): readonly Taken[] {
  const [, name, value] = /^\s*([\w.-]+)\s*[=:]\s*([\w.+-]+)\s*$/.exec(lines[index] ?? '') ?? []
  if (name === undefined || value === undefined) return []
  return withListed(scripts.flatMap((script) => takenBy(script, name, value)))
}

/** The artifacts and plugins whose version the lines of a script call by a name. */
function takenBy(lines: readonly string[], name: string, value: string): readonly Taken[] {
  const plain = name.replaceAll('.', '\\.')
  const called = `\\$(?:${plain}\\b|\\{[^}]*(?<![\\w.])(?:[a-zA-Z]+\\.)*["']?${plain}["']?\\)?(?:\\s+as\\s+String)?\\})`
  const artifact = new RegExp(`["']([\\w.-]+:[\\w.-]+):${called}`, 'g')
  const plugin = new RegExp(
    `\\bid\\s*\\(?\\s*["']([\\w.-]+)["']\\s*\\)?\\s*version\\s*\\(?\\s*(?:["']${called}|${plain}\\b)`,
    'g',
  )
  return lines.flatMap((line) =>
    [...line.matchAll(artifact), ...line.matchAll(plugin)].map(([, found = '']) => ({
      package: found,
      version: value,
    })),
  )
}
