import { quantities } from '../profile/profile.ts'
import type { Site, Snapshot, Trial, TrialFrame } from '../trial/trial.ts'
import type { Comparison, IdleGrowth, SiteDiff, TotalDiff, TrialGrowth } from './comparison.ts'
import { growthOf } from './growth.ts'
import type { Moves } from './moves.ts'
import { pairMoved } from './pair-moved.ts'
import { samplingNoise } from './sampling.ts'
import { ofSteadyTypes, steadyTypes } from './steady.ts'

/**
 * Growth of every total and every site in each base trial and each head trial. Trials are those that can be
 * judged (no failures); roles are paired by name, sites by role, quantity and normalised stack, and what is
 * left by what `moves` shows. `base` is empty when base was not measured. A pool that was renewed in any
 * trial is left out of all: its totals rise and fall with its workers.
 */
export function compare(base: readonly Trial[], head: readonly Trial[], moves: Moves = unmoved): Comparison {
  const totals = new Map<string, Pending<TotalDiff>>()
  const sites = new Map<string, Pending<SiteDiff>>()
  const renewed = renewedRoles([...head, ...base])
  for (const trial of [...head, ...base]) {
    collectTotals(trial, totals, renewed)
    collectSites(trial, sites, renewed)
  }
  const met = [...sites.values()].map((site) => withAbsences(site, { base, head }))
  const first = head[0] ?? base[0]
  const paired = steadyTypes(pairMoved(met, moves))
  return {
    workload: first?.workload ?? '',
    roles: first?.roles ?? [],
    totals: [...totals.values()]
      .filter((diff) => isWhole(diff, { base, head }))
      .map((diff) => ofSteadyTypes(diff, paired)),
    sites: paired,
  }
}

/** Without a pull request's changes: sites are told by their names. */
const unmoved: Moves = { files: [], identifiers: (site) => [site] }

type Pending<T extends TotalDiff | SiteDiff> = Omit<T, 'base' | 'head'> & {
  base: TrialGrowth[]
  head: TrialGrowth[]
}

/** Names of the pools whose workers were replaced while they were measured. */
export const renewedRoles = (trials: readonly Trial[]): ReadonlySet<string> =>
  new Set(trials.flatMap(({ roles }) => roles.filter((role) => role.renewed).map((role) => role.name)))

/** Objects are counted where that does not take too long: in some trials alone, they tell of none. */
function isWhole(diff: TotalDiff, trials: Readonly<Record<Trial['side'], readonly Trial[]>>): boolean {
  if (diff.quantity !== 'heap-objects') return true
  const having = (side: Trial['side']) =>
    trials[side].filter(({ roles }) => roles.some(({ name }) => name === diff.role)).length
  return diff.base.length === having('base') && diff.head.length === having('head')
}

function collectTotals(
  trial: Trial,
  totals: Map<string, Pending<TotalDiff>>,
  without: ReadonlySet<string>,
): void {
  for (const [index, role] of trial.roles.entries()) {
    if (without.has(role.name)) continue
    const measured = new Set(
      trial.rounds.flatMap((r) => r.totals.filter((t) => t.role === index).map((t) => t.quantity)),
    )
    for (const quantity of measured) {
      const valueIn = (snapshot: Snapshot) =>
        snapshot.totals.find((t) => t.role === index && t.quantity === quantity)?.value ?? null
      const growth = trialGrowth(trial, valueIn, role.repeat ?? 1)
      if (growth === null) continue
      const key = `${role.name}\0${quantity}`
      const { name, started } = role
      const diff = totals.get(key) ?? {
        role: name,
        started,
        quantity,
        unit: quantities[quantity],
        base: [],
        head: [],
      }
      diff[trial.side].push(growth)
      totals.set(key, diff)
    }
  }
}

function collectSites(
  trial: Trial,
  sites: Map<string, Pending<SiteDiff>>,
  without: ReadonlySet<string>,
): void {
  const rounds = trial.rounds.map((round) => new Map(round.sites))
  const drained = trial.drained && new Map(trial.drained.sites)
  const idled = trial.idled ? new Map(trial.idled.sites) : null
  for (const [index, site] of trial.sites.entries()) {
    if (without.has(trial.roles[site.role]?.name ?? '')) continue
    const repeat = trial.roles[site.role]?.repeat ?? 1
    const counted = rounds.map((values) => values.get(index) ?? 0)
    const series = aRound(counted, repeat)
    const diff = siteDiff(trial, site, sites)
    diff[trial.side].push({
      number: trial.number,
      stage: trial.stage,
      series,
      growth: growthOf(series),
      left: drained && ((drained.get(index) ?? 0) - (counted[0] ?? 0)) / repeat,
      idle: idled && idleOf(trial, (idled.get(index) ?? 0) - (counted.at(-1) ?? 0), repeat),
      ...(site.quantity.startsWith('heap-')
        ? { sampling: samplingNoise(trial.period, counted) / repeat }
        : {}),
      ...(repeat > 1 && { repeat }),
    })
  }
}

