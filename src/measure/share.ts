import type { Trial } from '../trial/trial.ts'
import { readText } from './process/processes.ts'
import { type Room, secondsOfChildren } from './room.ts'

/**
 * The first trial of all shows how much of the machine one takes. `living`: CPU seconds of programs that have
 * not ended with it.
 */
export async function withShare(
  run: { room: Room },
  measure: () => Promise<{ readonly trial: Trial; readonly living: number }>,
): Promise<{ readonly trial: Trial }> {
  const before = secondsOfChildren(readText('/proc/self/stat'))
  const { trial, living } = await measure()
  const after = secondsOfChildren(readText('/proc/self/stat'))
  if (run.room.share === null && before !== null && after !== null && trial.seconds > 0)
    run.room = { ...run.room, share: (after - before + living) / trial.seconds }
  return { trial }
}
