import type { SiteDiff, TrialGrowth } from '../diff/comparison.ts'
import { slopeNoise } from '../diff/growth.ts'
import type { Quantity } from '../profile/profile.ts'
import { baseMargin, boundNoise, findingShare, fixedShare } from './constants.ts'
import {
  type Group,
  groupBy,
  growingGroups,
  identity,
  isRuntime,
  type Measure,
  moreThanBase,
  type Naming,
  newest,
  onBase,
  plainSlope,
} from './groups.ts'
import { insideOf } from './inside.ts'
import { stays } from './rule.ts'
import { shapeOf } from './shape.ts'
import type { Finding, JudgedTotal, Part, Ruling, Slope } from './verdict.ts'
import { acceptances, merged } from './waivers.ts'

/** Names what grew behind the totals that matter: those that fail, those left in between, and those that leak on base. */
export function findingsOf(names: Naming, totals: readonly JudgedTotal[]): readonly Finding[] {
  const told = totals.flatMap((total) => {
    const story = storyOf(total)
    return story === null ? [] : [{ total, story }]
  })
  const byRole = groupBy(told, ({ total, story }) => `${total.diff.role}\0${story}`)
  return joinRoles(byRole.flatMap((one) => ofRole(names, one))).sort(byWeight)
}

/** Which question the sites behind a total answer: who leaks, who may leak, what the user excuses, or who leaked on base already. */
type Story = 'leak' | 'suspect' | 'waived' | 'past'

interface Told {
  readonly total: JudgedTotal
  readonly story: Story
}

function storyOf({ standing, threshold, base }: JudgedTotal): Story | null {
  if (threshold === null) return null
  if (standing === 'red') return 'leak'
  if (standing === 'waived') return 'waived'
  if (standing === 'between' || standing === 'suspected') return 'suspect'
  if (base === null || !stays(base)) return null
  return base.growth.steady > Math.max(threshold, boundNoise * slopeNoise(base.series)) ? 'past' : null
}

const measureOf = (story: Story): Measure => (story === 'past' ? onBase : moreThanBase)

/** The totals of one role that share a story: tasks tell it when they grow, else the heap, else what has no stacks. */
function ofRole(names: Naming, told: readonly Told[]): readonly Finding[] {
  const of = (...wanted: Quantity[]) => told.find((t) => wanted.includes(t.total.diff.quantity))
  const tasks = of('tasks')
  const heap = of('heap-bytes') ?? of('heap-objects')
  const others = told.filter((t) => t !== tasks && !/^heap-/.test(t.total.diff.quantity))
  const leading = tasks ? ofTasks(names, tasks) : heap ? ofHeap(names, heap) : []
  const [first, ...rest] = leading.length > 0 ? leading : others.slice(0, 1).map((t) => unnamed(t))
  if (first === undefined) return []
  const beside = leading.length > 0 ? others : others.slice(1)
  const parts = [
    ...first.parts,
    ...(tasks && heap ? rows(names, heap, 'heap-bytes') : []),
    ...beside.map(totalPart),
  ]
  const kinds = others.flatMap((t) => (t.total.diff.quantity === 'files' ? rows(names, t, 'files') : []))
  return [{ ...first, parts: [...parts, ...kinds], ...excuses(names, told) }, ...rest]
}

/** The waivers behind all totals of one finding, the one that did not suffice first, and those that would. */
function excuses(names: Naming, told: readonly Told[]): Pick<Finding, 'waiver' | 'accept'> {
  const uses = told.flatMap(({ total }) => (total.waiver === null ? [] : [total.waiver]))
  const failing = told.filter(({ story }) => story === 'leak' || story === 'suspect')
  return {
    waiver: uses.find(({ state }) => state !== 'applied') ?? uses[0] ?? null,
    accept: failing.flatMap(({ total }) => acceptances(names, total)),
  }
}

function ofTasks(names: Naming, told: Told): readonly Finding[] {
  const groups = weighty(names, told, 'tasks')
  if (groups.length === 0) return [unnamed(told)]
  return joined(groups).map(([first, ...rest]) => ({
    ...fromGroup(names, told, first),
    parts: rest.map((group) => groupPart(told, 'tasks', group)),
  }))
}

