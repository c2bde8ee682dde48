import type { FindingResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { failing, ruled, totalsOf } from '../context.ts'
import { count, rate, shareOf, supported } from '../numbers.ts'
import { called } from '../words.ts'

/** Growth told for each operation, as people say it. */

/**
 * 1 open file and 341 kB per operation: the role's totals where there are any, else the finding's own growth.
 */
export function amounts(context: Context, finding: FindingResult): string {
  const changes = withoutTwice(context, totalsOf(context.workload, finding))
    .slice(0, 3)
    .map((t) => ({ quantity: t.quantity, perRound: amountOf({ ...t, ruling: finding.ruling }) }))
    .filter((change) => change.perRound > 0)
  const own = { quantity: finding.quantity, perRound: Math.abs(amountOf(finding)) }
  const told = frequencies(context, changes.length > 0 ? changes : [own])
  return finding.quantity === 'tasks' ? called(told, context.words, finding.advice?.kind) : told
}

/** Where a task is a thread, those of the process are the same ones. */
const withoutTwice = <T extends { readonly quantity: string }>(
  { workload }: Context,
  totals: readonly T[],
): readonly T[] =>
  /\bthread$/.test(workload.tasks?.one ?? '') && totals.some(({ quantity }) => quantity === 'tasks')
    ? totals.filter(({ quantity }) => quantity !== 'threads')
    : totals

/**
 * What a leak is told to grow by, a round: what remains, what is gone,
 * or how much more than base head grows by; in the digits that its noise supports.
 */
export function amountOf({ base, excess, head, ruling }: Growing): number {
  const { high, low } = ruling === 'fixed' ? (base ?? head) : head
  const amount =
    ruling === 'existing'
      ? head.perRound
      : ruling === 'fixed'
        ? (base?.perRound ?? 0) - head.perRound
        : excess
  return supported(amount, (high - low) / 2)
}

type Growing = Pick<FindingResult, 'base' | 'excess' | 'head' | 'ruling'>

/** What else leaks the same: ` in each of 2 processes`, ` and more in 1 other process`, or nothing. */
export function elsewhere(context: Context, finding: FindingResult): string {
  const rows = ruled(context.workload, ...failing).flatMap((f) => [
    { ...f, perRound: amountOf(f) },
    ...f.parts,
  ])
  const others = rows.filter((row) => row.role !== finding.role)
  const roles = new Set(others.map((row) => row.role)).size
  if (roles === 0) return ''
  const mine = frequencies(context, [{ quantity: finding.quantity, perRound: amountOf(finding) }])
  const same = others.filter((row) => row.quantity === finding.quantity)
  const alike = same.filter((row) => frequencies(context, [row]) === mine)
  const equal = new Set(alike.map((row) => row.role)).size === roles
  if (equal) return ` in each of ${roles + 1} processes`
  return `, and more in ${roles} other ${roles === 1 ? 'process' : 'processes'}`
}

export interface Change {
  readonly quantity: string
  readonly perRound: number
}

/** `1 open file and 341 kB per operation`, `1 open file every 100 operations`. */
export function frequencies(context: Context, changes: readonly Change[]): string {
  const parts = changes.map((change) => frequency(context, change))
  const usual = parts.filter((part) => part.every === 1).map((part) => part.amount)
  const seldom = parts
    .filter((part) => part.every !== 1)
    .map((part) => `${part.amount} ${spanOf(context, part)}`)
  return andList([...(usual.length > 0 ? [`${andList(usual)} per ${context.words.each}`] : []), ...seldom])
}

const andList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export interface Frequency {
  readonly amount: string
  /** In how many operations that much grows. */
  readonly every: number
  readonly exact: boolean
}

/** One quantity's growth for one operation, or for the number of operations in which one more is left. */
export function frequency({ words, workload }: Context, { quantity, perRound }: Change): Frequency {
  const each = shareOf(perRound, workload.operations)
  if (quantity.endsWith('bytes')) return { amount: words.amount(each, quantity), every: 1, exact: true }
  const { times, every, exact } = rate(each)
  const about = exact || every > 1 ? '' : 'about '
  return { amount: `${about}${words.amount(times, quantity)}`, every, exact }
}

const spanOf = ({ words }: Context, { every, exact }: Frequency): string =>
  `every ${exact ? '' : 'about '}${count(every)} ${words.each}s`

/** The subject of a sentence: `each operation`, `every 100 operations`. */
export function subjectOf(
  context: Context,
  part: Frequency,
): { readonly text: string; readonly plural: boolean } {
  return part.every === 1
    ? { text: `Each ${context.words.each}`, plural: false }
    : { text: `Every ${spanOf(context, part).slice('every '.length)}`, plural: true }
}
