import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileChange } from '../checkout/changes/changes.ts'
import { pnpmLine, yarnLine } from './lock-lines.ts'

/** A line of head that the pull request changes and that says which version of a package is taken, or from where. */
export interface DependencyLine {
  readonly file: string
  readonly line: number
  readonly package: string
  /** null when the line does not tell: it names a folder or an address. */
  readonly version: string | null
}

export type Named = Omit<DependencyLine, 'file' | 'line'>
export type Reader = (lines: readonly string[], index: number) => readonly Named[]

/** What people write comes before what tools write: the first line found is the one to open. */
const readers: Readonly<Record<string, Reader>> = {
  'go.mod': moduleLine,
  'go.work': moduleLine,
  'package.json': manifestLine,
  'package-lock.json': lockLine,
  'npm-shrinkwrap.json': lockLine,
  'yarn.lock': yarnLine,
  'pnpm-lock.yaml': pnpmLine,
  'modules.txt': vendoredLine,
  'go.sum': sumLine,
}

/** Files of dependencies larger than this are not read. */
const mostCharacters = 32 * 2 ** 20

/** Lines by which the pull request takes another version of a dependency, or takes it from elsewhere. */
export async function dependencyLines(
  changes: readonly FileChange[],
  head: string,
): Promise<readonly DependencyLine[]> {
  const found = await Promise.all(changes.map((change) => linesOf(change, head)))
  const order = Object.keys(readers)
  const rank = ({ file }: DependencyLine) => order.indexOf(basename(file))
  return found.flat().toSorted((a, b) => rank(a) - rank(b))
}

async function linesOf({ path, added }: FileChange, head: string): Promise<readonly DependencyLine[]> {
  const read = Object.hasOwn(readers, basename(path)) ? readers[basename(path)] : undefined
  if (read === undefined || /(?:^|\/)node_modules\//.test(path)) return []
  // A link that leads nowhere, or a folder in its place: the change names no dependency then.
  const text = await readFile(join(head, path), 'utf8').catch(() => '')
  if (text.length > mostCharacters) return []
  const lines = text.split('\n')
  return added.flatMap(([from, to]) =>
    lines
      .slice(from - 1, to)
      .flatMap((_, offset) =>
        read(lines, from - 1 + offset).map((named) => ({ file: path, line: from + offset, ...named })),
      ),
  )
}

/** `require a v1`, `a v1 // indirect` in a block, `replace a v1 => b v2`, `a => ../b`: a replacement speaks for both names. */
function moduleLine(lines: readonly string[], index: number): readonly Named[] {
  const words = (lines[index] ?? '')
    .replace(/\/\/.*$/, '')
    .trim()
    .split(/\s+/)
    .map(unquoted)
  const rest = /^(?:require|replace|use)$/.test(words[0] ?? '') ? words.slice(1) : words
  const arrow = rest.indexOf('=>')
  const named = (part: readonly string[]): readonly Named[] => {
    const [name = '', version = null] = part
    return name === '' || /^[.(/)]/.test(name) ? [] : [{ package: name, version }]
  }
  if (arrow < 0) return /^v\d/.test(rest[1] ?? '') ? named(rest) : []
  const target = rest.slice(arrow + 1)
  const taken = target[1] ?? null
  return [...named([rest[0] ?? '', ...(taken === null ? [] : [taken])]), ...named(target)]
}

/** vendor/modules.txt: `# a v1`, `# a v1 => b v2`. */
function vendoredLine(lines: readonly string[], index: number): readonly Named[] {
  const [, name, version] = /^# (\S+) (v\S+)/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}

/** `a v1 h1:…`; also of versions that are not built, so it speaks for that very version alone. */
function sumLine(lines: readonly string[], index: number): readonly Named[] {
  const [, name, version] = /^(\S+) (v[^\s/]+) h1:/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}

/** A line of package.json within one of its blocks of dependencies: `"name": "^1.2.3"`. */
function manifestLine(lines: readonly string[], index: number): readonly Named[] {
  const [, name, version] = /^\s+"([^"]+)":\s*"([^"]+)",?\s*$/.exec(lines[index] ?? '') ?? []
  if (name === undefined || version === undefined) return []
  const block = enclosing(lines, index)
  const isPlace = /^(?:file|link|portal|workspace|git[^:]*|https?):/.test(version)
  const named = [{ package: name, version: isPlace ? null : version }]
  return /[dD]ependencies$|^overrides$|^resolutions$/.test(block ?? '') ? named : []
}

/** Within `"node_modules/a/node_modules/b": {` of a lock file, and `"b": {` of its first version, the line of the version. */
function lockLine(lines: readonly string[], index: number): readonly Named[] {
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

const unquoted = (word: string): string => word.replace(/^["`]|["`]$/g, '')

/** The changed line that decides which code a package's frames run; null when the pull request changes none. */
export function lineOf(
  lines: readonly DependencyLine[],
  taken: { readonly package: string; readonly version: string | null },
): DependencyLine | null {
  const covers = ({ package: name }: DependencyLine) =>
    taken.package === name || taken.package.startsWith(`${name}/`)
  const speaks = ({ file, version }: DependencyLine) =>
    basename(file) !== 'go.sum' || version === taken.version
  return lines.find((line) => covers(line) && speaks(line)) ?? null
}
