import { InconclusiveError } from '../../errors.ts'
import type { Reading } from '../rounds/reading.ts'

/** How many snapshots make a process count; one that answered fewer came and went. */
export const snapshotsToCount = 2

/**
 * Called with each reading: throws when a process that counts has ended, since what it held is gone from the
 * totals. One whose place another has taken may: servers renew their workers, be it the only one.
 * Processes seen from /proc alone are none of the program's own and may come and go.
 */
export function createLivenessCheck(): (reading: Reading, when: string) => void {
  const answers = new Map<
    string,
    { readonly name: string; readonly started: boolean; readonly count: number }
  >()
  return (reading, when) => {
    const probed = reading.map((r) => r.member).filter((m) => m.probes.length > 0)
    for (const [key, { name, started, count }] of answers) {
      if (probed.some((m) => m.named.key === key)) continue
      // The new one may be there before its probe is.
      const replaced = !started && reading.some(({ member }) => member.named.name === name)
      if (!replaced && (started || count >= snapshotsToCount)) throw ended(name, started, when)
      answers.delete(key)
    }
    for (const { named, started } of probed) {
      answers.set(named.key, { name: named.name, started, count: (answers.get(named.key)?.count ?? 0) + 1 })
    }
  }
}

function ended(name: string, started: boolean, when: string): InconclusiveError {
  return new InconclusiveError(
    started ? 'program-ended' : 'role-vanished',
    `\`${name}\` ended by itself ${when}.`,
    started
      ? 'Its last lines are in the log. The program has to live until the last round.'
      : 'Have it live until the last round, or measure the started process alone: `measure: started`.',
  )
}
