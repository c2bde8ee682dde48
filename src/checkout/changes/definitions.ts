/** What a patch shows of functions and types: whose name changed, and what went to another file. */
export interface Definitions {
  /** Identifiers that stand where others stood: [of base, of head]. */
  readonly renamed: readonly (readonly [was: string, is: string])[]
  /** `LRU.Put`, `put`: defined here on head, and in the file `from` on base. */
  readonly moved: readonly { readonly name: string; readonly from: string }[]
}

/** The definitions of one file's patch, as lines come. */
export interface Defined {
  readonly gone: string[][]
  readonly come: string[][]
  readonly pairs: (readonly [string[], string[]])[]
}

/** A place in a patch: the definitions of one hunk by the place of their lines in it. */
interface HunkLines {
  lines: number
  readonly names: { readonly line: number; readonly name: string[] }[]
}

/** Longer lines were written by tools. */
const longest = 500

/**
 * The name that a line defines by the first of `patterns` that matches, a method after its type; null for a
 * line that defines nothing.
 */
export function definedBy(patterns: readonly RegExp[], line: string): string[] | null {
  const text = line.length > longest ? '' : line.trim()
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found !== null) return found.slice(1)
  }
  return null
}

export function readDefinitions(patterns: readonly RegExp[]): {
  readonly defined: Defined
  add(line: string): void
  endHunk(): void
} {
  const defined: Defined = { gone: [], come: [], pairs: [] }
  let removed: HunkLines = { lines: 0, names: [] }
  let added: HunkLines = { lines: 0, names: [] }
  const note = (hunk: HunkLines, line: string) => {
    const name = definedBy(patterns, line.slice(1))
    if (name !== null) hunk.names.push({ line: hunk.lines, name })
    hunk.lines++
  }
  return {
    defined,
    add: (line) => {
      if (line.startsWith('-')) note(removed, line)
      else if (line.startsWith('+')) note(added, line)
    },
    endHunk: () => {
      defined.gone.push(...removed.names.map(({ name }) => name))
      defined.come.push(...added.names.map(({ name }) => name))
      defined.pairs.push(...paired(removed, added))
      removed = { lines: 0, names: [] }
      added = { lines: 0, names: [] }
    },
  }
}

/**
 * Definitions that stand in one place of a hunk: the only one each way,
 * or line by line when as many lines came as went.
 */
function paired(removed: HunkLines, added: HunkLines): (readonly [string[], string[]])[] {
  const [was, ...more] = removed.names
  const [is, ...others] = added.names
  if (was !== undefined && is !== undefined && more.length + others.length === 0) return [[was.name, is.name]]
  if (removed.lines !== added.lines) return []
  return removed.names.flatMap(({ line, name }) => {
    const there = added.names.find((other) => other.line === line)
    return there === undefined ? [] : [[name, there.name] as const]
  })
}

/**
 * Definitions of each file of a patch. Names that stay defined are not renamed,
 * and one that came or went twice has not moved.
 */
export function definitionsOf(
  files: readonly { readonly oldPath: string | null; readonly defined: Defined }[],
): readonly Definitions[] {
  const came = counted(files.map(({ defined }) => leftOf(defined.come, defined.gone)))
  const went = counted(files.map(({ defined }) => leftOf(defined.gone, defined.come)))
  return files.map(({ defined }, index) => ({
    renamed: defined.pairs.flatMap(([was, is]) => renamedIn(was, is, came)),
    moved: leftOf(defined.come, defined.gone).flatMap((name) => {
      const [from, ...others] = went.get(name) ?? []
      const path = from === undefined || from === index ? null : (files[from]?.oldPath ?? null)
      const alone = others.length === 0 && came.get(name)?.length === 1
      return path !== null && alone ? [{ name, from: path }] : []
    }),
  }))
}

const nameOf = (name: readonly string[]): string => name.join('.')

function leftOf(names: readonly string[][], without: readonly string[][]): readonly string[] {
  const there = new Set(without.map(nameOf))
  return [...new Set(names.map(nameOf))].filter((name) => !there.has(name))
}

function counted(files: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, names] of files.entries()) {
    for (const name of names) places.set(name, [...(places.get(name) ?? []), index])
  }
  return places
}

function renamedIn(
  was: readonly string[],
  is: readonly string[],
  came: ReadonlyMap<string, unknown>,
): (readonly [string, string])[] {
  if (was.length !== is.length || came.has(nameOf(was))) return []
  return was.flatMap((name, i) => {
    const now = is[i]
    return now === undefined || now === name ? [] : [[name, now] as const]
  })
}
