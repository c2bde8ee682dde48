import type { DependencyFile, Taken } from '../../source.ts'

export const dependencyFiles: readonly DependencyFile[] = [
  { name: 'package.json', read: manifestLine },
  { name: 'package-lock.json', read: npmLine },
  { name: 'npm-shrinkwrap.json', read: npmLine },
  { name: 'yarn.lock', read: yarnLine },
  { name: 'pnpm-lock.yaml', read: pnpmLine },
]

/** A line of package.json within one of its blocks of dependencies: `"name": "^1.2.3"`. */
function manifestLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, version] = /^\s+"([^"]+)":\s*"([^"]+)",?\s*$/.exec(lines[index] ?? '') ?? []
  if (name === undefined || version === undefined) return []
  const block = enclosing(lines, index)
  const isPlace = /^(?:file|link|portal|workspace|git[^:]*|https?):/.test(version)
  const taken = [{ package: name, version: isPlace ? null : version }]
  return /[dD]ependencies$|^overrides$|^resolutions$/.test(block ?? '') ? taken : []
}

/**
 * Within `"node_modules/a/node_modules/b": {` of a lock file, and `"b": {` of its first version,
 * the line of the version.
 */
function npmLine(lines: readonly string[], index: number): readonly Taken[] {
  const version = /^\s+"version":\s*"([^"]+)"/.exec(lines[index] ?? '')?.[1]
  const block = version === undefined ? null : enclosing(lines, index)
  const name = block?.slice(block.lastIndexOf('node_modules/')).replace('node_modules/', '')
  return version === undefined || !name ? [] : [{ package: name, version }]
}

/** The key of the object in which a line stands, by indentation, as npm writes it. */
function enclosing(lines: readonly string[], index: number): string | null {
  const depth = (line: string): number => line.length - line.trimStart().length
  const own = depth(lines[index] ?? '')
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    if (line.trim() !== '' && depth(line) < own) return /^\s*"([^"]*)":\s*\{\s*$/.exec(line)?.[1] ?? null
  }
  return null
}

/**
 * Of yarn.lock the line `version "1.2.3"`, in later versions `version: 1.2.3`, under `"a@^1, a@npm:^1.2":`.
 */
function yarnLine(lines: readonly string[], index: number): readonly Taken[] {
  const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(lines[index] ?? '')?.[1]
  if (version === undefined) return []
  const header = lines.slice(0, index).findLast((line) => /^\S/.test(line)) ?? ''
  const name = /^"?((?:@[^/@"]+\/)?[^/@"]+)@/.exec(header)?.[1]
  return name === undefined ? [] : [{ package: name, version }]
}

/**
 * Of pnpm-lock.yaml the keys of its packages: `a@1.2.3:`, `'@a/b@1.2.3(peer@1)':`, `/a@1.2.3:`,
 * in early versions `/a/1.2.3:`.
 */
function pnpmLine(lines: readonly string[], index: number): readonly Taken[] {
  const key = /^ {2}'?\/?((?:@[^/@]+\/)?[^/@':]+)[@/](\d[^:('_\s]*)[^:]*:/.exec(lines[index] ?? '')
  const [, name, version] = key ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}
