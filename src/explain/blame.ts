import type { FileChange } from '../checkout/changes/changes.ts'
import type { Finding } from '../judge/verdict.ts'
import type { Quantity } from '../profile/profile.ts'
import type { TrialFrame } from '../trial/trial.ts'
import { nearestChange, pathOf } from './changed-lines.ts'
import { type DependencyLine, lineOf } from './dependency-lines.ts'

/** A line of head that the pull request changes and that a finding leads to. */
export interface ChangedLine {
  readonly file: string
  readonly line: number
  /**
   * stack: one of its frames stands on it. dependency: it takes `package`. near: it stands close to such a
   * frame. removed: after it, close to such a frame, lines were taken out.
   */
  readonly why: 'stack' | 'dependency' | 'near' | 'removed'
  /** The line that was taken out, where it was one. */
  readonly text?: string
  /** The function behind a part of the finding to which it leads, where nothing of the finding's own does. */
  readonly part?: string
  /** The line of a frame only calls `package`, whose compiled code has no frames. */
  readonly called?: true
  readonly package?: string
  readonly version?: string | null
}

export interface PullRequest {
  readonly changes: readonly FileChange[]
  readonly changed: (frame: TrialFrame) => boolean
  readonly dependencies: readonly DependencyLine[]
  /** Packages that the line of a frame calls, where their own code may have no frames. */
  readonly packagesCalled: (frame: TrialFrame) => readonly string[]
  /** Paths of changed files that tools write. */
  readonly generated: ReadonlySet<string>
}

/**
 * The changed lines that a finding leads to, the one to open first: lines under its frames, then the line
 * that takes the package in which it leaks, then the same of what grows with it; only without any of these,
 * what changed close to its frames. `holders`: frames of who holds it.
 */
export function changedLinesOf(
  pull: PullRequest,
  finding: Finding,
  holders: readonly TrialFrame[],
): readonly ChangedLine[] {
  const frames = framesOf(finding, holders)
  const certain = certainOf(pull, frames)
  if (certain.length > 0) return unique(certain)
  const parts = finding.parts.flatMap(({ culprit }) =>
    culprit === null ? [] : certainOf(pull, [culprit]).map((line) => ({ ...line, part: culprit.function })),
  )
  if (parts.length > 0) return unique(parts)
  const called = calledOf(pull, frames)
  if (called.length > 0) return called
  if (frames.length === 0 && native.includes(finding.quantity)) return unique(takenBy(pull))
  const near = frames.flatMap((frame) => at(frame, nearestChange(pull.changes, frame)))
  return unique(written(pull, near)).slice(0, 1)
}

/** Memory outside the heap has no stacks: whatever comes in by a dependency may have taken it. */
const native: readonly Quantity[] = ['rss-bytes', 'external-bytes']

/**
 * One line for each package of which the pull request takes another version;
 * what is built for one platform is its package's.
 */
function takenBy({ dependencies }: PullRequest): readonly ChangedLine[] {
  const first = new Map(dependencies.toReversed().map((line) => [line.package, line]))
  const names = [...first.keys()]
  const isPart = (name: string) => names.some((whole) => name.startsWith(`${whole}-`))
  return [...first.values()]
    .toReversed()
    .filter((line) => !isPart(line.package))
    .map(told)
}

function certainOf(pull: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  const exact = frames.filter(pull.changed).flatMap((frame) => at(frame, { line: frame.line, why: 'stack' }))
  return [...written(pull, exact), ...dependencyOf(pull, frames)]
}

/**
 * Where it stands, what made it, what holds it; the culprit first, then from the innermost frame outwards.
 */
function framesOf({ culprit, site }: Finding, holders: readonly TrialFrame[]): readonly TrialFrame[] {
  const creators = (site?.tasks?.creators ?? []).map((creator) => creator.frame)
  const stack = site?.stack.toReversed() ?? []
  return [...(culprit === null ? [] : [culprit]), ...stack, ...creators, ...holders]
}

function at(frame: TrialFrame, change: Omit<ChangedLine, 'file'> | null): readonly ChangedLine[] {
  const file = pathOf(frame)
  return file === null || change === null ? [] : [{ file, ...change }]
}

/**
 * The first package of the frames, from the culprit's on, of which the pull request takes another version.
 */
function dependencyOf({ dependencies }: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  for (const { location } of frames) {
    const line = location.origin === 'dependency' ? lineOf(dependencies, location) : null
    if (line !== null) return [told(line)]
  }
  return []
}

/**
 * The package that the innermost frame of the project calls,
 * when the pull request takes another version of it.
 */
function calledOf(pull: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  const frame = frames.find(({ location }) => location.origin === 'project')
  const names = frame === undefined ? [] : pull.packagesCalled(frame)
  const lines = names.flatMap((name) => lineOf(pull.dependencies, { package: name, version: null }) ?? [])
  return lines.slice(0, 1).map((line) => ({ ...told(line), called: true }))
}

/** What a result tells of it: how it was matched is ours. */
const told = ({ exact: _, ...line }: DependencyLine): ChangedLine => ({ ...line, why: 'dependency' })

/** What people wrote comes before what tools wrote from it. */
const written = ({ generated }: PullRequest, lines: readonly ChangedLine[]): readonly ChangedLine[] =>
  lines.toSorted((a, b) => Number(generated.has(a.file)) - Number(generated.has(b.file)))

function unique(lines: readonly ChangedLine[]): readonly ChangedLine[] {
  return [
    ...new Map(lines.map((line) => [`${line.file}\0${line.line}`, line] as const).reverse()).values(),
  ].reverse()
}
