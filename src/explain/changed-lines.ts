import type { TrialFrame } from '../measure/trial.ts'

/** One file that the pull request changes, as it stands at head. `added` are 1-based line ranges, both ends included. */
export interface FileChange {
  readonly path: string
  readonly added: readonly (readonly [number, number])[]
}

/** Tells whether a frame of head stands on a line that the pull request adds or edits. */
export function changedLines(changes: readonly FileChange[]): (frame: TrialFrame) => boolean {
  const byPath = new Map(changes.map((change) => [change.path, change.added]))
  return ({ location, line }) =>
    location.origin === 'project' &&
    (byPath.get(location.path) ?? []).some(([from, to]) => line >= from && line <= to)
}
