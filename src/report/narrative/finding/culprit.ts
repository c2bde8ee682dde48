import type { FindingResult } from '../../result.ts'
import { changeOf } from '../change.ts'
import type { Context } from '../context.ts'
import { culpritOf, functionName, placeOf, sizeOf } from '../context.ts'
import type { Inline } from '../document.ts'
import { code, strong } from '../document.ts'
import { called } from '../words.ts'
import { callingFrame, changes } from './blamed.ts'
import { beside, companions, otherRoles } from './companions.ts'
import { frequency, subjectOf } from './frequency.ts'
import { partOf, wholeOf } from './share.ts'
import { created, isCreatedByStarter, related } from './task.ts'

type Frame = FindingResult['stack'][number]

/** Who leaks, where, and what holds it: sentences for one finding. */
export function tellFinding(context: Context, finding: FindingResult): readonly Inline[] {
  return [
    ...leaves(context, finding),
    ...allInside(context, finding),
    ...created(context, finding),
    ...related(context, finding),
    ...otherRoles(context, finding),
    ...companions(context, finding),
    ...beside(context, finding),
    ...changes(context, finding),
  ]
}

function leaves(context: Context, finding: FindingResult): readonly Inline[] {
  const start = behind(context, finding)
  if (finding.function === null)
    return [`${start} in `, code(finding.role), '. No stack tells where it comes from.']
  const part = partOf(context, finding)
  const { startedBy } = finding
  // The runtime's own frames on which nobody's call stands say less than the call that led to them.
  const starting = startingOf(context, finding)
  if (starting !== null && startedBy !== undefined) {
    const place = placeOf(startedBy, context)
    const at = place === null ? [] : [' at ', place]
    return [start, part, starting, functionName(startedBy.function), ...at, '.']
  }
  const culprit = culpritOf(context, finding)
  const place = culprit === null ? null : placeOf(culprit, context)
  const { registeredBy } = finding
  if (registeredBy !== undefined) return kept(context, finding, start, registeredBy)
  return [
    start,
    part,
    part === '' ? links[linkOf(context, finding)] : links[linkOf(context, finding)].replace(',', ''),
    functionName(finding.function),
    ...(place === null ? [] : [' at ', place]),
    ...mark(context, finding, culprit),
    ...callerOf(context, finding, culprit),
    '.',
  ]
}

/** How its starter made it; null where somebody else is known who created it, or it was allocated. */
function startingOf(context: Context, finding: FindingResult): string | null {
  const link = linkOf(context, finding)
  if (link === 'creation') return ', created on behalf of '
  const isOther = finding.createdBy !== null && !isCreatedByStarter(finding)
  return link === 'running' && !isOther ? ', started by ' : null
}

/** Whoever registered what is kept comes before whoever allocated most of it. */
function kept(
  context: Context,
  finding: FindingResult,
  start: string,
  by: NonNullable<FindingResult['registeredBy']>,
): readonly Inline[] {
  const at = placeOf(by, context)
  return [
    `${start}, kept by `,
    functionName(by.function),
    ...(at === null ? [] : [' at ', at]),
    ...markOf(context, finding, by),
    ...allocatedElsewhere(context, finding, by),
    '.',
  ]
}

/**
 * Who of the project allocated it, where that is another line: a framework's own says nothing to its user.
 */
function allocatedElsewhere(
  context: Context,
  finding: FindingResult,
  by: NonNullable<FindingResult['registeredBy']>,
): readonly Inline[] {
  const culprit = culpritOf(context, finding)
  const place = culprit?.inProject ? placeOf(culprit, context) : null
  if (culprit === null || place === null || isSameLine(culprit, by)) return []
  const part = partOf(context, finding)
  return [part, `${part === '' ? ', ' : ' '}allocated by `, functionName(culprit.function), ' at ', place]
}

const isSameLine = (one: Pick<Frame, 'file' | 'line'>, other: Pick<Frame, 'file' | 'line'>): boolean =>
  one.file === other.file && one.line === other.line

const links = {
  running: ' in ',
  creation: ', created in ',
  allocation: ', allocated by ',
  opening: ', opened by ',
  type: ', of type ',
} as const

const linkOf = ({ words }: Context, finding: FindingResult): keyof typeof links =>
  finding.quantity === 'tasks' ? words.taskStack : (linksOf[finding.quantity] ?? 'allocation')

const linksOf: Readonly<Record<string, keyof typeof links>> = { files: 'opening', instances: 'type' }

/** Each operation leaves 1 open file behind. */
function behind(context: Context, finding: FindingResult): string {
  const part = frequency(context, { quantity: finding.quantity, perRound: wholeOf(context, finding) })
  const { text, plural } = subjectOf(context, part)
  const more = finding.ruling === 'worse' ? ' more' : ''
  const told =
    finding.quantity === 'tasks' ? called(part.amount, context.words, finding.advice?.kind) : part.amount
  const amount = `${filesOf(context, finding)}${sized(context, finding, told)}${more}`
  if (finding.ruling === 'suspect') return `${text} ${plural ? 'seem' : 'seems'} to leave ${amount} behind`
  return `${text} ${plural ? 'leave' : 'leaves'} ${amount} behind`
}

/** `2 live objects (167 B)`: what was judged comes first, and bytes only tell its size. */
function sized(context: Context, finding: FindingResult, told: string): string {
  const size = sizeOf(context.workload, finding)
  return size === null ? told : `${told} (${frequency(context, size).amount})`
}

/** Open files have no stacks; with the memory that they come with they are one leak. */
function filesOf(context: Context, finding: FindingResult): string {
  const files = finding.parts.find((p) => p.quantity === 'files' && p.function === null)
  if (!finding.quantity.startsWith('heap-') || files === undefined || files.role !== finding.role) return ''
  const { amount, every } = frequency(context, files)
  return every === 1 ? `${amount} and ` : ''
}

function callerOf(context: Context, finding: FindingResult, culprit: Frame | null): readonly Inline[] {
  const caller = callingFrame(finding, culprit)
  const place = caller === null ? null : placeOf(caller, context)
  if (caller === null || place === null) return []
  return [', called from ', functionName(caller.function), ' at ', place, ...mark(context, finding, caller)]
}

const mark = (context: Context, finding: FindingResult, culprit: Frame | null): readonly Inline[] =>
  culprit === null ? [] : markOf(context, finding, culprit)

function markOf(
  { result }: Context,
  { changedLines }: FindingResult,
  culprit: Pick<Frame, 'changed' | 'inProject' | 'line'>,
): readonly Inline[] {
  const { does, name } = changeOf(result)
  if (culprit.changed) return [', ', strong(`a line that ${name} ${does('change')}`)]
  if (changedLines.length > 0) return []
  // A type has no line.
  return culprit.inProject && culprit.line !== 0 && result.base !== null ? [` (not changed by ${name})`] : []
}

/** The call below which nearly all of it was made, when several functions share it. */
function allInside(context: Context, finding: FindingResult): readonly Inline[] {
  const { inside } = finding
  if (inside == null) return []
  const place = placeOf(inside, context)
  const at = place === null ? [] : [' at ', place]
  return [' All inside ', functionName(inside.function), ...at, ...mark(context, finding, inside), '.']
}
