import { type Quantity, quantities, type Unit } from '../profile/profile.ts'
import type { Site, Trial, TrialFrame } from '../trial/trial.ts'
import { aRound } from './compare.ts'
import { leastSquares } from './growth.ts'

/**
 * What one stack of one role holds, and how it grows, on both sides.
 * Heap values are estimates where the runtime samples.
 */
export interface StackGrowth {
  readonly role: string
  readonly quantity: Quantity
  readonly unit: Unit
  /** Outermost frame first, as head prints them, else base. */
  readonly stack: readonly TrialFrame[]
  readonly base: StackSeries
  readonly head: StackSeries
}

interface StackSeries {
  /**
   * Least-squares slope over the measured rounds, in units one of the workload's own rounds:
   * those of stacks add up to that of their sum, and to no more than their total's.
   */
  readonly perRound: number
  /** Value after the last round, after the drain where there was one. */
  readonly last: number
}

const nothing: StackSeries = { perRound: 0, last: 0 }

/**
 * Every stack of the newest trial of each side, which samples finest, paired by role,
 * quantity and normalised names. A side without trials counts as nothing. For pictures and profiles:
 * nothing is judged by it.
 */
export function stackGrowths(trials: readonly Trial[]): readonly StackGrowth[] {
  const found = new Map<
    string,
    { site: Omit<StackGrowth, Trial['side']> } & Record<Trial['side'], StackSeries>
  >()
  for (const side of ['base', 'head'] as const) {
    const newest = trials.filter((t) => t.side === side).toSorted((a, b) => b.number - a.number)[0]
    if (newest === undefined) continue
    for (const [key, site, series] of sitesOf(newest)) {
      const known = found.get(key) ?? { site, base: nothing, head: nothing }
      found.set(key, { ...known, site: side === 'head' ? site : known.site, [side]: series })
    }
  }
  return [...found.values()].map(({ site, base, head }) => ({ ...site, base, head }))
}

function sitesOf(
  trial: Trial,
): readonly (readonly [string, Omit<StackGrowth, Trial['side']>, StackSeries])[] {
  const rounds = trial.rounds.map(({ sites }) => new Map(sites))
  const end = trial.drained === null ? rounds.at(-1) : new Map(trial.drained.sites)
  const slopes = trial.sites.map(({ role }, index) =>
    leastSquares(
      aRound(
        rounds.map((round) => round.get(index) ?? 0),
        trial.roles[role]?.repeat ?? 1,
      ),
    ),
  )
  const shares = sharesOf(trial, slopes)
  return trial.sites.map((site, index) => {
    const { quantity, role, stack } = site
    const name = trial.roles[role]?.name ?? ''
    const frames = stack.flatMap((frame) => trial.frames[frame] ?? [])
    const key = [name, quantity, ...frames.map((frame) => frame.site)].join('\0')
    const told = { role: name, quantity, unit: quantities[quantity], stack: frames }
    const perRound = (shares.get(keyOf(site)) ?? 1) * (slopes[index] ?? 0)
    return [key, told, { perRound, last: end?.get(index) ?? 0 }]
  })
}

/**
 * What estimates have to be multiplied by so that they come to no more than their total, which is exact, in
 * the same trial; nothing where they do not.
 */
function sharesOf(trial: Trial, slopes: readonly number[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [index, site] of trial.sites.entries())
    sums.set(keyOf(site), (sums.get(keyOf(site)) ?? 0) + (slopes[index] ?? 0))
  const shares = new Map<string, number>()
  for (const total of trial.rounds[0]?.totals ?? []) {
    const sum = sums.get(keyOf(total)) ?? 0
    const series = trial.rounds.flatMap(({ totals }) =>
      totals.filter((one) => keyOf(one) === keyOf(total)).map(({ value }) => value),
    )
    const whole = leastSquares(aRound(series, trial.roles[total.role]?.repeat ?? 1))
    if (series.length === trial.rounds.length && whole > 0 && sum > whole)
      shares.set(keyOf(total), whole / sum)
  }
  return shares
}

const keyOf = ({ quantity, role }: Pick<Site, 'quantity' | 'role'>): string => `${role} ${quantity}`
