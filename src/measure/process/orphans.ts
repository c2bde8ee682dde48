import { lstatSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../log.ts'
import { abandonedTrials, endProcesses, isLiving } from './processes.ts'

/**
 * Ends the processes, and removes the sockets, of runs that were killed before they could do so themselves.
 * Linux only; elsewhere there are none.
 */
export async function clearOrphans(log: Log): Promise<void> {
  if (process.platform !== 'linux') return
  const trials = abandonedTrials()
  for (const trial of trials) await endProcesses({ trial }, 2000)
  if (trials.length > 0) log.detail('Ended the processes that a killed run of leakdiff had left.', [])
  const folders = readdirSync(temporary()).filter(isAbandoned)
  await Promise.all(folders.map((name) => rm(join(temporary(), name), { recursive: true, force: true })))
}

/**
 * A new folder for the sockets of one trial, named by its owner's pid: a short path, the limit is 104 bytes.
 */
export function openSockets(): Promise<string> {
  return mkdtemp(join(temporary(), `ld-${process.pid.toString(36)}-`))
}

const socketsName = /^ld-([0-9a-z]{1,5})-[A-Za-z0-9]{6}$/
const shortPath = 60

function temporary(): string {
  return tmpdir().length > shortPath ? '/tmp' : tmpdir()
}

/** Anybody can make a folder of this name in a shared /tmp. */
function isAbandoned(name: string): boolean {
  const [, pid] = socketsName.exec(name) ?? []
  if (pid === undefined || isLiving(Number.parseInt(pid, 36))) return false
  const stats = lstatSync(join(temporary(), name), { throwIfNoEntry: false })
  return stats?.isDirectory() === true && stats.uid === process.getuid?.()
}
