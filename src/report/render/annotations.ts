import { mappedLine } from '../line-mapping.ts'
import type { Context, Ruling } from '../narrative/context.ts'
import { contextOf, culpritOf } from '../narrative/context.ts'
import { textOf } from '../narrative/document.ts'
import { tellFinding } from '../narrative/finding/culprit.ts'
import { amounts } from '../narrative/finding/frequency.ts'
import { nextStep } from '../narrative/finding/next-step.ts'
import type { RenderOptions } from '../options.ts'
import type { FindingResult, Result } from '../result.ts'
import { clip, plain } from './escape.ts'

/** A message at a line of the pull request, of the kinds that GitHub knows. */
export interface Annotation {
  readonly kind: 'error' | 'warning'
  /** Relative to the repository's root. */
  readonly file: string
  readonly line: number
  readonly title: string
  /** At most 4,096 characters. */
  readonly message: string
}

/** What GitHub shows of one kind in a step. */
const mostOfAKind = 10
const mostCharacters = 4_096

/**
 * What leaks (errors) and what may leak (warnings), at the lines where it does; at most ten of a kind.
 * Findings without any line in the project have none, and neither has what base leaks too.
 */
export function annotations(result: Result, options: RenderOptions = {}): readonly Annotation[] {
  const all = result.workloads.flatMap((workload) =>
    workload.findings.flatMap((finding) => {
      const kind = kinds[finding.ruling]
      const context = contextOf(result, workload, options)
      const place = kind === undefined ? null : lineOf(context, finding)
      if (kind === undefined || place === null) return []
      const told = amounts(context, finding)
      const verb = kind === 'error' ? 'leaks' : 'may leak'
      const title = `${workload.name} ${verb} ${told}`
      const message = `${textOf(tellFinding(context, finding))}\nNext: ${textOf(nextStep(context, finding))}`
      return [{ kind, ...place, title: visible(title, 200), message: visible(message, mostCharacters) }]
    }),
  )
  const single = all.filter((a, i) => all.findIndex((b) => sameLine(a, b)) === i)
  return (['error', 'warning'] as const).flatMap((kind) =>
    single.filter((a) => a.kind === kind).slice(0, mostOfAKind),
  )
}

const kinds: Readonly<Partial<Record<Ruling, Annotation['kind']>>> = {
  leak: 'error',
  worse: 'error',
  suspect: 'warning',
}

const sameLine = (a: Annotation, b: Annotation): boolean =>
  a.file === b.file && a.line === b.line && a.kind === b.kind

/**
 * The changed line that is to blame, the culprit's own before others; else the line that registered what is
 * kept, else the culprit's, else the innermost of the project on its stack, else where the task was created.
 */
function lineOf(context: Context, finding: FindingResult): Pick<Annotation, 'file' | 'line'> | null {
  const culprit = culpritOf(context, finding)
  const [changed] = finding.changedLines
  if (changed !== undefined && !(culprit?.inProject && culprit.changed)) return lineAt(context, changed)
  const own = culprit?.inProject ? culprit : finding.stack.findLast((frame) => frame.inProject)
  const creator = finding.createdBy?.inProject === true ? finding.createdBy : null
  const place = finding.registeredBy ?? own ?? finding.startedBy ?? creator
  if (place === null || place.file === '') return null
  return lineAt(context, place)
}

const lineAt = ({ result }: Context, place: Pick<Annotation, 'file' | 'line'>) => ({
  file: plain(place.file),
  line: Math.max(1, mappedLine(result, place).line),
})

/** Lines are kept; everything else that cannot be seen is not. */
function visible(text: string, most: number): string {
  const shown = text.split('\n').map(plain).join('\n')
  return shown.length <= most ? shown : clip(shown, Math.floor(most / 2))
}
