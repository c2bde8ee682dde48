import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileChange } from '../../checkout/changes/changes.ts'
import type { DependencyFile, SourceFiles, Taken } from '../../runtimes/source.ts'

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
  const found = dependencyFiles.flatMap((file) =>
    changes
      .filter(({ path }) => isCalled(path, file) && installedPackages?.test(path) !== true)
      .map((change) => linesOf(file, change, head)),
  )
  return (await Promise.all(found)).flat()
}

const isCalled = (path: string, { name }: DependencyFile): boolean =>
  typeof name === 'string' ? basename(path) === name : name.test(path)

async function linesOf(
  { listsAll, read }: DependencyFile,
  { path, added }: FileChange,
  head: string,
): Promise<readonly DependencyLine[]> {
  // A link that leads nowhere, or a folder in its place: the change names no dependency then.
  const text = await readFile(join(head, path), 'utf8').catch(() => '')
  if (text.length > mostCharacters) return []
  const lines = text.split('\n')
  return added.flatMap(([from, to]) =>
    lines.slice(from - 1, to).flatMap((_, offset) =>
      read(lines, from - 1 + offset).map((taken) => ({
        file: path,
        line: from + offset,
        ...taken,
        exact: listsAll === true,
      })),
    ),
  )
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
