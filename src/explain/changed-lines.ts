import type { FileChange } from '../checkout/changes.ts'
import type { TrialFrame } from '../measure/trial.ts'

/** Tells whether a frame of head stands on a line that the pull request adds or edits. */
export function changedLines(changes: readonly FileChange[]): (frame: TrialFrame) => boolean {
  const byPath = new Map(changes.map((change) => [change.path, change.added]))
  return ({ location, line }) =>
    location.origin === 'project' &&
    (byPath.get(location.path) ?? []).some(([from, to]) => line >= from && line <= to)
}