type Joined = [Group, ...Group[]]

/** Tasks that come as often as others and from one creator, or that only the runtime knows of, are theirs. */
function joined(groups: readonly Group[]): readonly Joined[] {
  const leaks: Joined[] = []
  for (const group of groups) {
    const of = leaks.find(([first]) => belongsTo(group, first))
    if (of === undefined) leaks.push([group])
    else of.push(group)
  }
  return leaks
}

function belongsTo(group: Group, first: Group): boolean {
  const [one, other] = [creatorOf(group), creatorOf(first)]
  const many = Math.max(group.grown, first.grown)
  if (isRuntime(group.culprit)) return group.grown <= baseMargin * first.grown
  return one !== null && one === other && many <= baseMargin * Math.min(group.grown, first.grown)
}

const creatorOf = ({ sites }: Group): string | null => sites[0]?.tasks?.creators[0]?.frame.site ?? null

/** Rows of one heap leak share its total: the largest names it, the others are its parts. */
function ofHeap(names: Naming, told: Told): readonly Finding[] {
  const [first, ...rest] = weighty(names, told, 'heap-bytes')
  if (first === undefined) return [unnamed(told)]
  const { diff } = told.total
  const all = names.comparison.sites.filter((s) => s.role === diff.role && s.quantity === 'heap-bytes')
  const inside = rest.length === 0 ? null : insideOf([first, ...rest], all, measureOf(told.story).grown)
  const parts = rest.map((group) => groupPart(told, 'heap-bytes', group))
  return [{ ...fromGroup(names, told, first), inside, parts }]
}

/** The groups that are worth a reader's time. */
function weighty(names: Naming, told: Told, quantity: Quantity): readonly Group[] {
  const groups = growingGroups(names, {
    role: told.total.diff.role,
    quantity,
    measure: measureOf(told.story),
  })
  const total = groups.reduce((sum, group) => sum + group.grown, 0)
  return groups.filter((group) => group.grown >= findingShare * total)
}

const mostRows = 3
const rows = (names: Naming, told: Told, quantity: Quantity): readonly Part[] =>
  weighty(names, told, quantity)
    .slice(0, mostRows)
    .map((group) => groupPart(told, quantity, group))

function fromGroup(names: Naming, told: Told, group: Group): Finding {
  const found = ofSites(told, group)
  return found.ruling === 'fixed' && !hasFallen(told.total, -found.excess)
    ? elsewhere(names, told, found)
    : found
}

/** A total that grows as before although a site of it no longer does: the growth stands where head has more of it. */
function elsewhere(names: Naming, told: Told, was: Finding): Finding {
  const { quantity, role } = was
  const [now] = growingGroups(names, { role, quantity, measure: moreThanBase })
  if (now === undefined) return { ...unnamed(told), ruling: 'existing' }
  const is = ofSites(told, now)
  return { ...is, ruling: 'existing', base: was.base, excess: is.excess + was.excess }
}

/** Whether a total grows less by at least half of what one of its sites lost. */
const hasFallen = ({ base, head }: JudgedTotal, lost: number): boolean =>
  (base?.growth.steady ?? 0) - (head?.growth.steady ?? 0) >= lost / 2

function ofSites(told: Told, group: Group): Finding {
  const site = group.sites[0] ?? null
  const base = slopeOf(group.sites.map((s) => newest(s.base)))
  const head = slopeOf(group.sites.map((s) => newest(s.head))) ?? none
  const was = group.sites.reduce((sum, s) => sum + plainSlope(s.base), 0)
  const is = group.sites.reduce((sum, s) => sum + plainSlope(s.head), 0)
  return {
    ...unnamed(told),
    ruling: rulingOf(told, was, is),
    quantity: site?.quantity ?? told.total.diff.quantity,
    unit: site?.unit ?? told.total.diff.unit,
    culprit: group.culprit,
    site,
    kin: kinOf(told, group),
    base,
    head,
    excess: is - was,
  }
}

const mostKin = 8

/** Stacks that share in the growth: what only stands in the same function says nothing of how to end it. */
const kinOf = ({ story }: Told, { grown, sites }: Group): readonly SiteDiff['stack'][] =>
  sites
    .slice(1, mostKin)
    .filter((site) => measureOf(story).grown(site) >= findingShare * grown)
    .map(({ stack }) => stack)

