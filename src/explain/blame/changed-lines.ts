import type { FileChange } from '../../checkout/changes/changes.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import type { Edit } from './edits.ts'

type FrameLine = Pick<TrialFrame, 'location' | 'line'>

/**
 * Tells whether a frame of head stands on a line that the pull request adds or edits,
 * in the project or in what it vendors.
 */
export function changedLines(changes: readonly FileChange[]): (frame: FrameLine) => boolean {
  const byPath = new Map(changes.map((change) => [change.path, change.added]))
  return (frame) => {
    const path = pathOf(frame)
    return (
      path !== null && (byPath.get(path) ?? []).some(([from, to]) => frame.line >= from && frame.line <= to)
    )
  }
}

/** Lines that far from a frame are likely of the same function. */
const closeBy = 15

/** The edit nearest to a frame, where nobody knows of which function either is; null when none is near. */
export function nearest(edits: readonly Edit[], frame: FrameLine): Edit | null {
  const path = pathOf(frame)
  const distance = (edit: Edit) =>
    Math.min(...[edit.line, ...edit.added].map((line) => Math.abs(line - frame.line)))
  const [found] = edits
    .filter(({ file, within }) => file === path && within === null && frame.line > 0)
    .toSorted((a, b) => distance(a) - distance(b))
  return found !== undefined && distance(found) <= closeBy ? found : null
}

/** Relative to the revision's root; null for what does not lie in it. */
export function pathOf({ location }: FrameLine): string | null {
  return location.origin === 'runtime' ? null : location.path
}
