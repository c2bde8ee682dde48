import type { Quantity } from '../../profile/profile.ts'
import { handsOver } from '../../trial/creators.ts'
import { baseMargin, findingShare } from '../constants.ts'
import type { Finding, JudgedTotal, Part } from '../verdict.ts'
import { excused } from './excused.ts'
import { fromGroup, groupParts, inObjects, totalPart, unnamed } from './finding-of.ts'
import { type Group, groupBy, growingGroups, isRuntime, type Naming } from './groups.ts'
import { insideOf } from './inside.ts'
import { byWeight, joinRoles } from './join-roles.ts'
import { measureOf, storyOf, type Told } from './story.ts'

/**
 * Names what grew behind the totals that matter: those that fail, those left in between,
 * and those that leak on base.
 */
export function findingsOf(names: Naming, totals: readonly JudgedTotal[]): readonly Finding[] {
  const told = totals.flatMap((total) => {
    const story = storyOf(total)
    return story === null ? [] : [{ total, story }]
  })
  const byRole = groupBy(told, ({ total, story }) => `${total.diff.role}\0${story}`)
  return joinRoles(byRole.flatMap((one) => ofRole(names, one, totals))).sort(byWeight)
}

/**
 * The totals of one role that share a story: tasks tell it when they grow, else the heap,
 * else what has no stacks.
 */
function ofRole(names: Naming, told: readonly Told[], totals: readonly JudgedTotal[]): readonly Finding[] {
  const of = (...wanted: Quantity[]) => told.find((t) => wanted.includes(t.total.diff.quantity))
  const tasks = of('tasks')
  const [bytes, objects] = [of('heap-bytes'), of('heap-objects')]
  const heap = bytes ?? inBytes(objects, totals)
  const types = of('instances')
  const others = told.filter((t) => t !== tasks && t !== types && !/^heap-/.test(t.total.diff.quantity))
  const alone = others.length === 0 && types !== undefined ? ofTypes(names, types) : []
  const leading = tasks ? ofTasks(names, tasks) : heap ? ofHeap(names, heap) : alone
  const judged = !tasks && !bytes && objects ? leading.map((one) => inObjects(one, objects)) : leading
  const [first, ...rest] = judged.length > 0 ? judged : others.slice(0, 1).map((t) => unnamed(t))
  if (first === undefined) return []
  const beside = leading.length > 0 ? others : others.slice(1)
  const parts = [
    ...first.parts,
    ...(tasks && heap ? rows(names, heap, 'heap-bytes') : []),
    ...beside.map(totalPart),
  ]
  const kinds = others.flatMap((t) => (t.total.diff.quantity === 'files' ? rows(names, t, 'files') : []))
  const made = types === undefined ? {} : { types: typesOf(names, types) }
  return excused(names, told, [{ ...first, ...made, parts: [...parts, ...kinds] }, ...rest])
}

const typesOf = (names: Naming, { story, total }: Told): readonly string[] =>
  growingGroups(names, {
    role: total.diff.role,
    quantity: 'instances',
    measure: measureOf(story),
  }).flatMap(({ sites }) => sites.flatMap((site) => site.names.at(-1) ?? []))

/**
 * Stacks tell bytes: with their total, also where it is the number of objects that was judged (`inObjects`).
 */
function inBytes(objects: Told | undefined, totals: readonly JudgedTotal[]): Told | undefined {
  const role = objects?.total.diff.role
  const total = totals.find(({ diff }) => diff.role === role && diff.quantity === 'heap-bytes')
  const grows = (total?.figure?.more ?? 0) > 0
  return objects === undefined || total === undefined || !grows ? objects : { ...objects, total }
}

function ofTasks(names: Naming, told: Told): readonly Finding[] {
  const groups = weighty(names, told, 'tasks')
  if (groups.length === 0) return [unnamed(told)]
  const leaks = joined(groups)
  return leaks.map(([first, ...rest]) => ({
    ...fromGroup(names, told, first, leaks.length > 1),
    parts: groupParts(told, 'tasks', [first, ...rest]).slice(1),
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

/** Who starts what anybody hands over has begun tasks that are none of each other's business. */
function creatorOf({ sites: [site] }: Group): string | null {
  const creator = site?.tasks?.creators[0]?.frame
  return site === undefined || creator === undefined || handsOver(creator, site.stack) ? null : creator.site
}

/** Rows of one heap leak share its total: the largest names it, the others are its parts. */
function ofHeap(names: Naming, told: Told): readonly Finding[] {
  const [first, ...rest] = weighty(names, told, 'heap-bytes')
  if (first === undefined) return [unnamed(told)]
  const { diff } = told.total
  const all = names.comparison.sites.filter((s) => s.role === diff.role && s.quantity === 'heap-bytes')
  const inside = rest.length === 0 ? null : insideOf([first, ...rest], all, measureOf(told.story).grown)
  const [own, ...parts] = groupParts(told, 'heap-bytes', [first, ...rest])
  const finding = fromGroup(names, told, first, false)
  return [{ ...finding, own: Math.min(finding.own, own?.perRound ?? finding.own), inside, parts }]
}

/** Objects of a type: of what is told otherwise already, they are what it is made of. */
function ofTypes(names: Naming, told: Told): readonly Finding[] {
  const [first, ...rest] = weighty(names, told, 'instances')
  if (first === undefined) return [unnamed(told)]
  const [own, ...parts] = groupParts(told, 'instances', [first, ...rest])
  const finding = fromGroup(names, told, first, false)
  return [{ ...finding, own: Math.min(finding.own, own?.perRound ?? finding.own), parts }]
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
  groupParts(told, quantity, weighty(names, told, quantity)).slice(0, mostRows)
