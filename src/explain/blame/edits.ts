import type { FileChange } from '../../checkout/changes/changes.ts'
import type { Hunk } from '../../checkout/changes/hunks.ts'
import type { SourceFiles } from '../../runtimes/source.ts'
import type { Part, Sources } from './sources.ts'

/** One place at which the pull request changes code: what it does to comments and to space is none. */
export interface Edit {
  readonly file: string
  readonly kind: 'removed' | 'rewritten' | 'added'
  /** The line of head to open; of what was removed the one before. */
  readonly line: number
  /** The line of base that is gone, where it is one. */
  readonly text?: string
  /** Lines of head that are new. */
  readonly added: readonly number[]
  readonly within: Part | null
  readonly isTest: boolean
}

/** The edits of a pull request, in the order of its files. */
export function editsOf(
  source: Pick<SourceFiles, 'sources' | 'tests' | 'withoutComments'>,
  sources: Sources,
  changes: readonly FileChange[],
): readonly Edit[] {
  return changes.flatMap(({ hunks, path }) => {
    const code = source.sources.test(path) ? sources.code(path) : null
    if (code === null) return []
    const isTest = source.tests.test(path)
    return hunks.flatMap((hunk) => {
      const edit = editOf(hunk, code, codeOf(source, hunk.removed))
      return edit === null ? [] : [{ ...edit, file: path, within: withinOf(sources, path, hunk), isTest }]
    })
  })
}

const codeOf = (
  { withoutComments }: Pick<SourceFiles, 'withoutComments'>,
  lines: readonly string[],
): readonly string[] => withoutComments(lines.join('\n')).split('\n')

type Placed = Omit<Edit, 'file' | 'isTest' | 'within'>

function editOf(hunk: Hunk, code: readonly string[], gone: readonly string[]): Placed | null {
  const { after, lines } = hunk
  const came = code.slice(after, after + lines)
  const old = new Set(gone.map(plain))
  const fresh = new Set(came.map(plain))
  const added = came.flatMap((line, index) =>
    saysSomething(line) && !old.has(plain(line)) ? [after + 1 + index] : [],
  )
  const removed = gone.flatMap((line, index) =>
    saysSomething(line) && !fresh.has(plain(line)) ? [hunk.removed[index] ?? ''] : [],
  )
  const [line] = added
  const [text] = removed
  if (text === undefined) return line === undefined ? null : { kind: 'added', line, added }
  const only = removed.length === 1 && hunk.gone <= hunk.removed.length ? { text } : {}
  if (line === undefined)
    return { kind: 'removed', line: Math.max(1, after + stillBefore(gone, fresh)), added, ...only }
  return { kind: 'rewritten', line, added, ...only }
}

/** How many lines before the first that is gone stand in head as well. */
function stillBefore(gone: readonly string[], fresh: ReadonlySet<string>): number {
  const first = gone.findIndex((line) => saysSomething(line) && !fresh.has(plain(line)))
  return gone.slice(0, first).filter((line) => fresh.has(plain(line))).length
}

/** `pay() {` and `pay() {}` say the same: what was in between is what is gone. */
const plain = (line: string): string => line.replace(/\s+/g, '').replace(/[{};,]+$/, '')

/** Brackets alone close what others opened. */
const saysSomething = (line: string): boolean => /[\p{L}\p{N}]/u.test(line)

/** The part of head in which a hunk lies, also where it is the first or the last of it. */
function withinOf(sources: Sources, file: string, { after, lines }: Hunk): Part | null {
  const first = sources.partAt(file, lines > 0 ? after + 1 : after)
  if (first !== null && (lines > 0 || first.lines[1] > after)) return first
  const next = sources.partAt(file, after + 1)
  // What stood between two parts is of neither.
  return lines > 0 || next === null || next.lines[0] > after ? null : next
}
