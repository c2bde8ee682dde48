import { InconclusiveError } from '../../errors.ts'

/** Aborts on the first SIGINT or SIGTERM; a second one ends the process at once. */
export interface Interrupt extends Disposable {
  readonly signal: AbortSignal
}

/**
 * Runs a command that can be stopped. Whatever fails after that, git that had the same signal for one,
 * failed for that reason, which is thrown in its place.
 */
export async function interruptible<T>(command: (signal: AbortSignal) => Promise<T>): Promise<T> {
  using interrupt = onInterrupt()
  const { signal } = interrupt
  try {
    return await command(signal)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}

/** Listens until disposed. */
export function onInterrupt(): Interrupt {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      process.exit(130)
    }
    const remedy = 'Nothing is left behind. Run it again for a verdict.'
    controller.abort(
      new InconclusiveError('interrupted', `Stopped by ${name} before there was a verdict.`, remedy),
    )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  }
}
