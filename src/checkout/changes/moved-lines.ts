import { UserError } from '../../errors.ts'
import { fetchCommit } from '../git/fetch.ts'
import { git, type Repository } from '../git/git.ts'

/**
 * From line `from` on, the lines of one commit stand `by` lines further down in another; null:
 * they are not there.
 */
interface Move {
  readonly from: number
  readonly by: number | null
}

/**
 * Where lines of a commit stand in the pull request's own. Files that are not named stand there as they are.
 */
export interface MovedLines {
  readonly sha: string
  readonly moved: Readonly<Record<string, readonly Move[]>>
}

/**
 * Carries lines of `files` from the merge commit `measured` to `sha`; either is fetched when it is not here,
 * and the result is null when it cannot be.
 */
export async function movedLines(
  repository: Repository,
  {
    measured,
    sha,
    files,
  }: { readonly measured: string; readonly sha: string; readonly files: readonly string[] },
): Promise<MovedLines | null> {
  if (files.length === 0) return { sha, moved: {} }
  try {
    for (const commit of [measured, sha]) await fetchCommit(repository, commit)
    const moved: [string, readonly Move[]][] = []
    for (const file of new Set(files)) {
      const moves = movesOf(await git(repository, [...differences, measured, sha, '--', `:(literal)${file}`]))
      if (moves.length > 0) moved.push([file, moves])
    }
    return { sha, moved: Object.fromEntries(moved) }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

const differences = [
  'diff',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--unified=0',
  '--inter-hunk-context=0',
] as const

/** `@@ -4,2 +6,3 @@`: lines 4 and 5 are others there, and what follows stands by so much further down. */
function movesOf(patch: string): readonly Move[] {
  let by = 0
  return [...patch.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)].flatMap((hunk) => {
    const [start, here, there] = [Number(hunk[1]), Number(hunk[2] ?? 1), Number(hunk[3] ?? 1)]
    by += there - here
    return here === 0
      ? [{ from: start + 1, by }]
      : [
          { from: start, by: null },
          { from: start + here, by },
        ]
  })
}

/** Leads to `files` of a commit, and to no line of theirs. */
export const withoutLines = (sha: string, files: readonly string[]): MovedLines => ({
  sha,
  moved: Object.fromEntries(files.map((file) => [file, [{ from: 1, by: null }]])),
})
