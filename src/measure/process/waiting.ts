import { setTimeout as sleep } from 'node:timers/promises'
import { InconclusiveError, UserError } from '../../errors.ts'

/** What waiting is done with; a test hands in one that knows no time. */
export interface Clock {
  /** Milliseconds, from any point. */
  readonly now: () => number
  /** Throws what stopped the wait. */
  readonly pause: (milliseconds: number) => Promise<void>
}

/** The real clock; an abort ends every pause at once with the reason of `signal`. */
export function clockUntil(signal: AbortSignal): Clock {
  return { now: () => performance.now(), pause: (milliseconds) => pause(milliseconds, signal) }
}

/** Waits; throws at once when `signal` is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  throwIfAborted(signal)
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    throwIfAborted(signal)
    throw error
  }
}

/**
 * The error for people behind an abort: its own reason when it has one, else that the run was interrupted.
 */
function abortReason(signal: AbortSignal): UserError {
  if (signal.reason instanceof UserError) return signal.reason
  return new InconclusiveError('interrupted', 'The run was interrupted.', 'Run it again.')
}

export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortReason(signal)
}

/** `work`, but no longer than `milliseconds`, then `late()` is thrown; an abort is thrown at once. */
export async function within<T>(
  work: Promise<T>,
  bounds: { readonly milliseconds: number; readonly signal: AbortSignal; readonly late: () => Error },
): Promise<T> {
  const stop = new AbortController()
  const limit = pause(bounds.milliseconds, AbortSignal.any([bounds.signal, stop.signal])).then(() => {
    throw bounds.late()
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    stop.abort()
    limit.catch(() => {}) // its rejection was told by the race, or is the one of our own abort
    work.catch(() => {})
  }
}

/** A duration as the configuration writes it: `250ms`, `10s`, `2m`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds % 60_000 === 0 && milliseconds > 0) return `${milliseconds / 60_000}m`
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`
}
