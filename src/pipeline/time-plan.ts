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
  /** Rounds of a first trial, which are the fewest, and of a confirming one, which are the most. */
  readonly rounds: { readonly first: number; readonly confirm: number }
  /** Milliseconds left for trials; null: no limit. */
  readonly left: number | null
}

/** Seconds that a confirming trial takes besides its rounds: the shortest drain, start and stop. */
const besides = 8

/** Rounds are dropped before trials are: a shorter confirming trial decides less, none decides nothing. */
export function planConfirming({ trials, warmup, rounds, left }: TimeRequest): ConfirmingPlan {
  if (left === null) return { rounds: rounds.confirm }
  const perRound = trials
    .filter((trial) => trial.stage === 'first')
    .map((trial) => secondsARound(trial, warmup))
  const seconds = (count: number) =>
    perRound.reduce((sum, one) => sum + one * (warmup + count + idleRounds) + besides, 0)
  for (let count = rounds.confirm; count >= rounds.first; count--) {
    if (seconds(count) * 1000 <= left) return { rounds: count }
  }
  return { missing: seconds(rounds.confirm) * 1000 - left }
}

const secondsARound = (trial: Trial, warmup: number): number =>
  trial.seconds / (warmup + Math.max(1, trial.rounds.length))

/** Whether the diagnostic run of a red head fits into what is left. */
export function hasTimeToDiagnose({ trials, warmup, left }: Omit<TimeRequest, 'rounds'>): boolean {
  const head = trials.find((trial) => trial.side === 'head' && trial.stage === 'first')
  if (left === null || head === undefined) return true
  return 1000 * (secondsARound(head, warmup) * (warmup + diagnosticRounds + idleRounds) + besides) <= left
}
