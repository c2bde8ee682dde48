import type { DependencyFile, Taken } from '../../source.ts'

export const dependencyFiles: readonly DependencyFile[] = [
  { name: 'go.mod', read: moduleLine },
  { name: 'go.work', read: moduleLine },
  { name: 'modules.txt', read: vendoredLine },
  { name: 'go.sum', read: sumLine, listsAll: true },
]

/**
 * `require a v1`, `a v1 // indirect` in a block, `replace a v1 => b v2`, `a => ../b`:
 * a replacement speaks for both names.
 */
function moduleLine(lines: readonly string[], index: number): readonly Taken[] {
  const words = (lines[index] ?? '')
    .replace(/\/\/.*$/, '')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^["`]|["`]$/g, ''))
  const rest = /^(?:require|replace|use)$/.test(words[0] ?? '') ? words.slice(1) : words
  const arrow = rest.indexOf('=>')
  if (arrow < 0) return /^v\d/.test(rest[1] ?? '') ? taken(rest) : []
  const target = rest.slice(arrow + 1)
  const version = target[1] ?? null
  return [...taken([rest[0] ?? '', ...(version === null ? [] : [version])]), ...taken(target)]
}

/** None for a folder, or for a parenthesis. */
function taken([name = '', version = null]: readonly (string | null)[]): readonly Taken[] {
  return name === null || name === '' || /^[.(/)]/.test(name) ? [] : [{ package: name, version }]
}

/** vendor/modules.txt: `# a v1`, `# a v1 => b v2`. */
function vendoredLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, version] = /^# (\S+) (v\S+)/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}

/** `a v1 h1:…`; also of versions that are not built. */
function sumLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, version] = /^(\S+) (v[^\s/]+) h1:/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}
