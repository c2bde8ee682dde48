import type { Result } from './result.ts'

interface Line {
  readonly file: string
  /** 0: not known. */
  readonly line: number
}

/**
 * The commit and the line to which readers are led: the pull request's own,
 * where GitHub's merge commit was measured.
 */
export function mappedLine(
  { head }: Pick<Result, 'head'>,
  { file, line }: Line,
): { sha: string; line: number } {
  const { pullRequest } = head
  if (pullRequest === undefined) return { sha: head.sha, line }
  const moves = Object.hasOwn(pullRequest.moved, file) ? pullRequest.moved[file] : undefined
  const move = moves?.findLast(({ from }) => from <= line)
  if (move === undefined) return { sha: pullRequest.sha, line }
  return { sha: pullRequest.sha, line: move.by === null || line === 0 ? 0 : line + move.by }
}
