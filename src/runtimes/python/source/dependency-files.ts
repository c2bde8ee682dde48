import type { DependencyFile, Taken } from '../../source.ts'
import { normalized } from '../locate/distributions.ts'

export const dependencyFiles: readonly DependencyFile[] = [
  { name: 'pyproject.toml', read: projectLine },
  { name: 'Pipfile', read: tableLine },
  { name: /(?:^|\/)(?:requirements|constraints)[\w.-]*\.in$/, read: requirementLine },
  { name: /(?:^|\/)(?:requirements|constraints)(?:[\w.-]*|\/[^/]+)\.txt$/, read: requirementLine },
  { name: 'setup.cfg', read: requirementLine },
  { name: 'uv.lock', read: packageLine },
  { name: 'poetry.lock', read: packageLine },
  { name: 'pdm.lock', read: packageLine },
  { name: /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/, read: packageLine },
  { name: 'Pipfile.lock', read: pipenvLine },
]

/**
 * A requirement of PEP 508: `name[extra]==1.2; marker`, `name @ https://…`. Options,
 * paths and comments name no package.
 */
function requirement(text: string): readonly Taken[] {
  const [, name, rest = ''] =
    /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(text) ?? []
  if (name === undefined || !/^(?:$|[<>=!~@;(#,\\])/.test(rest)) return []
  const version = /^\(?\s*(?:===?|~=|>=)\s*([^\s,;)\\#]+)/.exec(rest)?.[1] ?? null
  return [{ package: normalized(name), version }]
}

function requirementLine(lines: readonly string[], index: number): readonly Taken[] {
  return requirement(lines[index] ?? '')
}

/** `"name>=1.2",` in a list of dependencies, else `name = "^1.2"` in one of poetry's tables of them. */
function projectLine(lines: readonly string[], index: number): readonly Taken[] {
  const line = lines[index] ?? ''
  const quoted = [...line.matchAll(/(["'])((?:(?!\1).)+)\1/g)].map(([, , text = '']) => text)
  const [, key] = /^\s*([\w-]+)\s*=\s*\[/.exec(line) ?? []
  const list = key ?? enclosingList(lines, index)
  const inList = list !== null && (/dependencies$/.test(list) || isDependencyTable(tableOf(lines, index)))
  return inList ? quoted.flatMap(requirement) : tableLine(lines, index)
}

/** `name = "==1.2"`, `name = {version = "^1.2"}` within a table of dependencies. */
function tableLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, value = ''] = /^\s*"?([A-Za-z0-9][\w.-]*)"?\s*=\s*(.+)$/.exec(lines[index] ?? '') ?? []
  if (name === undefined || name === 'python' || !isDependencyTable(tableOf(lines, index))) return []
  const stated = /^["']|version\s*=\s*["']/.test(value)
  const version = stated ? (/["'][\^~=<>! ]*(\d[^"',\s]*)/.exec(value)?.[1] ?? null) : null
  return [{ package: normalized(name), version }]
}

const isDependencyTable = (table: string): boolean =>
  /(?:^|\.)(?:dev-|optional-)?dependencies$|^dependency-groups$|^(?:dev-)?packages$/.test(table)

/** The key of the list that is open at a line. */
function enclosingList(lines: readonly string[], index: number): string | null {
  for (let at = index - 1; at >= 0; at--) {
    const line = (lines[at] ?? '').trim()
    if (line.startsWith('[') || line.startsWith(']')) return null
    const [, key] = /^"?([\w-]+)"?\s*=\s*\[[^\]]*$/.exec(line) ?? []
    if (key !== undefined) return key
  }
  return null
}

function tableOf(lines: readonly string[], index: number): string {
  const header = lines.slice(0, index).findLast((line) => /^\s*\[/.test(line)) ?? ''
  return /^\s*\[+([^\]]+)\]/.exec(header)?.[1]?.trim() ?? ''
}

/** The version of a `[[package]]`, as uv, poetry and pdm lock it, or of PEP 751's `[[packages]]`. */
function packageLine(lines: readonly string[], index: number): readonly Taken[] {
  const version = /^version = "([^"]+)"/.exec(lines[index] ?? '')?.[1]
  if (version === undefined) return []
  const header = lines.slice(0, index).findLastIndex((line) => /^\[\[packages?\]\]/.test(line))
  const block = lines.slice(header + 1, index)
  const name = block.flatMap((line) => /^name = "([^"]+)"/.exec(line)?.[1] ?? []).at(-1)
  return name === undefined ? [] : [{ package: normalized(name), version }]
}

/** `"version": "==1.2"` within `"name": {`. */
function pipenvLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, indent = '', version] = /^(\s+)"version":\s*"==([^"]+)"/.exec(lines[index] ?? '') ?? []
  if (version === undefined) return []
  const header = lines
    .slice(0, index)
    .findLast((line) => line.search(/\S/) < indent.length && /\S/.test(line))
  const name = /^\s*"([^"]+)":\s*\{/.exec(header ?? '')?.[1]
  return name === undefined ? [] : [{ package: normalized(name), version }]
}
