import type { Context } from './context.ts'
import { functionName, placeOf } from './context.ts'
import type { Inline } from './document.ts'
import { code, joined, strong } from './document.ts'
import { frequencies, frequency, subjectOf } from './frequency.ts'
import { percent } from './numbers.ts'
import type { FindingResult } from './result.ts'

type Frame = FindingResult['stack'][number]

/** The frame to read first. A task is named by its outermost call of the function, memory by its innermost. */
export function culpritOf(finding: FindingResult): Frame | null {
  const named = (frame: Frame) => frame.function === finding.function
  const found = finding.quantity === 'tasks' ? finding.stack.find(named) : finding.stack.findLast(named)
  return found ?? null
}

/** Who leaks, where, and what holds it: sentences for one finding. */
export function tellFinding(context: Context, finding: FindingResult): readonly Inline[] {
  return [
    ...leaves(context, finding),
    ...created(context, finding),
    ...otherRoles(context, finding),
    ...ownHeap(context, finding),
    ...changes(context, finding),
  ]
}

function leaves(context: Context, finding: FindingResult): readonly Inline[] {
  const part = frequency(context, { quantity: finding.quantity, perRound: Math.abs(finding.excess) })
  const { text, plural } = subjectOf(context, part)
  const more = finding.ruling === 'worse' ? ' more' : ''
  const verb = finding.ruling === 'fixed' ? 'left' : plural ? 'leave' : 'leaves'
  const start = `${text} ${verb} ${part.amount}${more} behind`
  if (finding.function === null)
    return [`${start} in `, code(finding.role), '. No stack tells where it comes from.']
  const culprit = culpritOf(finding)
  const place = culprit === null ? null : placeOf(culprit, context)
  const link = finding.quantity === 'tasks' ? ' in ' : ', allocated by '
  return [
    start,
    link,
    functionName(finding.function),
    ...(place === null ? [] : [' at ', place]),
    ...mark(context, culprit),
    '.',
  ]
}

function mark({ result }: Context, culprit: Frame | null): readonly Inline[] {
  if (culprit?.changed) return [', ', strong('a line that this pull request changes')]
  return culprit?.inProject && result.base !== null ? [' (not changed by this pull request)'] : []
}

function created(context: Context, finding: FindingResult): readonly Inline[] {
  const { createdBy } = finding
  const waits = waitOf(finding)
  if (finding.quantity !== 'tasks' || (createdBy === null && waits.length === 0)) return []
  if (createdBy === null) return [' It waits', ...waits, '.']
  const place = placeOf(createdBy, context)
  const at = place === null ? [] : [' (', place, ')']
  const by =
    createdBy.function === '' ? (place === null ? [] : [place]) : [functionName(createdBy.function), ...at]
  const more = finding.creators.length > 1 ? [` and ${finding.creators.length - 1} more`] : []
  if (by.length === 0) return waits.length > 0 ? [' It waits', ...waits, '.'] : []
  return [' It was created by ', ...by, ...more, ...(waits.length > 0 ? [' and waits', ...waits] : []), '.']
}

/** Where a task waits: the innermost frame that is somebody's code, and what the runtime calls the wait. */
function waitOf(finding: FindingResult): readonly Inline[] {
  const { state } = finding
  const from = culpritOf(finding)
  const inner = finding.stack.slice(from === null ? 0 : finding.stack.indexOf(from) + 1)
  const frame = inner.findLast((f) => f.inProject || /@|(?:^|\/)node_modules\//.test(f.file))
  if (frame === undefined) return state === null ? [] : [': ', code(state)]
  return [' in ', functionName(frame.function), ...(state === null ? [] : [' (', code(state), ')'])]
}

function otherRoles(context: Context, finding: FindingResult): readonly Inline[] {
  const same = finding.parts.filter((p) => p.role !== finding.role && p.quantity === finding.quantity)
  if (same.length === 0) return []
  const tell = (perRound: number, role: string): readonly Inline[] => [
    `${frequencies(context, [{ quantity: finding.quantity, perRound: Math.abs(perRound) }])} in `,
    code(role),
  ]
  const rows = [tell(finding.excess, finding.role), ...same.slice(0, 3).map((p) => tell(p.perRound, p.role))]
  const more = same.length > 3 ? [[`${same.length - 3} more processes`]] : []
  return [' That is ', ...joined([...rows, ...more]), '.']
}

/** What grows with the finding. Only evidence of holding is called holding. */
function ownHeap(context: Context, finding: FindingResult): readonly Inline[] {
  const holders = finding.holders.slice(0, 2).flatMap((holder) => [' ', ...heldBy(context, finding, holder)])
  if (holders.length > 0) return holders
  const heap = finding.parts.filter((p) => p.role === finding.role && p.quantity === 'heap-bytes')
  const [first] = heap
  if (first === undefined || finding.quantity === 'heap-bytes') return []
  const perRound = heap.reduce((sum, p) => sum + Math.abs(p.perRound), 0)
  const source = first.function === null ? [] : [', most of it from ', functionName(first.function)]
  return [
    ` ${frequencies(context, [{ quantity: 'heap-bytes', perRound }])} of live heap grow with it`,
    ...source,
    '.',
  ]
}

const relations: Readonly<Record<string, string>> = {
  holds: 'is held by',
  'made by the same operation': 'is made by the same operation,',
  'grows with': 'grows together with',
}

function heldBy(
  context: Context,
  finding: FindingResult,
  holder: FindingResult['holders'][number],
): readonly Inline[] {
  const other = context.workload.findings.find((f) => f.id === holder.findingId)
  const subject = finding.quantity === 'tasks' ? 'the heap growth' : 'it'
  const tasks = other?.quantity === 'tasks' ? `the ${context.words.taskName.many} in ` : ''
  const who = holder.path ?? other?.function ?? null
  const named =
    who === null
      ? []
      : [' ', holder.path === null ? tasks : '', holder.path === null ? functionName(who) : code(who)]
  const relation = Object.hasOwn(relations, holder.why) ? relations[holder.why] : undefined
  const told = relation ?? `(${holder.why})`
  return [`${percent(holder.share)} of ${subject} ${told}`, ...named, '.']
}

function changes(context: Context, finding: FindingResult): readonly Inline[] {
  if (culpritOf(finding)?.changed || finding.changedLines.length === 0) return []
  const places = finding.changedLines.slice(0, 2).map((line) => {
    const place = placeOf({ ...line, inProject: true }, context)
    return place === null ? [] : [place]
  })
  const more = finding.changedLines.length - places.length
  return [
    ' ',
    strong('This pull request changes '),
    ...joined([...places, ...(more > 0 ? [[`${more} more lines`]] : [])]),
    ' on its way.',
  ]
}
