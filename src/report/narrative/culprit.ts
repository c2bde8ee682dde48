import type { FindingResult } from '../result.ts'
import { companions, otherRoles } from './companions.ts'
import type { Context } from './context.ts'
import { functionName, placeOf } from './context.ts'
import type { Inline } from './document.ts'
import { code, joined, strong } from './document.ts'
import { frequency, subjectOf } from './frequency.ts'
import { relatedTo } from './related.ts'

type Frame = FindingResult['stack'][number]

/** The frame to read first. A running task is named by its outermost call of the function, what was made somewhere by its innermost. */
export function culpritOf({ words }: Context, finding: FindingResult): Frame | null {
  const named = (frame: Frame) => frame.function === finding.function
  const runs = finding.quantity === 'tasks' && words.taskStack === 'running'
  return (runs ? finding.stack.find(named) : finding.stack.findLast(named)) ?? null
}

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
  const { startedBy } = finding
  // Node's own frames on which nobody's call stands say less than the call that led to them.
  if (linkOf(context, finding) === 'creation' && startedBy !== undefined) {
    const place = placeOf(startedBy, context)
    const at = place === null ? [] : [' at ', place]
    return [start, ', created on behalf of ', functionName(startedBy.function), ...at, '.']
  }
  const culprit = culpritOf(context, finding)
  const place = culprit === null ? null : placeOf(culprit, context)
  return [
    start,
    links[linkOf(context, finding)],
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

/** Each operation leaves 1 goroutine behind. */
function behind(context: Context, finding: FindingResult): string {
  const part = frequency(context, { quantity: finding.quantity, perRound: Math.abs(finding.excess) })
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

/** Of a task: who created it, and what it does now. */
function created(context: Context, finding: FindingResult): readonly Inline[] {
  if (finding.quantity !== 'tasks') return []
  const by = [...creatorOf(context, finding), ...askedBy(context, finding)]
  const now = waitOf(context, finding)
  if (by.length === 0 && now.length === 0) return []
  const proof = isLeaked(finding)
    ? [' ', strong('Nothing can wake it'), ': Go’s collector reaches nothing that could.']
    : []
  return [' It ', ...by, ...(by.length > 0 && now.length > 0 ? [' and '] : []), ...now, '.', ...proof]
}

function creatorOf(context: Context, { createdBy, creators }: FindingResult): readonly Inline[] {
  if (createdBy === null) return []
  const place = placeOf(createdBy, context)
  const more = creators.length > 1 ? [` and ${creators.length - 1} more`] : []
  if (createdBy.function === '') return place === null ? [] : ['was created at ', place, ...more]
  return [
    'was created by ',
    functionName(createdBy.function),
    ...(place === null ? [] : [' (', place, ')']),
    ...more,
  ]
}

function askedBy(context: Context, { createdBy, startedBy }: FindingResult): readonly Inline[] {
  if (startedBy === undefined || createdBy === null) return []
  const place = placeOf(startedBy, context)
  return [' on behalf of ', functionName(startedBy.function), ...(place === null ? [] : [' (', place, ')'])]
}

/** Tasks beside those of the finding, of which one came with each. */
const asMany = ({ excess, parts, quantity, role }: FindingResult) =>
  parts.filter(
    (part) =>
      quantity === 'tasks' &&
      part.quantity === quantity &&
      part.role === role &&
      Math.abs(part.perRound - excess) <= 0.1 * Math.abs(excess),
  )

function related(context: Context, finding: FindingResult): readonly Inline[] {
  const told = [...relatedTo(context.workload.findings, finding), ...asMany(finding)]
  const names = told.flatMap(({ function: name }) => (name === null ? [] : [[functionName(name)]]))
  if (names.length === 0) return []
  return [' With each stays one in ', ...joined(names), ...startersOf(context, finding, told), '.']
}

type Starter = FindingResult['startedBy']

/** Whoever had all of them started may be the one to read first, where the finding itself has another starter or none. */
function startersOf(
  context: Context,
  finding: FindingResult,
  told: readonly { readonly startedBy?: Starter }[],
): readonly Inline[] {
  const startedBy = told[0]?.startedBy
  if (startedBy === undefined || isSamePlace(startedBy, finding.startedBy)) return []
  if (!told.every((one) => isSamePlace(one.startedBy, startedBy))) return []
  const place = placeOf(startedBy, context)
  return [', started on behalf of ', functionName(startedBy.function), ...(place ? [' at ', place] : [])]
}

const isSamePlace = (one: Starter, other: Starter): boolean =>
  one?.file === other?.file && one?.line === other?.line

/** As Go writes it beside the state of a goroutine (runtime/traceback.go): proof where it stands, nothing where it does not. */
const leakedMark = ' (leaked)'
const isLeaked = ({ state }: FindingResult): boolean => state?.endsWith(leakedMark) ?? false

/** The innermost frame that is somebody's code, below the culprit: there a task waits, or there it was set up. */
function waitOf(context: Context, finding: FindingResult): readonly Inline[] {
  const from = culpritOf(context, finding)
  const inner = finding.stack.slice(from === null ? 0 : finding.stack.indexOf(from) + 1)
  const frame = inner.findLast((f) => f.inProject || /@|(?:^|\/)node_modules\//.test(f.file))
  const state = finding.state === null ? [] : [code(finding.state.replace(leakedMark, ''))]
  if (context.words.taskStack === 'creation') {
    const through = frame === undefined ? [] : ['was set up through ', functionName(frame.function)]
    return state.length === 0
      ? through
      : [
          'is a ',
          ...state,
          ...(frame === undefined ? [] : [', set up through ', functionName(frame.function)]),
        ]
  }
  // Of a server's own goroutine nobody's call tells more than what it is for.
  if (finding.function === 'net/http.(*conn).serve' && finding.state === 'IO wait')
    return ['serves a connection that stays open (', ...state, ')']
  if (frame === undefined) return state.length === 0 ? [] : ['waits: ', ...state]
  return ['waits in ', functionName(frame.function), ...(state.length === 0 ? [] : [' (', ...state, ')'])]
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
    ...taken(context, lines),
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

/** The line by which another version of a package comes in: it is to blame for all that is new in that package. */
function taken(context: Context, lines: readonly ChangedLine[]): readonly Inline[] {
  const line = lines.find((one) => one.why === 'dependency')
  if (line?.package === undefined) return []
  const place = placeOf({ ...line, inProject: true }, context)
  const version = line.version ? [' ', code(line.version)] : []
  const subject: readonly Inline[] =
    line.part === undefined ? [' It is'] : [' With it grows what ', functionName(line.part), ' makes:']
  return [
    ...subject,
    ' code of ',
    code(line.package),
    ...version,
    ', ',
    strong('which this pull request takes'),
    ...(place === null ? [] : [' at ', place]),
    '.',
  ]
}

/** Where the project's own frames say it already, nothing more is said. */
function untouched({ result }: Context, finding: FindingResult, told: readonly Frame[]): readonly Inline[] {
  const leaks = finding.ruling === 'leak' || finding.ruling === 'worse'
  if (!leaks || result.base === null || finding.stack.length === 0) return []
  if (told.length === 0 || told.some((frame) => frame.inProject || frame.changed)) return []
  return [' This pull request changes no line of its stack, and no version of what it runs through.']
}
