import { callerOf, textOf } from '../attribute/adder.ts'
import type { Starters } from '../live/tasks.ts'
import { virtualThread } from '../live/virtual-threads.ts'
import type { OldObject, Recording } from '../recording/recording.ts'

/**
 * Who started each thread, as it was recorded. Of virtual threads nothing is recorded: where all of them that
 * were sampled were made by one call, that made the others too.
 */
export function startersIn(recording: Recording | null, young: readonly OldObject[]): Starters {
  const byId = new Map(recording?.threads.map(({ id, parent, stack }) => [id, { stack, parent }]))
  const made = young
    .filter(({ stack, type }) => type === virtualThread && stack.length > 0)
    .map(({ stack }) => callerOf(stack))
  const [one] = made
  const ofVirtual =
    one !== undefined && new Set(made.map(textOf)).size === 1 ? { stack: one, parent: 0 } : undefined
  return ({ id, state }) => byId.get(id) ?? (state === 'virtual thread' ? ofVirtual : undefined)
}
