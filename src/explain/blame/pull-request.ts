import type { FileChange } from '../../checkout/changes/changes.ts'
import type { SourceFiles } from '../../runtimes/source.ts'
import type { PullRequest } from './changed-line.ts'
import { pathOf } from './changed-lines.ts'
import { dependencyLines } from './dependency-lines.ts'
import { editsOf } from './edits.ts'
import { generatedFiles } from './generated.ts'
import { packagesCalled } from './packages-called.ts'
import { sourcesOf } from './sources.ts'

export interface ChangesOfHead {
  readonly changes: readonly FileChange[]
  /** Absolute root of head's worktree. */
  readonly head: string
  /** What head's files tell whoever knows its language. */
  readonly source: SourceFiles
}

/** What the pull request changes, as blame asks for it. Reads the changed files of head. */
export async function pullRequest({ changes, head, source }: ChangesOfHead): Promise<PullRequest> {
  const sources = sourcesOf(source, head)
  const edits = editsOf(source, sources, changes)
  const lines = new Set(edits.flatMap(({ added, file }) => added.map((line) => `${file}\0${line}`)))
  return {
    changed: (frame) => lines.has(`${pathOf(frame)}\0${frame.line}`),
    edits,
    sources,
    source,
    dependencies: await dependencyLines(source, changes, head),
    packagesCalled: packagesCalled(source, head),
    generated: await generatedFiles(source.generated, changes, head),
  }
}
