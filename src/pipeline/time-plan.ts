import { diagnosticRounds } from '../measure/diagnose/diagnostic-run.ts'
import { idleRounds } from '../measure/rounds/idle.ts'
import type { Trial } from '../trial/trial.ts'

/**
 * How long confirming trials may be: as many rounds as time is left for,
 * or how much more it would take for the shortest.
 */
export type ConfirmingPlan = { readonly rounds: number } | { readonly missing: number }

export interface TimeRequest {
  /** All trials so far, the first of each side among them. */
  readonly trials: readonly Trial[]
  readonly warmup: number
  /** Of what a first trial measured, how much is measured again; the rest is run once. */
  readonly share: number
  /** Rounds of a first trial, which are the fewest, and of a confirming one, which are the most. */
  readonly rounds: { readonly first: number; readonly confirm: number }
  /** Milliseconds left for trials; null: no limit. */
  readonly left: number | null
  /** A red will be explained by one more start of head, which needs time of its own. */
  readonly explained: boolean
}

/** Seconds that a confirming trial takes besides its rounds: the shortest drain, start and stop. */
const besides = 8

/**
 * Rounds are dropped before the diagnostic run is, and that before trials are: a shorter confirming trial
 * decides less, none decides nothing, and a red that nobody explains is half a help.
 */
export function planConfirming({
  trials,
  warmup,
  rounds,
  left,
  explained,
  share,
}: TimeRequest): ConfirmingPlan {
  if (left === null) return { rounds: rounds.confirm }
  const perRound = trials
    .filter((trial) => trial.stage === 'first')
    .map((trial) => secondsARound(trial, warmup))
  const times = (count: number) => share * (warmup + count + idleRounds) + (1 - share)
  const seconds = (count: number) => perRound.reduce((sum, one) => sum + one * times(count) + besides, 0)
  const fits = (spare: number): ConfirmingPlan | null => {
    for (let count = rounds.confirm; count >= rounds.first; count--) {
      if (seconds(count) * 1000 <= left - spare) return { rounds: count }
    }
    return null
  }
  const planned = (explained ? fits(diagnosing(trials, warmup)) : null) ?? fits(0)
  if (planned !== null) return planned
  return { missing: seconds(rounds.confirm) * 1000 - left }
}

const secondsARound = (trial: Trial, warmup: number): number =>
  trial.seconds / (warmup + Math.max(1, trial.rounds.length))

/** Whether the diagnostic run of a red head fits into what is left. */
export function hasTimeToDiagnose({
  trials,
  warmup,
  left,
}: Omit<TimeRequest, 'explained' | 'rounds' | 'share'>): boolean {
  return left === null || diagnosing(trials, warmup) <= left
}

/**
 * Milliseconds that the diagnostic run of head takes, by its first trial; 0 when that was not measured here.
 */
function diagnosing(trials: readonly Trial[], warmup: number): number {
  const head = trials.find((trial) => trial.side === 'head' && trial.stage === 'first')
  if (head === undefined) return 0
  return 1000 * (secondsARound(head, warmup) * (warmup + diagnosticRounds + idleRounds) + besides)
}
