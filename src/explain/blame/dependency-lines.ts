import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileChange } from '../../checkout/changes/changes.ts'
import type { DependencyFile, SourceFiles, Taken } from '../../runtimes/source.ts'
import { usersIn } from './users.ts'

/**
 * A line of head that the pull request changes and that says which version of a package is taken,
 * or from where.
 */
export interface DependencyLine extends Taken {
  readonly file: string
  readonly line: number
  /** It speaks for its very version alone. */
  readonly exact: boolean
}

/** Files of dependencies larger than this are not read. */
const mostCharacters = 32 * 2 ** 20

/**
 * Lines by which the pull request takes another version of a dependency, or takes it from elsewhere;
 * the one to open first.
 */
export async function dependencyLines(
  { dependencyFiles, installedPackages }: Pick<SourceFiles, 'dependencyFiles' | 'installedPackages'>,
  changes: readonly FileChange[],
  head: string,
): Promise<readonly DependencyLine[]> {
  const usersOf = usersIn(head)
  const found = dependencyFiles.flatMap((file) =>
    changes
      .filter(({ path }) => isCalled(path, file) && installedPackages?.test(path) !== true)
      .map(async (change) => {
        const others = (await usersOf(file.usedIn)).filter(({ path }) => path !== change.path)
        return await linesOf(file, change, { head, users: others.map(({ lines }) => lines) })
      }),
  )
  const lines = (await Promise.all(found)).flat()
  return [...lines.filter(({ by }) => by === undefined), ...lines.filter(({ by }) => by !== undefined)]
}

const isCalled = (path: string, { name }: DependencyFile): boolean =>
  typeof name === 'string' ? basename(path) === name : name.test(path)

async function linesOf(
  { listsAll, read }: DependencyFile,
  { path, added, hunks }: FileChange,
  { head, users }: { readonly head: string; readonly users: readonly (readonly string[])[] },
): Promise<readonly DependencyLine[]> {
  // A link that leads nowhere, or a folder in its place: the change names no dependency then.
  const text = await readFile(join(head, path), 'utf8').catch(() => '')
  if (text.length > mostCharacters) return []
  const lines = text.split('\n')
  const found = added.flatMap(([from, to]) =>
    lines.slice(from - 1, to).flatMap((_, offset) =>
      read(lines, from - 1 + offset, users).map((taken) => ({
        file: path,
        line: from + offset,
        ...taken,
        exact: listsAll === true || taken.by !== undefined,
      })),
    ),
  )
  if (!found.some(({ by }) => by !== undefined)) return found
  const before = linesBefore(lines, hunks)
  const listed = new Set(before.flatMap((_, index) => read(before, index, users)).map(keyOf))
  return found.filter((one) => one.by === undefined || !listed.has(keyOf(one)))
}

const keyOf = (taken: Taken): string => `${taken.package} ${taken.version}`

/** The lines of base, without their indentation where they are gone. */
function linesBefore(lines: readonly string[], hunks: FileChange['hunks']): readonly string[] {
  const parts = hunks.flatMap(({ after, lines: count, removed }, index) => {
    const previous = hunks[index - 1]
    const from = previous === undefined ? 0 : previous.after + previous.lines
    return index === hunks.length - 1
      ? [...lines.slice(from, after), ...removed, ...lines.slice(after + count)]
      : [...lines.slice(from, after), ...removed]
  })
  return parts
}

/**
 * The changed line that decides which code a package's frames run; null when the pull request changes none.
 */
export function lineOf(lines: readonly DependencyLine[], taken: Taken): DependencyLine | null {
  const covers = ({ package: name }: DependencyLine) =>
    taken.package === name || taken.package.startsWith(`${name}/`)
  const speaks = ({ exact, version }: DependencyLine) => !exact || version === taken.version
  return lines.find((line) => covers(line) && speaks(line)) ?? null
}
