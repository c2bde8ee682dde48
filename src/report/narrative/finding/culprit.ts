import type { FindingResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { culpritOf, functionName, placeOf } from '../context.ts'
import type { Inline } from '../document.ts'
import { code, joined, strong } from '../document.ts'
import { companions, otherRoles } from './companions.ts'
import { frequency, subjectOf } from './frequency.ts'
import { partOf, wholeOf } from './share.ts'
import { created, related } from './task.ts'

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
  if (linkOf(context, finding) === 'creation' && startedBy !== undefined) {
    const place = placeOf(startedBy, context)
    const at = place === null ? [] : [' at ', place]
    return [start, part, ', created on behalf of ', functionName(startedBy.function), ...at, '.']
  }
  const culprit = culpritOf(context, finding)
  const place = culprit === null ? null : placeOf(culprit, context)
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

const links = {
  running: ' in ',
  creation: ', created in ',
  allocation: ', allocated by ',
  opening: ', opened by ',
} as const

const linkOf = ({ words }: Context, finding: FindingResult): keyof typeof links =>
  finding.quantity === 'tasks' ? words.taskStack : finding.quantity === 'files' ? 'opening' : 'allocation'

/** Each operation leaves 1 open file behind. */
function behind(context: Context, finding: FindingResult): string {
  const part = frequency(context, { quantity: finding.quantity, perRound: wholeOf(context, finding) })
  const { text, plural } = subjectOf(context, part)
  const more = finding.ruling === 'worse' ? ' more' : ''
  const amount = `${filesOf(context, finding)}${part.amount}${more}`
  if (finding.ruling === 'suspect') return `${text} ${plural ? 'seem' : 'seems'} to leave ${amount} behind`
  return `${text} ${plural ? 'leave' : 'leaves'} ${amount} behind`
}

/** Open files have no stacks; with the memory that they come with they are one leak. */
function filesOf(context: Context, finding: FindingResult): string {
  const files = finding.parts.find((p) => p.quantity === 'files' && p.function === null)
  if (!finding.quantity.startsWith('heap-') || files === undefined || files.role !== finding.role) return ''
  const { amount, every } = frequency(context, files)
  return every === 1 ? `${amount} and ` : ''
}

/** The innermost frame of the project that called into the dependency which is to blame. */
function callingFrame(finding: FindingResult, culprit: Frame | null): Frame | null {
  if (culprit === null || culprit.inProject) return null
  const callers = finding.stack.slice(0, finding.stack.indexOf(culprit))
  return callers.findLast((frame) => frame.inProject) ?? null
}

function callerOf(context: Context, finding: FindingResult, culprit: Frame | null): readonly Inline[] {
  const caller = callingFrame(finding, culprit)
  const place = caller === null ? null : placeOf(caller, context)
  if (caller === null || place === null) return []
  return [', called from ', functionName(caller.function), ' at ', place, ...mark(context, finding, caller)]
}

function mark(
  { result }: Context,
  { changedLines }: FindingResult,
  culprit: Frame | null,
): readonly Inline[] {
  if (culprit?.changed) return [', ', strong('a line that this pull request changes')]
  if (changedLines.length > 0) return []
  return culprit?.inProject && result.base !== null ? [' (not changed by this pull request)'] : []
}

/** The call below which nearly all of it was made, when several functions share it. */
function allInside(context: Context, finding: FindingResult): readonly Inline[] {
  const { inside } = finding
  if (inside == null) return []
  const place = placeOf(inside, context)
  const at = place === null ? [] : [' at ', place]
  return [' All inside ', functionName(inside.function), ...at, ...mark(context, finding, inside), '.']
}

function changes(context: Context, finding: FindingResult): readonly Inline[] {
  const culprit = culpritOf(context, finding)
  const told = [culprit, callingFrame(finding, culprit)].filter((frame) => frame !== null)
  const lines = finding.changedLines
  if (lines.length === 0) return untouched(context, finding, told)
  const isMarked = told.some((frame) => frame.changed)
  const onStack = lines.filter(
    (line) => (line.why ?? 'stack') === 'stack' && line.part === undefined && !isMarked,
  )
  const besides = lines.filter((line) => line.why === 'stack' && line.part !== undefined)
  const near = lines.filter((line) => line.why === 'near')
  const removed = lines.find((line) => line.why === 'removed')
  return [
    ...changedPlaces(context, onStack, ' on its stack.'),
    ...changedPlaces(context, besides, ', where what grows with it is made.'),
    ...taken(context, finding, lines),
    ...changedPlaces(context, near, ' close by.'),
    ...takenOut(context, removed),
  ]
}

type ChangedLine = FindingResult['changedLines'][number]

function changedPlaces(context: Context, lines: readonly ChangedLine[], where: string): readonly Inline[] {
  if (lines.length === 0) return []
  const places = lines.slice(0, 2).map((line) => {
    const place = placeOf({ ...line, inProject: true }, context)
    return place === null ? [] : [place]
  })
  const more = lines.length - places.length
  return [
    ' This pull request changes ',
    ...joined([...places, ...(more > 0 ? [[`${more} more lines`]] : [])]),
    where,
  ]
}

function takenOut(context: Context, line: ChangedLine | undefined): readonly Inline[] {
  const place = line === undefined ? null : placeOf({ ...line, inProject: true }, context)
  if (line === undefined || place === null) return []
  const what: readonly Inline[] = line.text === undefined ? ['lines'] : [code(line.text)]
  return [' ', strong('This pull request takes out ', ...what), ' after ', place, '.']
}

/**
 * The line by which another version of a package comes in:
 * it is to blame for all that is new in that package.
 */
function taken(context: Context, finding: FindingResult, lines: readonly ChangedLine[]): readonly Inline[] {
  const line = lines.find((one) => one.why === 'dependency')
  if (line?.package === undefined) return []
  if (finding.stack.length === 0) return takenVersions(context, lines)
  const place = placeOf({ ...line, inProject: true }, context)
  const version = line.version ? [' ', code(line.version)] : []
  const subject: readonly Inline[] = line.called
    ? [' That line calls ']
    : line.part === undefined
      ? [' It is']
      : [' With it grows what ', functionName(line.part), ' makes:']
  return [
    ...subject,
    ...(line.called ? [] : [' code of ']),
    code(line.package),
    ...version,
    ', ',
    strong('which this pull request takes'),
    ...(place === null ? [] : [' at ', place]),
    '.',
  ]
}

/** Growth without stacks may be of any package that comes in another version. */
function takenVersions(context: Context, lines: readonly ChangedLine[]): readonly Inline[] {
  const named = lines.slice(0, mostVersions).map((line): readonly Inline[] => {
    const place = placeOf({ ...line, inProject: true }, context)
    const version = line.version ? [' ', code(line.version)] : []
    return [code(line.package ?? ''), ...version, ...(place === null ? [] : [' at ', place])]
  })
  const more = lines.length - named.length
  const rest = more > 0 ? [[`${more} more`]] : []
  return [' ', strong('This pull request takes another version of '), ...joined([...named, ...rest]), '.']
}

const mostVersions = 3

/** Where the project's own frames say it already, nothing more is said. */
function untouched({ result }: Context, finding: FindingResult, told: readonly Frame[]): readonly Inline[] {
  const leaks = finding.ruling === 'leak' || finding.ruling === 'worse'
  if (!leaks || result.base === null || finding.stack.length === 0) return []
  if (told.length === 0 || told.some((frame) => frame.inProject || frame.changed)) return []
  return [' This pull request changes no line of its stack, and no version of what it runs through.']
}
