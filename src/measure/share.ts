import type { Trial } from '../trial/trial.ts'
import { readText } from './process/processes.ts'
import { secondsIn } from './process/usage.ts'
import type { Room } from './room.ts'

/**
 * The first trial of all shows how much of the machine one takes. `living`: CPU seconds of programs that have
 * not ended with it.
 */
export async function withShare(
  run: { room: Room },
  measure: () => Promise<{ readonly trial: Trial; readonly living: number }>,
): Promise<{ readonly trial: Trial }> {
  const before = secondsIn(readText('/proc/self/stat'))?.children
  const { trial, living } = await measure()
  const after = secondsIn(readText('/proc/self/stat'))?.children
  if (run.room.share === null && before !== undefined && after !== undefined && trial.seconds > 0)
    run.room = { ...run.room, share: (after - before + living) / trial.seconds }
  return { trial }
}
