import type { FindingResult, WorkloadResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { percent } from '../numbers.ts'
import { amountOf, frequency } from './frequency.ts'

/** From this share on a part is all of it to a reader. */
const nearlyAll = 0.9
/** And from this on most of it. */
const mostly = 0.6

/** The figure of the leak that a finding tells of, a round: its total's, which others may share. */
export function wholeOf({ workload }: Pick<Context, 'workload'>, finding: FindingResult): number {
  const own = Math.abs(amountOf(finding))
  return isShared(workload, finding) ? Math.max(own, sharedOf(workload, finding) ?? own) : own
}

/** `, 1 of them`; `, most of it (642 B)`; `, 118 kB of it`; nothing where it is nearly all. */
export function partOf(context: Context, finding: FindingResult): string {
  const whole = wholeOf(context, finding)
  const own = isShared(context.workload, finding) ? Math.abs(amountOf(finding)) : (finding.own ?? whole)
  if (!(own > 0) || own >= nearlyAll * whole) return ''
  return `, ${told(context, finding.quantity, own, whole)}`
}

/** Whether one alone is told of, be it `1 of them`; else what is said of it is said of many. */
export function isOne(context: Context, finding: FindingResult): boolean {
  const whole = { quantity: finding.quantity, perRound: wholeOf(context, finding) }
  return /(?:^|\s)1 (?!%)/.test(partOf(context, finding) || frequency(context, whole).amount)
}

/** A part of a growth beside the whole of it: as a count, as an amount, or by its share. */
function told(context: Context, quantity: string, own: number, whole: number): string {
  const [part, all] = [estimated(own), whole].map((perRound) => frequency(context, { quantity, perRound }))
  const most = own > mostly * whole
  if (quantity.endsWith('bytes')) return most ? `most of it (${part?.amount})` : `${part?.amount} of it`
  if (part?.every !== 1 || all?.every !== 1 || !part.exact) return `${percent(own / whole)} of them`
  return `${part.amount.split(' ')[0]} of them`
}

/** Stacks are sampled. */
const estimated = (perRound: number): number => Number(perRound.toPrecision(2))

/** The same of a part in a sentence of its own: `, most of it (642 B) from`; nothing where it is little. */
export function mostOf(context: Context, quantity: string, own: number, whole: number): string {
  if (own >= nearlyAll * whole) return ', all of it from'
  return own > 0 ? `, ${told(context, quantity, own, whole)} from` : ''
}

const isShared = ({ findings }: WorkloadResult, finding: FindingResult): boolean =>
  findings.some(
    (other) =>
      other !== finding &&
      other.ruling === finding.ruling &&
      other.quantity === finding.quantity &&
      other.role === finding.role,
  )

const sharedOf = ({ totals }: WorkloadResult, { quantity, role }: FindingResult): number | null => {
  const total = totals.find((one) => one.quantity === quantity && one.role === role)
  return total === undefined ? null : amountOf({ ...total, ruling: 'leak' })
}
