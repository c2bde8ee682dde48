import type { FindingResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { functionName } from '../context.ts'
import type { Inline } from '../document.ts'
import { code, joined } from '../document.ts'
import { percent, shareOf } from '../numbers.ts'
import { amountOf } from './frequency.ts'
import { mostOf } from './share.ts'

/** The same leak in other processes: 1 per operation in one, and 1 in another. */
export function otherRoles({ words, workload }: Context, finding: FindingResult): readonly Inline[] {
  const same = finding.parts.filter((p) => p.role !== finding.role && p.quantity === finding.quantity)
  if (same.length === 0) return []
  const figure = (perRound: number) =>
    words.figure(Number((Math.abs(perRound) / workload.operations).toPrecision(2)), finding.quantity)
  const rows = [
    [`${figure(finding.excess)} per ${words.each} in `, code(finding.role)],
    ...same.slice(0, 3).map((p) => [`${figure(p.perRound)} in `, code(p.role)]),
    ...(same.length > 3 ? [[`more in ${same.length - 3} other processes`]] : []),
  ]
  return [' That is ', ...joined(rows, ', ', ', and '), '.']
}

/**
 * What the runtime took beside the heap, where that leaks, or classes of which it keeps more than objects.
 */
export function beside(context: Context, { native, quantity, role }: FindingResult): readonly Inline[] {
  const { operations, totals } = context.workload
  const ofClasses = totals.find((t) => t.role === role && t.quantity === 'class-bytes')
  const perRound = quantity === 'classes' && ofClasses !== undefined ? ofClasses.excess : 0
  const memory = context.words.amount(shareOf(perRound, operations), 'class-bytes')
  const classes = perRound > 0 ? [` With it grow ${memory} per ${context.words.each}.`] : []
  return native === undefined ? classes : [...classes, ...taken(native, quantity === 'rss-bytes')]
}

/** In shares: bytes of the diagnostic run would be a second figure of one leak. */
function taken(
  { kinds, resident }: NonNullable<FindingResult['native']>,
  isResident: boolean,
): readonly Inline[] {
  if (isResident && resident > 0)
    return [' The runtime counts little of it as its own: most was taken by native code.']
  const named = kinds.map(({ name, share }, i) => [
    `${percent(share)} ${i === 0 ? 'was for' : 'for'} `,
    code(name),
  ])
  return [' Of what the runtime took beside the heap, ', ...joined(named), '.']
}

/** What grows with the finding. Only evidence of holding is called holding. */
export function companions(context: Context, finding: FindingResult): readonly Inline[] {
  const holders = finding.holders.slice(0, 2).flatMap((holder) => [' ', ...heldBy(context, finding, holder)])
  if (holders.length > 0) return holders
  const [first] = finding.parts.filter((p) => p.role === finding.role && p.quantity === 'heap-bytes')
  if (first === undefined || finding.quantity.startsWith('heap-')) return []
  const { operations, totals } = context.workload
  const total = totals.find((t) => t.role === finding.role && t.quantity === 'heap-bytes')
  const unknown = finding.ruling === 'fixed' || total === undefined
  const perRound = Math.abs(unknown ? first.perRound : amountOf({ ...total, ruling: 'leak' }))
  const each = context.words.amount(shareOf(perRound, operations), 'heap-bytes')
  const apart = first.function !== null && first.function !== finding.function
  const part = apart ? mostOf(context, 'heap-bytes', first.perRound, perRound) : ''
  const source = part === '' ? [] : [part, ' ', functionName(first.function ?? '')]
  return [` With it grow ${each} of live heap per ${context.words.each}`, ...source, '.']
}

const relations: Readonly<Record<string, string>> = {
  holds: 'is held by',
  'made by the same operation': 'is made by the same operation,',
}

function heldBy(
  context: Context,
  finding: FindingResult,
  holder: FindingResult['holders'][number],
): readonly Inline[] {
  const subject = finding.quantity === 'tasks' ? 'the heap growth' : 'it'
  const isCall = holder.why === 'made by the same operation'
  const named = [' ', isCall ? functionName(holder.path) : code(holder.path)]
  if (isCall && holder.path === finding.function)
    return [
      `${percent(holder.share)} of ${subject} is made by these ${context.words.taskName.many} themselves.`,
    ]
  const relation = Object.hasOwn(relations, holder.why) ? relations[holder.why] : undefined
  const told = relation ?? `(${holder.why})`
  return [`${percent(holder.share)} of ${subject} ${told}`, ...named, '.']
}
