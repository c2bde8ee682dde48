import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isLiving, isOurs, ownerOf, ownPrefix, temporary } from '../../checkout/worktree/temporary.ts'
import type { Log } from '../../log.ts'
import { timeLimits } from '../../time-limits.ts'
import { abandonedTrials, endProcesses } from './processes.ts'

/**
 * Ends the processes, and removes the sockets, of runs that were killed before they could do so themselves.
 * Linux only; elsewhere there are none.
 */
export async function clearOrphans(log: Log): Promise<void> {
  if (process.platform !== 'linux') return
  const trials = abandonedTrials()
  for (const trial of trials) await endProcesses({ trial }, timeLimits.grace)
  if (trials.length > 0) log.detail('Ended the processes that a killed run of leakdiff had left.', [])
  const folders = readdirSync(temporary('short')).filter(isAbandoned)
  await Promise.all(
    folders.map((name) => rm(join(temporary('short'), name), { recursive: true, force: true })),
  )
}

/**
 * A new folder for the sockets of one trial, named by its owner's pid: a short path, the limit is 104 bytes.
 */
export function openSockets(): Promise<string> {
  return mkdtemp(join(temporary('short'), ownPrefix('sockets')))
}

function isAbandoned(name: string): boolean {
  const owner = ownerOf('sockets', name)
  return owner !== null && !isLiving(owner) && isOurs(join(temporary('short'), name))
}
