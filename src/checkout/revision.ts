/** base and head, as GitHub says. */
export type Side = 'base' | 'head'

/** How a commit may have been chosen; shown to the user beside the commit. */
export const hows = [
  'head',
  'merge-parent',
  'merge-base',
  'merge-group',
  'before',
  'first-parent',
  'tag',
  'given',
  'working-tree',
] as const
export type How = (typeof hows)[number]

export interface Commit {
  readonly sha: string
  readonly how: How
  /** Of a merge commit that GitHub made to test a pull request: the pull request's own commit. */
  readonly merged?: string
}

/** One commit checked out in a directory of its own. */
export interface Revision extends Commit {
  readonly side: Side
  /** Absolute path of the worktree's root. */
  readonly directory: string
  /** Root of the user's checkout, from which it was made. */
  readonly checkout?: string
}

/** The two commits that are compared. */
export interface ChosenCommits {
  /** null: there is no commit to compare with, so all growth is head's. */
  readonly base: Commit | null
  readonly head: Commit
}
