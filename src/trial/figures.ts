import { type Quantity, quantities } from '../profile/profile.ts'
import type { Reason, Trial } from './trial.ts'

/** Totals that a probe of every runtime gives after every round. */
const promised = ['tasks', 'heap-bytes'] as const satisfies readonly Quantity[]

/**
 * Totals that are not there although the runtime promises them: of tasks always,
 * of the heap where any trial of the workload in the same stage has it. What a workload does not measure by
 * its own word (a note says so) is not missed. Absent is not zero: with any of these nothing is decided.
 */
export function absentFigures(trials: readonly Trial[]): readonly Reason[] {
  const judged = trials.filter((trial) => trial.failures.length === 0)
  const isNeeded = (trial: Trial, quantity: Quantity) =>
    quantity === 'tasks' || judged.some((other) => isAlike(other, trial) && holds(other, quantity))
  return judged.flatMap((trial) =>
    promised
      .filter((q) => isNeeded(trial, q) && !isExcused(trial, q) && !isWhole(trial, q))
      .map((q) => absent(trial, q)),
  )
}

/** A runtime may measure more in a confirming trial than in a first one. */
const isAlike = (one: Trial, other: Trial): boolean => one.stage === other.stage

const holds = ({ rounds }: Trial, quantity: Quantity): boolean =>
  rounds.some(({ totals }) => totals.some((total) => total.quantity === quantity))

/**
 * Every round has it of some role that a probe answers for, and no role that had it in one round is without
 * it in another that it has figures in.
 */
function isWhole({ roles, rounds }: Trial, quantity: Quantity): boolean {
  const probed = roles.flatMap((role, index) => (role.seen === 'probe' ? [index] : []))
  if (probed.length === 0) return true
  return rounds.every(({ totals }) => {
    const here = totals.filter((total) => probed.includes(total.role))
    const has = (role: number) => here.some((total) => total.role === role && total.quantity === quantity)
    return (
      here.length > 0 &&
      here.every((total) => has(total.role) || !wasProbed(rounds, total.role, quantity)) &&
      here.some((total) => has(total.role))
    )
  })
}

const wasProbed = (rounds: Trial['rounds'], role: number, quantity: Quantity): boolean =>
  rounds.some(({ totals }) => totals.some((total) => total.role === role && total.quantity === quantity))

const isExcused = ({ notes }: Trial, quantity: Quantity): boolean =>
  notes.some(
    ({ code, text }) =>
      code === 'snapshot-partial' && text.includes(quantity === 'tasks' ? 'No tasks' : 'No heap'),
  )

const absent = ({ number, side, workload }: Trial, quantity: Quantity): Reason => ({
  code: 'figures-absent',
  text: `Trial ${number} of ${side} for \`${workload}\` has no total of ${quantity} (${quantities[quantity]}) after every round, though its runtime gives one.`,
  remedy: 'Measure again, in every job with this version of leakdiff.',
})
