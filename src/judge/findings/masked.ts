import type { SiteDiff, TrialGrowth } from '../../diff/comparison.ts'
import { growthOf, slopeNoise } from '../../diff/growth.ts'
import type { Quantity, Unit } from '../../profile/profile.ts'
import { masked } from '../constants.ts'
import { stays } from '../rules/rule.ts'
import type { JudgedTotal, MaskedGrowth } from '../verdict.ts'
import { type Group, groupBy, identity, type Naming, newest, plainSlope } from './groups.ts'

const masking: readonly Quantity[] = ['tasks', 'heap-bytes']

/**
 * Rows that grow by themselves, in every trial of head, while their total does not, because others shrink:
 * one leak in and one out, or a leak inside a shrinking cache. Nothing is judged by it.
 */
export function maskedGrowth(names: Naming, totals: readonly JudgedTotal[]): readonly MaskedGrowth[] {
  return totals.flatMap((total) => {
    const { role, quantity, unit, base, head } = total.diff
    const still = total.standing === 'quiet' || total.standing === 'cleared'
    if (!still || total.threshold === null || base.length === 0 || !masking.includes(quantity)) return []
    const rows = rowsOf(names, role, quantity).map((row) => ({ row, shrunk: shrunkBy(row) }))
    const shrinking = rows.filter(({ shrunk }) => shrunk > 0).sort((a, b) => b.shrunk - a.shrunk)
    const threshold = total.threshold
    return rows
      .filter(({ row }) => row.grown > threshold && growsAlone(row, threshold))
      .flatMap(({ row }) => told(row, { role, quantity, unit, trials: head.length }, shrinking))
  })
}

function told(
  row: Group,
  about: { readonly role: string; readonly quantity: Quantity; readonly unit: Unit; readonly trials: number },
  shrinking: readonly { readonly row: Group; readonly shrunk: number }[],
): readonly MaskedGrowth[] {
  const hiding = shrinking.filter((s) => s.row !== row && s.shrunk >= masked.part * row.grown)
  const hidden = hiding.reduce((sum, { shrunk }) => sum + shrunk, 0)
  const site = row.sites[0]
  if (hidden < masked.hidden * row.grown || site === undefined) return []
  const by = hiding.map((s) => ({ function: nameOf(s.row), perRound: s.shrunk }))
  const base = row.sites.reduce((sum, s) => sum + Math.max(0, plainSlope(s.base)), 0)
  return [{ ...about, function: nameOf(row), base, head: base + row.grown, by }]
}

const nameOf = ({ culprit, sites }: Group): string => culprit?.function ?? sites[0]?.names.at(-1) ?? ''

/** All rows of a total, whichever way they go; `grown` is what head's newest trial grew beyond base's. */
function rowsOf({ comparison, culpritOf }: Naming, role: string, quantity: Quantity): readonly Group[] {
  const sites = comparison.sites.filter((s) => s.role === role && s.quantity === quantity)
  return groupBy(sites, (site) => identity(site, culpritOf(site))).map((same) => {
    const grown = (site: SiteDiff) => plainSlope(site.head) - Math.max(0, plainSlope(site.base))
    const ordered = same.toSorted((a, b) => grown(b) - grown(a))
    const culprit = ordered[0] === undefined ? null : culpritOf(ordered[0])
    return { culprit, sites: ordered, grown: ordered.reduce((sum, site) => sum + grown(site), 0) }
  })
}

/** What a row grew less than on base, or falls by, when sampling does not explain it. */
function shrunkBy({ sites }: Group): number {
  const slope = (side: 'base' | 'head') => sites.reduce((sum, s) => sum + plainSlope(s[side]), 0)
  const noise = Math.hypot(...sites.flatMap((s) => [noiseOf(newest(s.base)), noiseOf(newest(s.head))]))
  const shrunk = Math.max(slope('base') - slope('head'), -slope('head'))
  return shrunk > masked.sigmasDown * noise ? shrunk : 0
}

const noiseOf = (trial: TrialGrowth | null): number => trial?.sampling ?? 0

/**
 * In every trial of head: steadily, beyond its noise and by a quarter more than in any trial of base,
 * and it stays.
 */
function growsAlone({ sites }: Group, threshold: number): boolean {
  const heads = summed(sites.map((s) => s.head))
  const bases = summed(sites.map((s) => s.base))
  const before = Math.max(0, ...bases.map(({ plain }) => plain))
  // Which of two tasks gets stuck is often a race: in another start another share of them stands elsewhere.
  const isCounted = sites.some((s) => s.quantity === 'tasks')
  const noiseBefore = Math.max(0, ...bases.map(({ noise }) => noise))
  return (
    heads.length > 0 &&
    heads.every(
      ({ plain, noise, steady, stayed }) =>
        steady &&
        stayed &&
        plain > (isCounted ? masked.overCounted : masked.over) * before &&
        plain - before > Math.max(threshold, masked.sigmas * Math.hypot(noise, noiseBefore)),
    )
  )
}

interface Sum {
  readonly plain: number
  readonly noise: number
  /** As fast early as late: no cache that fills, none whose oldest entries go. */
  readonly steady: boolean
  readonly stayed: boolean
}

/** The sites of a row, trial by trial. */
function summed(sites: readonly (readonly TrialGrowth[])[]): readonly Sum[] {
  const numbers = [...new Set(sites.flat().map((t) => t.number))]
  return numbers.map((number) => {
    const trials = sites.flatMap((of) => of.filter((t) => t.number === number))
    const series = (trials[0]?.series ?? []).map((_, i) =>
      trials.reduce((sum, t) => sum + (t.series[i] ?? 0), 0),
    )
    const { early, late, plain } = growthOf(series)
    const slower = Math.min(early, late)
    return {
      plain,
      noise: Math.max(slopeNoise(series), Math.hypot(...trials.map(noiseOf))),
      steady: slower > 0 && slower >= masked.evenness * Math.max(early, late),
      stayed: trials.every(stays),
    }
  })
}
