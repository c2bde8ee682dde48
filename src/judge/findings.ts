import type { Comparison, SiteDiff, TrialGrowth } from '../diff/comparison.ts'
import type { TrialFrame } from '../measure/trial.ts'
import type { Quantity } from '../profile/profile.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import { findingShare } from './constants.ts'
import { stays } from './rule.ts'
import { shapeOf } from './shape.ts'
import type { Finding, JudgedTotal, Part, Ruling, Slope } from './verdict.ts'

/** Names what grew behind the totals that matter: those that fail, are left in between, or that base shows and head no longer does. */
export function findingsOf(
  comparison: Comparison,
  totals: readonly JudgedTotal[],
  taskStack: TaskStack,
): readonly Finding[] {
  const naming: Naming = {
    comparison,
    culpritOf: (site) =>
      site.quantity === 'tasks' && taskStack === 'running' ? outermost(site) : innermost(site),
  }
  const ruled = totals.flatMap((total) => {
    const ruling = rulingOf(total)
    return ruling === null ? [] : [{ total, ruling }]
  })
  const found = groupBy(ruled, (r) => `${r.total.diff.role}\0${kindOf(r.ruling)}`).flatMap((group) =>
    ofRole(naming, group),
  )
  return joinRoles(found).sort(byWeight)
}

interface Naming {
  readonly comparison: Comparison
  /** The frame to read first. */
  readonly culpritOf: (site: SiteDiff) => TrialFrame | null
}

interface Ruled {
  readonly total: JudgedTotal
  readonly ruling: Ruling
}

function rulingOf(total: JudgedTotal): Ruling | null {
  const { standing, threshold, head, base } = total
  if (threshold === null) return null
  const was = base?.growth.steady ?? 0
  if (standing === 'red') return was > threshold ? 'worse' : 'leak'
  if (standing === 'between' || standing === 'suspected') return 'suspect'
  if (was <= threshold || base === null || !stays(base)) return null
  return (head?.growth.steady ?? 0) > threshold ? 'existing' : 'fixed'
}

const kindOf = (ruling: Ruling): string => (ruling === 'worse' ? 'leak' : ruling)

/** The totals of one role that share a ruling are one story: tasks tell it when they leak, else the heap, else what has no sites. */
function ofRole(naming: Naming, ruled: readonly Ruled[]): Finding[] {
  const of = (...wanted: Quantity[]) => ruled.find((r) => wanted.includes(r.total.diff.quantity))
  const tasks = of('tasks')
  const heap = of('heap-bytes') ?? of('heap-objects')
  const others = ruled.filter(
    (r) => r !== tasks && !['heap-bytes', 'heap-objects'].includes(r.total.diff.quantity),
  )
  const leading = tasks ? named(naming, tasks, 'tasks') : heap ? named(naming, heap, 'heap-bytes') : []
  const parts = [
    ...(tasks && heap ? heapParts(naming, heap) : []),
    ...others.filter((r) => r !== others[0] || leading.length > 0).map(totalPart),
  ]
  const [first, ...rest] = leading.length > 0 ? leading : others.slice(0, 1).map((r) => unnamed(r))
  return first === undefined ? [] : [{ ...first, parts: [...first.parts, ...parts] }, ...rest]
}

interface Group {
  readonly culprit: TrialFrame | null
  readonly sites: readonly SiteDiff[]
  readonly excess: number
}

function named(naming: Naming, ruled: Ruled, quantity: 'tasks' | 'heap-bytes'): Finding[] {
  const groups = growing(naming, ruled, quantity)
  const total = groups.reduce((sum, group) => sum + group.excess, 0)
  const enough = groups.filter((group) => group.excess >= findingShare * total)
  if (enough.length === 0) return [unnamed(ruled)]
  if (quantity === 'tasks') return enough.map((group) => fromGroup(ruled, group, []))
  // Rows of one heap leak share its total; the largest names it and the others are shown as its parts.
  const [first, ...rest] = enough
  return first === undefined
    ? []
    : [
        fromGroup(
          ruled,
          first,
          rest.map((g) => groupPart(ruled, g)),
        ),
      ]
}

/** Sites of a role and quantity that grow and stay, grouped by the frame to read first, most growth first. */
function growing(naming: Naming, ruled: Ruled, quantity: 'tasks' | 'heap-bytes'): Group[] {
  const { role } = ruled.total.diff
  const wanted = naming.comparison.sites.filter(
    (s) => s.role === role && s.quantity === quantity && survives(s, ruled.ruling),
  )
  const { culpritOf } = naming
  const groups = groupBy(wanted, (site) => identity(site, culpritOf(site), quantity)).map((sites) => {
    const ordered = [...sites].sort((a, b) => rise(b, ruled.ruling) - rise(a, ruled.ruling))
    const culprit = ordered[0] === undefined ? null : culpritOf(ordered[0])
    return { culprit, sites: ordered, excess: sum(ordered.map((s) => rise(s, ruled.ruling))) }
  })
  const grown = groups.filter((group) => group.excess > 0)
  // Stacks of the runtime alone say nothing to read; they come after all others.
  return grown.sort(
    (a, b) => Number(isRuntime(a.culprit)) - Number(isRuntime(b.culprit)) || b.excess - a.excess,
  )
}

