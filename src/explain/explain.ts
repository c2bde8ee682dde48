import type { FileChange } from '../checkout/changes.ts'
import type { Finding } from '../judge/verdict.ts'
import type { Look } from '../measure/look.ts'
import type { TrialFrame } from '../measure/trial.ts'
import { type ChangedLine, changedLinesOf } from './blame.ts'
import { changedLines } from './changed-lines.ts'
import { dependencyLines } from './dependency-lines.ts'
import { forksOf, namesOf } from './fork.ts'
import { generatedFiles } from './generated.ts'

/** What a developer needs besides the figures. */
export interface Explanation {
  readonly holders: readonly Holder[]
  /** The one to open first. Empty: the pull request touches nothing of it. */
  readonly changedLines: readonly ChangedLine[]
}

/** Who keeps the growth alive, or what else made it: never called holding without evidence of holding. */
export interface Holder {
  readonly findingId: string | null
  /** The call, or the chain of names from a root, that stands for it. */
  readonly path: string | null
  /** Of the growth, 0 to 1. */
  readonly share: number
  readonly why: 'holds' | 'made by the same operation' | 'grows with'
}

export interface ExplainRequest {
  /** null: none was taken, and nobody knows who holds anything. */
  readonly look: Look | null
  readonly changes: readonly FileChange[]
  /** Absolute root of head's worktree. */
  readonly head: string
}

export interface Explainer {
  /** Whether a frame of head stands on a line that the pull request changes. */
  readonly changed: (frame: TrialFrame) => boolean
  readonly explain: (finding: Finding) => Explanation
}

/** Explains findings by what a look at the red head showed, and by what the pull request changes. Reads the changed files of head. */
export async function explainer({ look, changes, head }: ExplainRequest): Promise<Explainer> {
  const changed = changedLines(changes)
  const pull = {
    changes,
    changed,
    dependencies: await dependencyLines(changes, head),
    generated: await generatedFiles(changes, head),
  }
  const forks = new Map((look?.roles ?? []).map((role) => [role.name, forksOf(role)]))
  return {
    changed,
    explain: (finding) => {
      const tasks = finding.quantity === 'tasks' && finding.site !== null ? namesOf(finding.site.stack) : ''
      const fork = forks.get(finding.role)?.get(tasks) ?? null
      const held = fork && { findingId: null, path: fork.frame.function, share: fork.share }
      return {
        holders: held === null ? [] : [{ ...held, why: 'made by the same operation' }],
        changedLines: changedLinesOf(pull, finding, fork === null ? [] : [fork.frame]),
      }
    },
  }
}
