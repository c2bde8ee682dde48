import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The longest folder in which a unix socket still has room for its name: its whole path has 104 bytes. */
const shortPath = 60

/** Where folders of a run are made. Build tools break on spaces; sockets want a `short` path besides. */
export function temporary(short: 'short' | 'any'): string {
  const folder = realpathSync(tmpdir())
  return /\s/.test(folder) || (short === 'short' && folder.length > shortPath) ? '/tmp' : folder
}

/**
 * Folders of a run, named by the pid of the leakdiff that made them,
 * so that a later one knows whose they were.
 */
const names = {
  /** Worktrees and trials. */
  work: { prefix: 'leakdiff-', radix: 10, pattern: /^leakdiff-([0-9]+)-[A-Za-z0-9]{6}$/ },
  /** Sockets, whose paths must be short. */
  sockets: { prefix: 'ld-', radix: 36, pattern: /^ld-([0-9a-z]{1,5})-[A-Za-z0-9]{6}$/ },
} as const

type Kind = keyof typeof names

/** What `mkdtemp` wants for a folder of this process. */
export const ownPrefix = (kind: Kind): string =>
  `${names[kind].prefix}${process.pid.toString(names[kind].radix)}-`

/** The pid in the name of a folder of ours; null for other names. */
export function ownerOf(kind: Kind, name: string): number | null {
  const pid = names[kind].pattern.exec(name)?.[1]
  return pid === undefined ? null : Number.parseInt(pid, names[kind].radix)
}

/** Anybody can make a folder of such a name in a shared /tmp. */
export function isOurs(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  return stats?.isDirectory() === true && stats.uid === process.getuid?.()
}

/** Whether there is a process of this pid that has not ended: a zombie has. */
export function isLiving(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return process.platform !== 'linux' || !isZombie(pid)
}

function isZombie(pid: number): boolean {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /^[ZX]/.test(text.slice(text.lastIndexOf(')') + 2))
  } catch {
    return true // ended meanwhile
  }
}