const identity = (site: SiteDiff, culprit: TrialFrame | null, quantity: Quantity): string =>
  quantity === 'tasks' || culprit === null ? site.names.join('\0') : culprit.site

const isRuntime = (frame: TrialFrame | null): boolean => frame === null || frame.location.origin === 'runtime'

/** The function that a task runs: its outermost frame outside the runtime, else its outermost. */
function outermost(site: SiteDiff): TrialFrame | null {
  return site.stack.find((frame) => !isRuntime(frame)) ?? site.stack[0] ?? null
}

/** The innermost frame outside the runtime: who asked for the memory, or created the task. */
function innermost(site: SiteDiff): TrialFrame | null {
  return site.stack.findLast((frame) => !isRuntime(frame)) ?? site.stack.at(-1) ?? null
}

function survives(site: SiteDiff, ruling: Ruling): boolean {
  const trial = newest(ruling === 'fixed' ? site.base : site.head)
  return trial !== null && stays(trial)
}

/** Head's growth less base's (base's less head's for what was fixed), by plain slopes, which add up to the total's. */
function rise(site: SiteDiff, ruling: Ruling): number {
  const plain = (trials: readonly TrialGrowth[]) => newest(trials)?.growth.plain ?? 0
  if (ruling === 'fixed') return plain(site.base) - plain(site.head)
  return ruling === 'existing' ? plain(site.head) : plain(site.head) - plain(site.base)
}

const newest = (trials: readonly TrialGrowth[]): TrialGrowth | null => trials.at(-1) ?? null

function fromGroup(ruled: Ruled, group: Group, parts: readonly Part[]): Finding {
  const site = group.sites[0] ?? null
  const shown = unnamed(ruled)
  return {
    ...shown,
    quantity: site?.quantity ?? shown.quantity,
    unit: site?.unit ?? shown.unit,
    culprit: group.culprit,
    site,
    base: slopeOf(group.sites.map((s) => newest(s.base))),
    head: slopeOf(group.sites.map((s) => newest(s.head))) ?? { perRound: 0, low: 0, high: 0 },
    excess: ruled.ruling === 'fixed' ? -group.excess : group.excess,
    parts,
  }
}

function unnamed({ total, ruling }: Ruled): Finding {
  const { diff, head, base, excess, threshold } = total
  const shown = ruling === 'fixed' ? base : head
  return {
    ruling,
    quantity: diff.quantity,
    unit: diff.unit,
    role: diff.role,
    culprit: null,
    site: null,
    base: slopeOf([base]),
    head: slopeOf([head]) ?? { perRound: 0, low: 0, high: 0 },
    excess,
    threshold,
    shape: shown === null ? 'flat' : shapeOf(shown, threshold ?? 0),
    parts: [],
  }
}

/** Sum of plain slopes with their intervals; null when no trial has any. */
function slopeOf(trials: readonly (TrialGrowth | null)[]): Slope | null {
  const growths = trials.flatMap((t) => (t === null ? [] : [t.growth]))
  if (growths.length === 0) return null
  return {
    perRound: sum(growths.map((g) => g.plain)),
    low: sum(growths.map((g) => Math.min(g.low, g.plain))),
    high: sum(growths.map((g) => Math.max(g.high, g.plain))),
  }
}

const heapParts = (naming: Naming, heap: Ruled): Part[] =>
  growing(naming, heap, 'heap-bytes')
    .slice(0, 3)
    .map((group) => groupPart(heap, group))

const groupPart = ({ total }: Ruled, group: Group): Part => ({
  quantity: 'heap-bytes',
  role: total.diff.role,
  function: group.culprit?.function ?? null,
  perRound: group.excess,
})

const totalPart = ({ total }: Ruled): Part => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  function: null,
  perRound: total.excess,
})

/** The same site in another role (a peer, a worker) is the same leak: a part of the finding of the role that grows most. */
function joinRoles(findings: readonly Finding[]): Finding[] {
  const identityOf = (f: Finding) => (f.site === null ? f.role : identity(f.site, f.culprit, f.quantity))
  const key = (f: Finding) => `${kindOf(f.ruling)}\0${f.quantity}\0${identityOf(f)}`
  return groupBy(findings, key).map((same) => {
    const [first, ...others] = [...same].sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess))
    if (first === undefined) throw new Error('a group has at least one member')
    const parts = others.flatMap((f) => [
      { quantity: f.quantity, role: f.role, function: f.culprit?.function ?? null, perRound: f.excess },
      ...f.parts,
    ])
    return { ...first, parts: [...first.parts, ...parts] }
  })
}

const severity: readonly Ruling[] = ['leak', 'worse', 'suspect', 'existing', 'fixed']
const speaking: readonly Quantity[] = ['tasks', 'files', 'heap-bytes', 'heap-objects', 'external-bytes']

/** What makes the run fail first, tasks before heap, then by excess. */
function byWeight(a: Finding, b: Finding): number {
  const rank = (f: Finding) => severity.indexOf(f.ruling) * 100 + ((speaking.indexOf(f.quantity) + 100) % 100)
  return rank(a) - rank(b) || Math.abs(b.excess) - Math.abs(a.excess)
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
