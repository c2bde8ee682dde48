import type { Point, Series } from '../series.ts'
import { deviations } from '../steps/noise.ts'
import { meanOf } from '../steps/steps.ts'

/** What became of one total since then; growth an operation. */
export interface Drift {
  readonly series: Series
  readonly then: Point
  readonly now: Point
  readonly from: number
  readonly to: number
  /** Half of the 99 % interval of the difference. */
  readonly noise: number
  /** How much more it may be. */
  readonly allowed: number
  readonly verdict: 'within' | 'beyond'
}

/** Nothing can be said of these: no record of them is old enough. */
export interface Unknown {
  readonly series: Series
  readonly verdict: 'unknown'
}

/**
 * Which record stands for the time since when drift counts, by its index in a series; null: none is so old.
 */
export type Anchor = (points: readonly Point[]) => number | null

/** Records that are taken together, at both ends: one run alone may lie far off. */
const together = 3

/**
 * How far each total that can fail has drifted beyond `share` of what it grew by then.
 * Where nothing grew then that could be told from noise, a share of it would be noise as well:
 * there growth may reach that floor.
 */
export function judgeDrift(
  all: readonly Series[],
  { anchor, share }: { readonly anchor: Anchor; readonly share: number },
): readonly (Drift | Unknown)[] {
  return all
    .filter(({ points }) => points.at(-1)?.budget != null)
    .map((series) => {
      const at = anchor(series.points)
      return at === null ? { series, verdict: 'unknown' } : driftOf(series, at, share)
    })
}

function driftOf(series: Series, at: number, share: number): Drift | Unknown {
  const { points } = series
  const [then, now] = [points[at], points.at(-1)]
  if (then === undefined || now === undefined) return { series, verdict: 'unknown' }
  const values = points.map(({ growth }) => growth)
  const noise = deviations(points)
  const before = meanOf(values, noise, { from: Math.max(0, at - together + 1), to: at + 1 })
  const last = { from: Math.max(at + 1, points.length - together), to: points.length }
  const after = last.from < last.to ? meanOf(values, noise, last) : before
  const wide = Math.hypot(before.noise, after.noise)
  const grew = before.growth > Math.max(then.floor, before.noise)
  const allowed = grew ? share * before.growth : then.floor
  const beyond = after.growth - before.growth - wide > allowed
  const ends = { from: before.growth, to: after.growth, noise: wide, allowed }
  return { series, then, now, ...ends, verdict: beyond ? 'beyond' : 'within' }
}

/** The newest record that is at least so many days older than `now`. */
export const daysBefore =
  (days: number, now: Date): Anchor =>
  (points) =>
    lastIndex(points, ({ committed }) => Date.parse(committed) <= now.getTime() - days * 24 * 3_600_000)

/** The newest record of a commit that is no younger than this. */
export const asOldAs =
  (time: string): Anchor =>
  (points) =>
    lastIndex(points, ({ committed }) => Date.parse(committed) <= Date.parse(time))

/** The newest record of one of these commits: those that a release holds. */
export const amongCommits =
  (commits: ReadonlySet<string>): Anchor =>
  (points) =>
    lastIndex(points, ({ commit }) => commits.has(commit))

function lastIndex(points: readonly Point[], is: (point: Point) => boolean): number | null {
  const at = points.findLastIndex(is)
  return at < 0 ? null : at
}

/** pass: nothing drifted beyond. inconclusive: nothing is known, or not of every total. */
export function driftVerdict(drifts: readonly (Drift | Unknown)[]): 'pass' | 'fail' | 'inconclusive' {
  if (drifts.some(({ verdict }) => verdict === 'beyond')) return 'fail'
  return drifts.length === 0 || drifts.some(({ verdict }) => verdict === 'unknown') ? 'inconclusive' : 'pass'
}
