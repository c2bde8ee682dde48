import type { DependencyFile, Taken } from '../../source.ts'

/** A package is a Maven artifact with its group: `io.projectreactor:reactor-core`. */
export const dependencyFiles: readonly DependencyFile[] = [
  { name: 'pom.xml', read: pomLine },
  { name: /(?:^|\/)pom\.[\w.-]+\.xml$|\.pom$/, read: pomLine },
  { name: /(?:^|\/)[\w.-]*\.gradle(?:\.kts)?$/, read: gradleLine },
  { name: /(?:^|\/)[\w.-]+\.versions\.toml$/, read: catalogueLine },
  { name: /(?:^|\/)[\w.-]+\.lockfile$/, read: lockLine },
]

/**
 * The line of an artifact's `<version>`, or of its `<artifactId>` where it has none;
 * of a property the artifacts whose version it is: `<reactor.version>3.4.16</reactor.version>`.
 */
function pomLine(lines: readonly string[], index: number): readonly Taken[] {
  const line = lines[index] ?? ''
  const [, tag, value] = /^\s*<([\w.-]+)>\s*([^<]+?)\s*<\/\1>/.exec(line) ?? []
  if (tag === undefined || value === undefined) return inOneLine(line)
  if (tag !== 'version' && tag !== 'artifactId' && tag !== 'groupId') return ofProperty(lines, tag, value)
  const block = blockAround(lines, index)
  const taken = block === null ? null : artifactIn(lines.slice(block[0], block[1]).join('\n'), lines)
  if (taken === null || (tag !== 'version' && taken.version !== null)) return []
  return tag === 'groupId' ? [] : [taken]
}

const inOneLine = (line: string): readonly Taken[] => {
  const taken = /<(?:dependency|plugin|parent|extension)>.*<artifactId>/.test(line)
    ? artifactIn(line, [])
    : null
  return taken === null ? [] : [taken]
}

/** From the line that opens the innermost block of a dependency around a line to the one that closes it. */
function blockAround(lines: readonly string[], index: number): readonly [number, number] | null {
  const opens = /<(dependency|plugin|parent|extension|path|annotationProcessorPath)>/
  for (let from = index; from >= 0; from--) {
    const text = lines[from] ?? ''
    if (
      from !== index &&
      /<\/(?:dependency|plugin|parent|extension|path|annotationProcessorPath|dependencies|exclusions)>/.test(
        text,
      )
    )
      return null
    if (/<exclusion>/.test(text)) return null
    const tag = opens.exec(text)?.[1]
    if (tag === undefined) continue
    const end = lines.findIndex((line, at) => at >= index && line.includes(`</${tag}>`))
    return end < 0 ? null : [from, end + 1]
  }
  return null
}

function artifactIn(block: string, lines: readonly string[]): Taken | null {
  const text = block.replace(/<(exclusions|dependencies|configuration|executions)>[\s\S]*?(?:<\/\1>|$)/g, '')
  const word = (tag: string): string | null =>
    new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(text)?.[1] ?? null
  const artifact = word('artifactId')
  if (artifact === null) return null
  const group = word('groupId') ?? (block.includes('<plugin>') ? 'org.apache.maven.plugins' : null)
  return {
    package: group === null ? artifact : `${group}:${artifact}`,
    version: inserted(word('version'), lines),
  }
}

/** A version that is a property's, by the property. */
function inserted(version: string | null, lines: readonly string[]): string | null {
  const name = /^\$\{([\w.-]+)\}$/.exec(version ?? '')?.[1]
  if (name === undefined) return version
  const line = lines.find((text) => text.includes(`<${name}>`)) ?? ''
  return />\s*([^<]+?)\s*</.exec(line)?.[1] ?? null
}

function ofProperty(lines: readonly string[], name: string, value: string): readonly Taken[] {
  const uses = lines.flatMap((line, index) => (line.includes(`<version>\${${name}}<`) ? [index] : []))
  return uses.flatMap((index) => {
    const block = blockAround(lines, index)
    const taken = block === null ? null : artifactIn(lines.slice(block[0], block[1]).join('\n'), lines)
    return taken === null ? [] : [{ ...taken, version: value }]
  })
}

const coordinates = /(["'])([\w.-]+):([\w.-]+)(?::([^"':@]+)(?:[:@][^"']*)?)?\1/g

/**
 * `implementation("io.projectreactor:reactor-core:3.4.16")`, `compile group: 'a', name: 'b', version: '1'`,
 * `id("org.springframework.boot") version "3.5.7"`;
 * of `val reactor = "3.4.16"` the artifacts whose version it is.
 */
function gradleLine(lines: readonly string[], index: number): readonly Taken[] {
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

/**
 * A version catalogue: `reactor = { module = "io.projectreactor:reactor-core", version.ref = "reactor" }`,
 * a library as `"group:name:1.0"`, and of `reactor = "3.4.16"` among the versions the libraries that refer to
 * it.
 */
function catalogueLine(lines: readonly string[], index: number): readonly Taken[] {
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

/** `io.projectreactor:reactor-core:3.4.16=compileClasspath,runtimeClasspath`. */
function lockLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, version] = /^([\w.-]+:[\w.-]+):([^=:]+)=/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}
