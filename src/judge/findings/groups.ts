import type { Comparison, SiteDiff, TrialGrowth } from '../../diff/comparison.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { TaskStack } from '../../runtimes/runtime.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import { meanOf, shownTrials } from '../rates.ts'
import { stays } from '../rules/rule.ts'

/** Sites that are one row to a reader: tasks of one stack, or memory asked for by one function. */
export interface Group {
  readonly culprit: TrialFrame | null
  /** Most growth first. */
  readonly sites: readonly SiteDiff[]
  /** Units a round, summed from plain slopes, which add up to the total's. */
  readonly grown: number
}

export interface Naming {
  readonly comparison: Comparison
  /** The frame to read first. */
  readonly culpritOf: (site: SiteDiff) => TrialFrame | null
}

/** How culprits are found when stacks of tasks tell what `taskStack` says. */
export function naming(comparison: Comparison, taskStack: TaskStack): Naming {
  const running = (site: SiteDiff) => site.quantity === 'tasks' && taskStack === 'running'
  return { comparison, culpritOf: (site) => (running(site) ? outermost(site) : innermost(site)) }
}

/** How much a site grew, and whether it stayed; the judge's question decides which side is asked. */
export interface Measure {
  readonly grown: (site: SiteDiff) => number
  readonly stays: (site: SiteDiff) => boolean
}

/** What head grew more than base, of what stayed on head. */
export const moreThanBase: Measure = {
  grown: (site) => plainSlope(site.head) - plainSlope(site.base),
  stays: (site) => stayed(site.head),
}

/** What base grew, whatever head did. */
export const onBase: Measure = { grown: (site) => plainSlope(site.base), stays: (site) => stayed(site.base) }

/**
 * Groups of one role and quantity that grow, most growth first;
 * stacks of the runtime alone say nothing to read and come last.
 */
export function growingGroups(
  { comparison, culpritOf }: Naming,
  { role, quantity, measure }: { role: string; quantity: Quantity; measure: Measure },
): readonly Group[] {
  const wanted = comparison.sites.filter(
    (s) => s.role === role && s.quantity === quantity && measure.stays(s),
  )
  const groups = groupBy(wanted, (site) => identity(site, culpritOf(site))).map((sites) => {
    const ordered = sites.toSorted((a, b) => measure.grown(b) - measure.grown(a))
    const culprit = ordered[0] === undefined ? null : culpritOf(ordered[0])
    return { culprit, sites: ordered, grown: ordered.reduce((sum, site) => sum + measure.grown(site), 0) }
  })
  return groups
    .filter((group) => group.grown > 0)
    .sort((a, b) => Number(isRuntime(a.culprit)) - Number(isRuntime(b.culprit)) || b.grown - a.grown)
}

/** What makes two sites the same row, in one role or in several. */
export function identity(site: SiteDiff, culprit: TrialFrame | null): string {
  return site.quantity === 'tasks' || culprit === null ? site.names.join('\0') : culprit.site
}

/** The newest trial of a side: confirming ones come last. */
export const newest = (trials: readonly TrialGrowth[]): TrialGrowth | null => trials.at(-1) ?? null

/** Units a round, the mean of the trials that are told. */
export const plainSlope = (trials: readonly TrialGrowth[]): number =>
  meanOf(shownTrials(trials), ({ growth }) => growth.plain)

/** What a side does not have has nothing to lose. */
const stayed = (trials: readonly TrialGrowth[]): boolean => {
  const trial = newest(trials)
  return trial === null || stays(trial)
}

export const isRuntime = (frame: TrialFrame | null): boolean =>
  frame === null || frame.location.origin === 'runtime'

/**
 * The function that a task runs: its outermost frame outside the runtime. Where a server or a framework
 * calls the project, that is the handler: the outermost of the calls that the project made last.
 */
function outermost({ stack }: SiteDiff): TrialFrame | null {
  const own = stack.findLastIndex(isOwn)
  if (own >= 0 && !isOwn(stack[0]))
    return stack.slice(stack.slice(0, own).findLastIndex((frame) => !isOwn(frame)) + 1)[0] ?? null
  return stack.find((frame) => !isRuntime(frame)) ?? stack[0] ?? null
}

const isOwn = (frame: TrialFrame | undefined): boolean => frame?.location.origin === 'project'

/** The innermost frame outside the runtime: who asked for the memory, or created the task. */
function innermost(site: SiteDiff): TrialFrame | null {
  return site.stack.findLast((frame) => !isRuntime(frame)) ?? site.stack.at(-1) ?? null
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}
