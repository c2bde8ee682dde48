import type { Excuse, Waiver } from '../../configure/config.ts'
import type { Quantity } from '../../profile/profile.ts'
import { findingShare } from '../constants.ts'
import { type Group, growingGroups, moreThanBase, type Naming, plainSlope } from '../findings/groups.ts'
import type { Acceptance, JudgedTotal, WaiverLine } from '../verdict.ts'

/** The waivers that still hold on a day (YYYY-MM-DD, UTC), and those that no longer do. */
export function byDay(
  waivers: readonly Waiver[],
  today: string,
): { readonly active: readonly Waiver[]; readonly expired: readonly Waiver[] } {
  const holds = (waiver: Waiver) => today <= waiver.expires
  return { active: waivers.filter(holds), expired: waivers.filter((waiver) => !holds(waiver)) }
}

/**
 * A total that would fail is excused when every row behind it is waived and its excess lies within the bounds
 * of those waivers together. One row without a waiver, or an excess beyond the bounds,
 * and it fails as before.
 */
export function waive(names: Naming, total: JudgedTotal, waivers: readonly Waiver[]): JudgedTotal {
  if (waivers.length === 0 || !failing.includes(total.standing)) return total
  const fitting = waivers.flatMap(linesOf).filter(({ excuse }) => fits(excuse, total.diff.quantity))
  const rows = rowsOf(names, total)
  const covering =
    rows.length === 0
      ? [fitting.find(({ excuse }) => matcher(excuse.site)(total.diff.role))]
      : rows.map((row) => fitting.find(({ excuse }) => covers(excuse, row)))
  const lines = [...new Set(covering.filter((line) => line !== undefined))]
  const [first, ...others] = lines
  if (first === undefined) return total
  const use = { lines: [first, ...others] } as const
  if (covering.includes(undefined)) return { ...total, waiver: { ...use, state: 'not alone' } }
  if (grownBy(total) > boundOf(lines)) return { ...total, waiver: { ...use, state: 'exceeded' } }
  return { ...total, standing: 'waived', waiver: { ...use, state: 'applied' } }
}

/** What lines of waivers allow together, in units a round. */
export const boundOf = (lines: readonly WaiverLine[]): number =>
  lines.reduce((sum, { excuse }) => sum + excuse.upTo, 0)

const linesOf = (waiver: Waiver): readonly WaiverLine[] =>
  [waiver, ...waiver.with].map((excuse) => ({ waiver, excuse }))

/** What its reader was told, and wrote the bound by. */
const grownBy = ({ excess, figure }: JudgedTotal): number => figure?.more ?? excess

/**
 * Objects are what bytes consist of: a waiver of a role's heap excuses their number as well, and objects of
 * single types come with all that is waived.
 */
export function withObjects(totals: readonly JudgedTotal[]): readonly JudgedTotal[] {
  const waived = totals.filter(({ standing }) => standing === 'waived')
  return totals.map((total) => {
    const { quantity, role } = total.diff
    const excused = waived.find(
      ({ diff }) =>
        diff.role === role &&
        (quantity === 'instances' || (quantity === 'heap-objects' && diff.quantity === 'heap-bytes')),
    )
    return excused === undefined || !failing.includes(total.standing)
      ? total
      : { ...total, standing: 'waived', waiver: excused.waiver }
  })
}

const failing: readonly JudgedTotal['standing'][] = ['red', 'between', 'suspected']

const fits = ({ quantity, unit }: Excuse, wanted: Quantity): boolean =>
  quantity === null ? (unit === 'bytes') === wanted.endsWith('-bytes') : quantity === wanted

/** The rows that a reader sees behind a total. */
function rowsOf(names: Naming, { diff }: JudgedTotal): readonly Group[] {
  const quantity = diff.quantity === 'heap-objects' ? 'heap-bytes' : diff.quantity
  const groups = growingGroups(names, { role: diff.role, quantity, measure: moreThanBase })
  const total = groups.reduce((sum, group) => sum + group.grown, 0)
  return groups.filter((group) => group.grown >= findingShare * total)
}

function covers(excuse: Excuse, row: Group): boolean {
  const grown = (sites: Group['sites']) =>
    sites.reduce((sum, s) => sum + Math.max(0, plainSlope(s.head) - plainSlope(s.base)), 0)
  const matching = row.sites.filter(({ stack }) => meets(excuse, stack))
  return matching.length > 0 && grown(matching) >= (1 - findingShare) * grown(row.sites)
}

/** Whether a waiver's site stands on a stack. */
export function meets({ site }: Excuse, stack: Group['sites'][number]['stack']): boolean {
  const matches = matcher(site)
  return stack.some((frame) => matches(frame.function) || matches(frame.site))
}

/**
 * Whether a name is one that a pattern means. Walks the literal pieces, so that no pattern can make it slow.
 */
export function matcher(pattern: string): (name: string) => boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return (name) => name === pattern
  return (name) => {
    if (!name.startsWith(head) || !name.endsWith(tail)) return false
    let from = head.length
    for (const piece of rest) {
      const at = name.indexOf(piece, from)
      if (at < 0) return false
      from = at + piece.length
    }
    return from <= name.length - tail.length
  }
}

/**
 * What a bound allows beyond what was measured: heaps differ from run to run,
 * counts of tasks and files hardly.
 */
const headroom = 1.25

/**
 * The lines of a waiver that would excuse a total, one for each row;
 * their bounds add up to its excess and a little more.
 */
export function acceptances(names: Naming, total: JudgedTotal): readonly Acceptance[] {
  const { diff } = total
  const rows = rowsOf(names, total)
  const grown = rows.reduce((sum, row) => sum + row.grown, 0)
  const upTo = (share: number) => roundUp(grownBy(total) * share * headroom)
  if (rows.length === 0) return [{ site: diff.role, quantity: diff.quantity, upTo: upTo(1) }]
  const named = rows.map((row) => ({
    // The name by which stacks are met: it means this function alone, also where others are called the same.
    site: row.culprit?.site ?? diff.role,
    quantity: diff.quantity,
    upTo: upTo(row.grown / grown),
  }))
  return merged(named, (a, b) => a + b)
}

/** One entry for each site and quantity. */
export function merged(
  entries: readonly Acceptance[],
  join: (a: number, b: number) => number,
): readonly Acceptance[] {
  const known = new Map<string, Acceptance>()
  for (const entry of entries) {
    const key = `${entry.quantity}\0${entry.site}`
    const upTo = known.get(key)?.upTo
    known.set(key, upTo === undefined ? entry : { ...entry, upTo: join(upTo, entry.upTo) })
  }
  return [...known.values()]
}

/** To two significant digits, never below one. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.max(1, Math.ceil(value / step) * step)
}

/** Every waiver that some total asked for, whether it sufficed or not. */
export const usedBy = (totals: readonly JudgedTotal[]): readonly Waiver[] => [
  ...new Set(
    totals.flatMap((total): readonly Waiver[] => total.waiver?.lines.map(({ waiver }) => waiver) ?? []),
  ),
]
