import type { Drift, Unknown } from '../../history/drift/judge-drift.ts'
import type { Series } from '../../history/series.ts'
import { levelsOf, type Step, stepsOf } from '../../history/steps/steps.ts'
import { noiseOf, percent, plusMinus, supported } from '../narrative/numbers.ts'
import { type Words, wordsFor } from '../narrative/words.ts'
import type { WorkloadResult } from '../result.ts'

/** What a drift budget has to say of a history. */
interface JudgedDrift {
  /** As it was written: `5 % since v1.4`. */
  readonly budget: string
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  readonly drifts: readonly (Drift | Unknown)[]
}

/** What is shown of a history. */
export interface Trend {
  readonly series: readonly Series[]
  /** null: there is no budget. */
  readonly drift: JudgedDrift | null
  /** What a runtime calls its tasks, by its name. */
  readonly tasks: (runtime: string) => WorkloadResult['tasks']
}

/** One total, with all that is said of it. */
export interface Line {
  readonly series: Series
  readonly words: Words
  readonly steps: readonly Step[]
  /** Where it stands now, and half of that level's 99 % interval; an operation. */
  readonly now: { readonly growth: number; readonly noise: number }
  readonly drift: Drift | Unknown | null
}

/** The totals of one workload and leg, what changed or drifted first. */
export interface Group {
  readonly title: string
  readonly first: Series
  readonly lines: readonly Line[]
}

export function groupsOf({ drift, series, tasks }: Trend): readonly Group[] {
  const groups = new Map<string, Line[]>()
  for (const one of series) {
    const title = one.leg === null ? one.workload : `${one.workload}, ${one.leg}`
    const lines = groups.get(title) ?? []
    lines.push(lineOf(one, drift, tasks))
    groups.set(title, lines)
  }
  return [...groups].flatMap(([title, lines]) => {
    const sorted = lines.toSorted((a, b) => weight(b) - weight(a))
    return sorted[0] === undefined ? [] : [{ title, first: sorted[0].series, lines: sorted }]
  })
}

function lineOf(series: Series, drift: Trend['drift'], tasks: Trend['tasks']): Line {
  const said = tasks(series.runtime)
  const levels = levelsOf(series.points)
  const { growth = 0, noise = 0 } = levels.at(-1) ?? {}
  return {
    series,
    words: wordsFor({ operations: series.operations, ...(said && { tasks: said }) }),
    steps: stepsOf(series.points),
    now: { growth, noise },
    drift: drift?.drifts.find((one) => one.series === series) ?? null,
  }
}

/** What can fail and has done something comes before what only moved. */
function weight({ drift, series, steps }: Line): number {
  const counts = series.points.at(-1)?.budget === null ? 0 : 4
  return (drift?.verdict === 'beyond' ? 8 : 0) + (steps.length > 0 ? 2 + counts : 0) + counts / 8
}

export const shortSha = (sha: string): string => sha.slice(0, 7)
export const dayOf = (time: string): string => time.slice(0, 10)

/**
 * `312 B ± 3.6 B`, beside the name of its total; without the second where it cannot be seen beside the first.
 */
export function withNoise({ series, words }: Line, growth: number, noise: number): string {
  const seen = noiseOf(growth, growth - noise, growth + noise)
  const figure = (value: number) => words.figure(value, series.quantity)
  return `${figure(supported(growth, noise))}${plusMinus(growth, seen, figure)}`
}

/** `100 B → 312 B an operation at 3f2c1ab (2026-03-01), the first measured after 9d8e7f6`. */
export function stepText(line: Line, { before, from, point, to }: Step): string {
  const { series, words } = line
  const ends = `${words.amount(from, series.quantity)} → ${words.amount(to, series.quantity)}`
  const versions =
    before.toolchain === point.toolchain ? '' : `; there ${before.toolchain} became ${point.toolchain}`
  return `${ends} ${each(line)} at ${shortSha(point.commit)} (${dayOf(point.committed)}), the first measured after ${shortSha(before.commit)}${versions}`
}

export const each = ({ words }: Line): string => (words.each === 'round' ? 'a round' : 'an operation')

/** How far it has gone, and how far it might have. */
export function driftText(line: Line, budget: string): string | null {
  const { drift, series, words } = line
  if (drift === null) return null
  if (drift.verdict === 'unknown') return `no record is old enough for ${budget}`
  const more = withNoise(line, drift.to - drift.from, drift.noise)
  const since = `since ${shortSha(drift.then.commit)} (${dayOf(drift.then.committed)})`
  return `${more}${shareOf(drift)} more ${each(line)} ${since}; ${budget} allows ${words.amount(Number(drift.allowed.toPrecision(2)), series.quantity)}`
}

/** As the budget is written, where what grew then can be told from nothing. */
const shareOf = ({ from, then, to }: Drift): string =>
  to > from && from > then.floor ? ` (${percent((to - from) / from)})` : ''
