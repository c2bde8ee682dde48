import type { Workload } from '../configure/config.ts'
import { confirmFactor } from '../judge/constants.ts'
import type { Log } from '../log.ts'
import { noTimeCode } from '../report/narrative/no-time.ts'
import type { Stage } from '../runtimes/runtime.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { hasTimeToDiagnose, planConfirming } from './time-plan.ts'

/** Milliseconds that the trials of earlier workloads have taken. */
export interface TrialClock {
  spent: number
}

export const millisecondsOf = (trials: readonly Trial[]): number =>
  1000 * trials.reduce((sum, trial) => sum + trial.seconds, 0)

/** A fifth for each first trial; what confirms them takes the rest. */
const firstShare = 0.2

export interface Timing {
  /** Milliseconds that the first trial of a suite of tests may take; null: no limit. */
  readonly firstTrial: number | null
  /** Measured rounds of the trial that is about to begin. */
  readonly rounds: (stage: Stage) => number
  /**
   * Whether there is time for one more confirming trial a side, which `trials` call for: of so large a share
   * of what the first measured. Left out: all of it.
   */
  readonly confirm: (trials: readonly Trial[], share?: number) => 'confirm' | 'done'
  /** Whether there is time for the diagnostic run that explains a red. */
  readonly diagnose: (trials: readonly Trial[]) => boolean
  /** Why a suspicion was left as it is; null when time sufficed. */
  readonly reason: () => Reason | null
  readonly notes: () => readonly { readonly code: string; readonly text: string }[]
}

/**
 * Keeps one workload within the `time-limit` of the run: rounds of confirming trials are dropped first,
 * then the trials.
 */
export function timingOf(
  request: { readonly config: { readonly timeLimit: number | null }; readonly log: Log },
  workload: Workload,
  clock: TrialClock,
): Timing {
  const limit = request.config.timeLimit
  const rounds = { first: workload.rounds, confirm: workload.rounds * confirmFactor }
  const state = { confirm: rounds.confirm, missing: 0, diagnosisMissed: false }
  const leftAfter = (trials: readonly Trial[]) =>
    limit === null ? null : limit - clock.spent - millisecondsOf(trials)
  const left = leftAfter([])
  return {
    firstTrial: left === null ? null : left * firstShare,
    rounds: (stage) => (stage === 'first' ? rounds.first : state.confirm),
    confirm: (trials, share = 1) => {
      const plan = planConfirming({
        trials,
        share,
        warmup: workload.warmup,
        rounds,
        left: leftAfter(trials),
        explained: workload.form !== 'run',
      })
      if ('missing' in plan) {
        state.missing = plan.missing
        return 'done'
      }
      state.confirm = plan.rounds
      if (plan.rounds < rounds.confirm) request.log.step(`${plan.rounds} confirming rounds: time-limit`)
      return 'confirm'
    },
    diagnose: (trials) => {
      state.diagnosisMissed = !hasTimeToDiagnose({ trials, warmup: workload.warmup, left: leftAfter(trials) })
      return !state.diagnosisMissed
    },
    reason: () => (limit === null || state.missing === 0 ? null : outOfTime(limit, state.missing)),
    notes: () => [
      ...(state.confirm < rounds.confirm ? [shortened(state.confirm, rounds.confirm)] : []),
      ...(state.diagnosisMissed ? [notDiagnosed] : []),
    ],
  }
}

const minutes = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 60_000))

function outOfTime(limit: number, missing: number): Reason {
  return {
    code: 'out-of-time',
    text: `Something grows, and \`time-limit\` left no time for the longer trials that confirm it.`,
    remedy: `Set \`time-limit: ${minutes(limit + missing)}m\`: about ${minutes(missing)} more minutes are needed.`,
  }
}

const shortened = (made: number, wanted: number) => ({
  code: 'rounds-dropped',
  text: `Confirming trials had ${made} rounds instead of ${wanted}, to stay within \`time-limit\`.`,
})

const notDiagnosed = {
  code: noTimeCode,
  text: 'Who holds it was not looked at: `time-limit` left no time for one more start.',
}
