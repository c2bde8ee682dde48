import type { SiteDiff, TrialGrowth } from '../../diff/comparison.ts'
import type { Quantity } from '../../profile/profile.ts'
import { findingShare, fixedShare } from '../constants.ts'
import { meanOf, rateOf, shownTrials } from '../rates.ts'
import { shapeOf } from '../shape.ts'
import type { Finding, JudgedTotal, Part, Ruling, Slope } from '../verdict.ts'
import { type Group, growingGroups, moreThanBase, type Naming } from './groups.ts'
import { measureOf, type Told } from './story.ts'

/** The finding of a group of sites, behind the total that it explains. */
export function fromGroup(names: Naming, told: Told, group: Group): Finding {
  const found = ofSites(told, group)
  return found.ruling === 'fixed' && !hasFallen(told.total, -found.excess)
    ? elsewhere(names, told, found)
    : found
}

/**
 * A total that grows as before although a site of it no longer does:
 * the growth stands where head has more of it.
 */
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
  const slope = (rows: readonly (readonly TrialGrowth[])[]) => slopeOf(rows, told.total)
  const base = slope(group.sites.map((s) => s.base))
  const head = slope(group.sites.map((s) => s.head)) ?? none
  const was = base?.perRound ?? 0
  const is = head.perRound
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

/** The finding of a total behind which no site stands out. */
export function unnamed(told: Told): Finding {
  const { diff, head, base, excess, rates, threshold } = told.total
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
    base: rates.base,
    head: rates.head ?? none,
    excess,
    threshold,
    shape: shown === null ? 'flat' : shapeOf(shown, threshold ?? 0),
    parts: [],
    waiver: null,
    accept: [],
  }
}

/**
 * Sum of what several rows grow by, with their intervals: plain slopes, or, as their total is told, what was
 * gained; either adds up to the total's. null when no trial has any.
 */
function slopeOf(
  rows: readonly (readonly TrialGrowth[])[],
  { manner, threshold }: JudgedTotal,
): Slope | null {
  const shown = rows.map(shownTrials).filter((trials) => trials.length > 0)
  if (shown.length === 0) return null
  if (manner === 'stepped') return sumOf(shown.map((trials) => rateOf(trials, manner, threshold ?? 0)))
  const rate = ({ growth }: TrialGrowth) => growth.plain
  const sum = (of: (trial: TrialGrowth) => number) => shown.reduce((a, trials) => a + meanOf(trials, of), 0)
  return {
    perRound: sum(rate),
    low: sum((trial) => Math.min(trial.growth.low, rate(trial))),
    high: sum((trial) => Math.max(trial.growth.high, rate(trial))),
  }
}

/** Rows that move by themselves. */
function sumOf(rates: readonly (Slope | null)[]): Slope {
  const known = rates.filter((rate) => rate !== null)
  const perRound = known.reduce((sum, rate) => sum + rate.perRound, 0)
  const reach = Math.hypot(...known.map(({ high, perRound: rate }) => high - rate))
  return { perRound, low: perRound - reach, high: perRound + reach }
}

export const groupPart = ({ total }: Told, quantity: Quantity, group: Group): Part => ({
  quantity,
  role: total.diff.role,
  culprit: group.culprit,
  perRound: group.grown,
})

export const totalPart = ({ total }: Told): Part => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  culprit: null,
  perRound: total.excess,
})