function siteDiff(trial: Trial, site: Site, sites: Map<string, Pending<SiteDiff>>): Pending<SiteDiff> {
  const stack = site.stack.map((i) => trial.frames[i]).filter((f): f is TrialFrame => f !== undefined)
  const role = trial.roles[site.role]?.name ?? ''
  const names = stack.map((f) => f.site)
  const key = [role, site.quantity, ...names].join('\0')
  const known = sites.get(key)
  const tasks = site.tasks ?? null
  const unit = quantities[site.quantity]
  if (known === undefined) {
    const created = { role, quantity: site.quantity, unit, names, stack, tasks, base: [], head: [] }
    sites.set(key, created)
    return created
  }
  // Only confirming trials take a dump: what the first trial left open,
  // a later one of the same side fills in.
  if (known.tasks !== null || tasks === null || (known.head.length > 0 && trial.side === 'base')) return known
  const filled = { ...known, tasks }
  sites.set(key, filled)
  return filled
}

/**
 * A trial in which nothing lived at a site that lived in another trial of the same side has seen no growth
 * there, unless it has not seen the process at all: of tests, those that were not measured again.
 */
function withAbsences(
  site: Pending<SiteDiff>,
  trials: Readonly<Record<Trial['side'], readonly Trial[]>>,
): SiteDiff {
  const filled = (side: Trial['side']) =>
    site[side].length === 0 || site[side].length === trials[side].length
      ? site[side]
      : trials[side].flatMap((trial) => {
          const known = site[side].find((g) => g.number === trial.number)
          const isSeen = trial.roles.some(({ name }) => name === site.role)
          return known ?? (isSeen && tells(trial, site, trials[side]) ? nothing(trial) : [])
        })
  return { ...site, base: filled('base'), head: filled('head') }
}

/**
 * Whether trials of its stage read the stacks of what a site counts: where a stack costs much,
 * the first do not.
 */
const tells = ({ stage }: Trial, { quantity }: Pending<SiteDiff>, side: readonly Trial[]): boolean =>
  !quantity.startsWith('heap-') ||
  side.every((trial) => trial.stage === stage) ||
  side.some((trial) => trial.stage === stage && trial.sites.some((site) => site.quantity === quantity))

function nothing({ number, stage, rounds, drained, idled }: Trial): TrialGrowth {
  const series = rounds.map(() => 0)
  const idle = idled ? { perRound: 0, perSecond: 0 } : null
  return { number, stage, series, growth: growthOf(series), left: drained && 0, idle }
}

/** What one of the workload's own rounds adds, when each measured one was `repeat` of them. */
export function aRound(counted: readonly number[], repeat: number): readonly number[] {
  const [first = 0] = counted
  return repeat === 1 ? counted : counted.map((value) => first + (value - first) / repeat)
}

/** null when a round has no value: an absent total is not a zero. */
function trialGrowth(
  trial: Trial,
  valueIn: (snapshot: Snapshot) => number | null,
  repeat: number,
): TrialGrowth | null {
  const values = trial.rounds.map(valueIn)
  const counted = values.filter((v): v is number => v !== null)
  if (counted.length < values.length) return null
  const series = aRound(counted, repeat)
  const last = trial.drained && valueIn(trial.drained)
  const idled = trial.idled ? valueIn(trial.idled) : null
  return {
    number: trial.number,
    stage: trial.stage,
    series,
    growth: growthOf(series),
    left: last === null ? null : (last - (counted[0] ?? last)) / repeat,
    idle: idled === null ? null : idleOf(trial, idled - (counted.at(-1) ?? idled), repeat),
    ...(repeat > 1 && { repeat }),
  }
}

/** `added` in the idle phase, for the time of a round and of a second; what fell grew by nothing. */
function idleOf({ rounds, idled }: Trial, added: number, repeat: number): IdleGrowth | null {
  const first = rounds[0]?.elapsed
  const last = rounds.at(-1)?.elapsed
  if (first === undefined || last === undefined || !idled || idled.elapsed <= last) return null
  const perMillisecond = Math.max(0, added) / (idled.elapsed - last)
  const round = (last - first) / Math.max(1, rounds.length - 1)
  return { perRound: (perMillisecond * round) / repeat, perSecond: perMillisecond * 1000 }
}
