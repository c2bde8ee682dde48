import type { Clock } from '../../src/measure/process/waiting.ts'

/** A clock that only pauses move, and readings of what a script says is there at each of its milliseconds. */
export function scripted<R>(script: (milliseconds: number) => R): { clock: Clock; read: () => Promise<R> } {
  let now = 0
  const pause = async (milliseconds: number): Promise<void> => {
    now += milliseconds
  }
  return { clock: { now: () => now, pause }, read: async () => script(now) }
}
