import { InconclusiveError } from '../../errors.ts'

/** Aborts on the first SIGINT or SIGTERM; a second one ends the process at once. */
export interface Interrupt extends Disposable {
  readonly signal: AbortSignal
}

let stopped: Error | null = null

/**
 * Why the process was asked to stop, once it was: whatever fails after that, git that had the same signal for
 * one, failed for that reason.
 */
export const interruption = (): Error | null => stopped

/** Listens until disposed. */
export function onInterrupt(): Interrupt {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      process.exit(130)
    }
    const remedy = 'Nothing is left behind. Run it again for a verdict.'
    stopped = new InconclusiveError('interrupted', `Stopped by ${name} before there was a verdict.`, remedy)
    controller.abort(stopped)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  }
}
