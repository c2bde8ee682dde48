import { basename } from 'node:path'
import type { Unreachable } from '../../runtime.ts'

const closed: Unreachable = {
  why: 'it runs with -XX:+DisableAttachMechanism, which has its JVM answer nobody',
  remedy: 'Start it without -XX:+DisableAttachMechanism while it is measured.',
}

/** Options that keep every question out. */
export function unreachable(words: readonly string[]): Unreachable | null {
  const [program = '', ...rest] = words
  if (basename(program) !== 'java') return null
  return rest.includes('-XX:+DisableAttachMechanism') ? closed : null
}
