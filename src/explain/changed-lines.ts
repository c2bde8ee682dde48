import type { FileChange } from '../checkout/changes/changes.ts'
import type { TrialFrame } from '../trial/trial.ts'

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

export interface NearChange {
  readonly line: number
  readonly why: 'near' | 'removed'
  /** Of one line taken out. */
  readonly text?: string
}

/** Lines that far from a frame are likely of the same function. */
const closeBy = 15

/**
 * The changed line nearest to a frame that stands in a changed file:
 * a wait or an allocation stays where it was when what ended it is taken away. Lines that are gone are told
 * by the line before them. Null when none is near.
 */
export function nearestChange(changes: readonly FileChange[], frame: FrameLine): NearChange | null {
  const change = changes.find(({ path }) => path === pathOf(frame))
  if (change === undefined || frame.line === 0) return null
  const text = (after: number) => change.removed?.find((one) => one.after === after)?.text ?? ''
  const near: readonly NearChange[] = [
    ...change.added.map(([from, to]) => ({
      line: Math.min(Math.max(frame.line, from), to),
      why: 'near' as const,
    })),
    ...change.removedAfter.map((after) => ({
      line: Math.max(1, after),
      why: 'removed' as const,
      ...(text(after) === '' ? {} : { text: text(after) }),
    })),
  ]
  const distance = ({ line }: NearChange) => Math.abs(line - frame.line)
  const [nearest] = near.toSorted((a, b) => distance(a) - distance(b))
  return nearest !== undefined && distance(nearest) <= closeBy ? nearest : null
}

/** Relative to the revision's root; null for what does not lie in it. */
export function pathOf({ location }: FrameLine): string | null {
  return location.origin === 'runtime' ? null : location.path
}
