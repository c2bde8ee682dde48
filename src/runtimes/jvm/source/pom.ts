import type { Taken } from '../../source.ts'
import { broughtBy, broughtByProperty } from './lists/brought.ts'
import { insert } from './lists/listed.ts'
import { modelIn } from './lists/model.ts'

/**
 * The line of an artifact's `<version>`, or of its `<artifactId>` where it has none;
 * of a property the artifacts whose version it is: `<reactor.version>3.4.16</reactor.version>`.
 */
export function pomLine(
  lines: readonly string[],
  index: number,
  modules: readonly (readonly string[])[],
): readonly Taken[] {
  const taken = artifactsAt(lines, index, modules)
  const property = /^\s*<([\w.-]+)>[^<]*<\/\1>/.exec(lines[index] ?? '')?.[1]
  return [
    ...taken,
    ...taken.flatMap((one) => broughtBy(one, lines)),
    ...(property === undefined || taken.length > 0 ? [] : broughtByProperty(property, lines)),
  ]
}

function artifactsAt(
  lines: readonly string[],
  index: number,
  modules: readonly (readonly string[])[],
): readonly Taken[] {
  const line = lines[index] ?? ''
  const [, tag, value] = /^\s*<([\w.-]+)>\s*([^<]+?)\s*<\/\1>/.exec(line) ?? []
  if (tag === undefined || value === undefined) return inOneLine(line)
  if (tag !== 'version' && tag !== 'artifactId' && tag !== 'groupId')
    return [lines, ...modules].flatMap((pom) => ofProperty(pom, tag, value))
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
  const name = group === null ? artifact : `${group}:${artifact}`
  const { properties } = modelIn(lines)
  const version = word('version')
  return {
    package: insert(name, properties),
    version: version === null ? null : known(insert(version, properties)),
  }
}

/** A property of another file is not known here. */
const known = (version: string): string | null => (version.includes('${') ? null : version)

function ofProperty(lines: readonly string[], name: string, value: string): readonly Taken[] {
  const uses = lines.flatMap((line, index) => (line.includes(`<version>\${${name}}<`) ? [index] : []))
  return uses.flatMap((index) => {
    const block = blockAround(lines, index)
    const taken = block === null ? null : artifactIn(lines.slice(block[0], block[1]).join('\n'), lines)
    return taken === null ? [] : [{ ...taken, version: value }]
  })
}
