import type { SiteDiff, TrialGrowth } from '../../diff/comparison.ts'
import type { Quantity } from '../../profile/profile.ts'
import { fixedShare, kinShare } from '../constants.ts'
import { rateOf } from '../rates.ts'
import { shapeOf } from '../shape.ts'
import type { Finding, JudgedTotal, Part, Ruling, Slope } from '../verdict.ts'
import { type Group, growingGroups, moreThanBase, type Naming } from './groups.ts'
import { measureOf, type Told } from './story.ts'

/**
 * The finding of a group of sites, behind the total that it explains: with the figure of that total where
 * no other finding shares it.
 */
export function fromGroup(names: Naming, told: Told, group: Group, shared: boolean): Finding {
  const found = ofSites(told, group)
  const finding =
    found.ruling === 'fixed' && !hasFallen(told.total, -found.excess) ? elsewhere(names, told, found) : found
  return shared ? finding : { ...finding, ...figures(told, finding.ruling, finding.own) }
}

type Figures = Pick<Finding, 'base' | 'head' | 'excess' | 'own'>

/** The figures of a total, of which the sites that are told make `own`; null: nobody knows how much. */
function figures({ total }: Told, ruling: Ruling, own: number | null): Figures {
  const { base, head, more } = total.figure ?? { base: null, head: none, more: total.excess }
  const past = ruling === 'existing' || ruling === 'fixed'
  const excess = past ? head.perRound - (base?.perRound ?? 0) : more
  const whole = ruling === 'existing' ? head.perRound : Math.abs(excess)
  return { base, head, excess, own: Math.min(own ?? whole, whole) }
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
  return { ...is, ruling: 'existing', base: was.base, excess: is.excess + was.excess, own: is.head.perRound }
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
    own: rulingOf(told, was, is) === 'existing' ? is : Math.abs(is - was),
  }
}

const mostKin = 8

/** Stacks that share in the growth: what only stands in the same function says nothing of how to end it. */
const kinOf = ({ story }: Told, { grown, sites }: Group): readonly SiteDiff['stack'][] =>
  sites
    .slice(1, mostKin)
    .filter((site) => measureOf(story).grown(site) >= kinShare * grown)
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
  const { diff, head, base, threshold } = told.total
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
    ...figures(told, ruling, null),
    threshold,
    shape:
      shown === told.total.head ? told.total.shape : shown === null ? 'flat' : shapeOf(shown, threshold ?? 0),
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
  const told = rows.map((trials) => rateOf(trials, manner, threshold ?? 0))
  const known = told.filter((rate) => rate !== null)
  if (known.length === 0) return null
  const sum = (of: (rate: Slope) => number) => known.reduce((all, rate) => all + of(rate), 0)
  const perRound = sum((rate) => rate.perRound)
  if (manner === 'even') return { perRound, low: sum(({ low }) => low), high: sum(({ high }) => high) }
  // Rows that move by themselves.
  const reach = Math.hypot(...known.map((rate) => rate.high - rate.perRound))
  return { perRound, low: perRound - reach, high: perRound + reach }
}

/**
 * A finding of bytes as one of the objects that were judged: theirs is its one figure.
 * How many bytes they are is a part of it, which nobody's name stands behind.
 */
export function inObjects(finding: Finding, told: Told): Finding {
  const { quantity, own, excess, parts, role } = finding
  if (quantity !== 'heap-bytes') return finding
  const counted = unnamed(told)
  return {
    ...counted,
    culprit: finding.culprit,
    site: finding.site,
    inside: finding.inside,
    ...(finding.kin === undefined ? {} : { kin: finding.kin }),
    own: (excess > 0 ? own / excess : 1) * counted.own,
    parts: [{ quantity, role, culprit: null, perRound: excess }, ...parts],
  }
}

/** The groups as parts of a total, never more than all of it: stacks are sampled, and it is not. */
export function groupParts({ story, total }: Told, quantity: Quantity, groups: readonly Group[]) {
  const { base, more } = total.figure ?? { base: null, more: 0 }
  const whole = story === 'past' ? (base?.perRound ?? 0) : more
  const sum = groups.reduce((all, { grown }) => all + grown, 0)
  const scale = sum > whole && whole > 0 && quantity === total.diff.quantity ? whole / sum : 1
  return groups.map(
    ({ culprit, grown, sites }): Part => ({
      ...{ quantity, role: total.diff.role, culprit, perRound: scale * grown },
      ...(sites[0]?.tasks?.state ? { state: sites[0].tasks.state } : {}),
    }),
  )
}

export const totalPart = ({ total }: Told): Part => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  culprit: null,
  perRound: total.figure?.more ?? total.excess,
})
