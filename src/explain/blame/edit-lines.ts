import type { TrialFrame } from '../../trial/trial.ts'
import type { ChangedLine, PullRequest } from './changed-line.ts'
import type { Edit } from './edits.ts'
import { called, inSameFile, inside, ofSameType, partsOf } from './related-edits.ts'

/**
 * The first of them; where one line was rewritten and another taken out, both: which of them let go of it
 * nobody can tell.
 */
export function editLines(pull: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  const [first] = relatedEdits(pull, frames)
  if (first === undefined) return []
  const own = inOrder(inside(pull.edits, partsOf(pull.sources, frames)), pull.generated)
  const other = own.find(({ isTest, kind }) => !isTest && kind !== 'added' && kind !== first.kind)
  const both = first.kind === 'added' || other === undefined ? [first] : [first, other]
  return both
    .toSorted((a, b) => Number(b.kind === 'removed') - Number(a.kind === 'removed'))
    .flatMap(lineOfEdit)
}

/** Of functions of frames: what was taken out, there or in what they call, comes before what is new there. */
function relatedEdits(
  { edits, generated, source, sources }: PullRequest,
  frames: readonly TrialFrame[],
): readonly Edit[] {
  const parts = partsOf(sources, frames)
  const isCut = ({ kind }: Edit) => kind !== 'added'
  const own = inside(edits, parts)
  const cuts = edits.filter(isCut)
  const found = [
    ...own.filter(isCut),
    ...called(cuts, parts),
    ...own,
    ...ofSameType(cuts, source, frames),
    ...inSameFile(cuts, parts),
  ]
  return inOrder(found, generated)
}

/** Tests, which drive both sides alike, and what tools wrote come last. */
export function inOrder(edits: readonly Edit[], generated: ReadonlySet<string>): readonly Edit[] {
  const isLast = ({ file, isTest }: Edit) => Number(isTest || generated.has(file))
  return edits.toSorted((a, b) => isLast(a) - isLast(b))
}

export function alone({ edits, generated }: PullRequest): readonly ChangedLine[] {
  const [only, ...others] = edits.filter(({ file, isTest }) => !isTest && !generated.has(file))
  if (only === undefined || others.length > 0) return []
  return lineOfEdit(only).map((line) => (line.why === 'near' ? { ...line, why: 'alone' } : line))
}

export function lineOfEdit(edit: Edit | null): readonly ChangedLine[] {
  if (edit === null) return []
  const { file, kind, line, text } = edit
  return [{ file, line, why: kind === 'added' ? 'near' : kind, ...(text === undefined ? {} : { text }) }]
}
