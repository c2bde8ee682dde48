import type { Trial } from '../../trial/trial.ts'
import type { TotalResult } from '../result.ts'

/**
 * One trial's values of one total, each less that of its first round; where a measured round held several of
 * the workload's, as if it had held one, as all figures are told.
 */
export interface Curve {
  readonly side: 'base' | 'head'
  /** Counts the trials of a side from 1. */
  readonly trial: number
  readonly points: readonly Point[]
}

export interface Point {
  /** Measured rounds count from 1; the idle phase and the drain come after the last one. */
  readonly round: number
  readonly value: number
  readonly moment: 'round' | 'idle' | 'drain'
}

/** Rounds' width that the idle phase and the drain are given each. */
export const phaseWidth = 1.5

/**
 * The curves of a total: of its trials where they are at hand, else the rounds alone that the result keeps.
 */
export function curvesOf(total: TotalResult, trials: readonly Trial[]): readonly Curve[] {
  // One trial that was left idle shifts the drain of all: phases stand below each other.
  const idles = trials.some(({ idled }) => idled !== undefined)
  const measured = trials.flatMap((trial) => curveOf(total, trial, idles))
  if (measured.length > 0) return measured
  const kept = (side: Curve['side'], series: readonly (readonly number[])[]): readonly Curve[] =>
    series.map((values, i) => ({
      side,
      trial: i + 1,
      points: pointsOf(values, null, null, { idles: false, repeat: 1 }),
    }))
  return [...kept('base', total.base?.series ?? []), ...kept('head', total.head.series)]
}

function curveOf({ quantity, role }: TotalResult, trial: Trial, idles: boolean): readonly Curve[] {
  const index = trial.roles.findIndex(({ name }) => name === role)
  const valueIn = (snapshot: Trial['rounds'][number] | null | undefined): number | null =>
    snapshot?.totals.find((t) => t.role === index && t.quantity === quantity)?.value ?? null
  const values = trial.rounds.map(valueIn).filter((value) => value !== null)
  if (index < 0 || values.length === 0) return []
  const repeat = trial.roles[index]?.repeat ?? 1
  const points = pointsOf(values, valueIn(trial.idled), valueIn(trial.drained), { idles, repeat })
  return [{ side: trial.side, trial: trial.number, points }]
}

function pointsOf(
  values: readonly number[],
  idle: number | null,
  drain: number | null,
  { idles, repeat }: { readonly idles: boolean; readonly repeat: number },
): readonly Point[] {
  const first = values[0] ?? 0
  const rise = (value: number): number => (value - first) / repeat
  const end = values.length
  return [
    ...values.map((value, i) => ({ round: i + 1, value: rise(value), moment: 'round' as const })),
    ...(idle === null ? [] : [{ round: end + phaseWidth, value: rise(idle), moment: 'idle' as const }]),
    ...(drain === null
      ? []
      : [
          {
            round: end + (idles ? 2 : 1) * phaseWidth,
            value: rise(drain),
            moment: 'drain' as const,
          },
        ]),
  ]
}
