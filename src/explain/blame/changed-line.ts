import type { SourceFiles } from '../../runtimes/source.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import type { DependencyLine } from './dependency-lines.ts'
import type { Edit } from './edits.ts'
import type { Sources } from './sources.ts'

/** A line of head that the pull request changes and that a finding leads to. */
export interface ChangedLine {
  readonly file: string
  readonly line: number
  /**
   * stack: one of its frames stands on it. dependency: it takes `package`. near: new code in the function of
   * such a frame. removed: after it, lines were taken out there, or in what that calls. rewritten:
   * it stands in the place of another. holder: it names what holds the growth. alone:
   * it is all code that is changed.
   */
  readonly why: 'stack' | 'dependency' | 'near' | 'removed' | 'rewritten' | 'holder' | 'alone'
  /** The line that was taken out, where it was one. */
  readonly text?: string
  /** The function behind a part of the finding to which it leads, where nothing of the finding's own does. */
  readonly part?: string
  /** The line of a frame only calls `package`, whose compiled code has no frames. */
  readonly called?: true
  /** `package` had it started: no frame of it stands on its stack. */
  readonly started?: true
  readonly package?: string
  readonly version?: string | null
  /** The list of versions by which it takes `package`, which it does not name. */
  readonly by?: string
}

export interface PullRequest {
  /** Whether a frame stands on a line that is new or rewritten. */
  readonly changed: (frame: TrialFrame) => boolean
  readonly edits: readonly Edit[]
  readonly sources: Sources
  readonly source: Pick<SourceFiles, 'identifiers'>
  readonly dependencies: readonly DependencyLine[]
  /** Packages that the line of a frame calls, where their own code may have no frames. */
  readonly packagesCalled: (frame: TrialFrame) => readonly string[]
  /** Paths of changed files that tools write. */
  readonly generated: ReadonlySet<string>
}