const none: Slope = { perRound: 0, low: 0, high: 0 }

/** What a growth of `was` units a round on base and `is` on head amounts to. */
function rulingOf({ story, total }: Told, was: number, is: number): Ruling {
  const threshold = total.threshold ?? 0
  if (story === 'suspect' || story === 'waived') return story
  if (story === 'leak') return was > Math.max(threshold, fixedShare * is) ? 'worse' : 'leak'
  return is <= Math.max(threshold, fixedShare * was) ? 'fixed' : 'existing'
}

function unnamed(told: Told): Finding {
  const { diff, head, base, excess, threshold } = told.total
  const ruling = rulingOf(told, base?.growth.steady ?? 0, head?.growth.steady ?? 0)
  const shown = ruling === 'fixed' ? base : head
  return {
    ruling,
    quantity: diff.quantity,
    unit: diff.unit,
    role: diff.role,
    started: diff.started,
    culprit: null,
    site: null,
    inside: null,
    base: slopeOf([base]),
    head: slopeOf([head]) ?? none,
    excess,
    threshold,
    shape: shown === null ? 'flat' : shapeOf(shown, threshold ?? 0),
    parts: [],
    waiver: null,
    accept: [],
  }
}

/** Sum of plain slopes with their intervals; null when no trial has any. */
function slopeOf(trials: readonly (TrialGrowth | null)[]): Slope | null {
  const growths = trials.flatMap((t) => (t === null ? [] : [t.growth]))
  if (growths.length === 0) return null
  const sum = (of: (growth: TrialGrowth['growth']) => number) =>
    growths.reduce((a, growth) => a + of(growth), 0)
  return {
    perRound: sum((g) => g.plain),
    low: sum((g) => Math.min(g.low, g.plain)),
    high: sum((g) => Math.max(g.high, g.plain)),
  }
}

const groupPart = ({ total }: Told, quantity: Quantity, group: Group): Part => ({
  quantity,
  role: total.diff.role,
  culprit: group.culprit,
  perRound: group.grown,
})

const totalPart = ({ total }: Told): Part => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  culprit: null,
  perRound: total.excess,
})

/** The same row in another role (a peer, a worker) is the same leak: a part of the finding of the started role, else of that where it grows most. */
function joinRoles(findings: readonly Finding[]): Finding[] {
  const rowOf = (f: Finding) => (f.site === null ? f.role : identity(f.site, f.culprit))
  const worse = (ruling: Ruling) => (ruling === 'worse' ? 'leak' : ruling)
  return groupBy(findings, (f) => `${worse(f.ruling)}\0${f.quantity}\0${rowOf(f)}`).flatMap((same) => {
    const [first, ...others] = same.toSorted(
      (a, b) => Number(b.started) - Number(a.started) || Math.abs(b.excess) - Math.abs(a.excess),
    )
    if (first === undefined) return []
    const parts = others.flatMap((f) => [
      { quantity: f.quantity, role: f.role, culprit: f.culprit, perRound: f.excess },
      ...f.parts,
    ])
    const accept = merged(
      same.flatMap((f) => f.accept),
      Math.max,
    )
    const waiver = same.find((f) => f.waiver !== null)?.waiver ?? null
    return [{ ...first, parts: [...first.parts, ...parts], waiver, accept }]
  })
}

const severity: readonly Ruling[] = ['leak', 'worse', 'suspect', 'waived', 'existing', 'fixed']
const speaking: readonly Quantity[] = ['tasks', 'files', 'heap-bytes', 'heap-objects', 'external-bytes']

/** What makes the run fail first, then by what speaks most plainly, then by excess. */
function byWeight(a: Finding, b: Finding): number {
  const plainness = (f: Finding) =>
    speaking.includes(f.quantity) ? speaking.indexOf(f.quantity) : speaking.length
  const rank = (f: Finding) => severity.indexOf(f.ruling) * 10 + plainness(f)
  return rank(a) - rank(b) || Math.abs(b.excess) - Math.abs(a.excess)
}
