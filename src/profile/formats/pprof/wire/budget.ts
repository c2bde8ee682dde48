import { FormatError } from '../../../../errors.ts'
import { tooLarge } from '../refusal.ts'

/**
 * Bytes of memory that one profile may still take: what counts is what a file becomes, not how long it is.
 */
export interface Budget {
  left: number
}

/** Together with what is read of a second profile, a process stays below 1 GB. */
const most = 800e6

export function budgetOf(bytes: Uint8Array): Budget {
  return { left: most - bytes.length }
}

/** Throws FormatError, `not-supported`, when the profile would take more than the budget. */
export function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes
  if (budget.left < 0) throw tooLarge()
}

export function isRefusal(error: unknown): boolean {
  return error instanceof FormatError && error.kind === 'not-supported'
}
