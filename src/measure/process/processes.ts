import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isLiving, ownerOf } from '../../checkout/worktree/temporary.ts'
import { UserError } from '../../errors.ts'

/**
 * What is asked of the operating system about processes stands in this file and `usage.ts`. Linux only: it
 * reads /proc.
 */

export interface ProcessInfo {
  readonly pid: number
  readonly parent: number
  readonly session: number
  /** Clock ticks since boot; with the pid it names a process for good. */
  readonly startTime: number
  readonly arguments: readonly string[]
}

/** Throws a UserError where processes cannot be measured. */
export function assertMeasurable(platform: string = process.platform): void {
  if (platform !== 'linux') {
    throw new UserError(
      `Measuring needs Linux: processes are read from /proc, which ${platform} does not have.`,
      'Run it on a Linux runner (`runs-on: ubuntu-latest`) or in a Linux container; `leakdiff diff` and `leakdiff report` work here.',
    )
  }
  if (readFields('self') === null) {
    throw new UserError(
      '/proc cannot be read, and processes are measured from it.',
      'Mount /proc in this container.',
    )
  }
}

/**
 * Starts `bash -eo pipefail -c command` as leader of a session of its own, so that a ^C of the terminal does
 * not reach it. Output is piped; standard input is empty.
 */
export function startShell(
  command: string,
  directory: string,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn('bash', ['-eo', 'pipefail', '-c', command], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Which processes are meant: all of a trial, or only those under one of its commands. */
export interface Selection {
  readonly trial: string
  readonly command?: string
}

/**
 * Living processes that carry the trial in their environment, with their descendants and the rest of their
 * sessions: a program may overwrite its environment (process titles) or hand on a clean one.
 */
export function findProcesses(selection: Selection): readonly ProcessInfo[] {
  const living = listLiving()
  const found = new Set(living.filter((p) => carries(p.pid, selection)).map((p) => p.pid))
  const sessions = new Set(living.filter((p) => found.has(p.pid)).map((p) => p.session))
  sessions.delete(readFields('self')?.session ?? -1)
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const p of living) if (sessions.has(p.session) || found.has(p.parent)) found.add(p.pid)
  }
  return living.filter((p) => found.has(p.pid)).flatMap((p) => readProcess(p.pid) ?? [])
}

/**
 * Ends them: SIGTERM, SIGKILL after `grace` ms, until none is left. Returns the pids that could not be ended.
 */
export async function endProcesses(selection: Selection, grace: number): Promise<readonly number[]> {
  const terminated = new Map<number, ProcessInfo>()
  const began = performance.now()
  for (;;) {
    const elapsed = performance.now() - began
    const found = new Map(findProcesses(selection).map((p) => [p.pid, p]))
    // Of one that ends the environment is gone first, and its last thread closes what it listens on.
    for (const one of terminated.values()) if (isAlive(one)) found.set(one.pid, one)
    if (found.size === 0 || elapsed > grace + 5000) return [...found.keys()]
    for (const [pid, one] of found) {
      if (elapsed >= grace) kill(pid, 'SIGKILL')
      else if (!terminated.has(pid)) kill(pid, 'SIGTERM')
      terminated.set(pid, one)
    }
    await sleep(20)
  }
}

/**
 * Trials whose leakdiff has ended without ending them: it was killed. Its pid stands in the name of the
 * folder in which their scratch lies; a pid of another namespace (a container's) says nothing here.
 */
export function abandonedTrials(): readonly string[] {
  const own = readLink('/proc/self/ns/pid')
  const trials = listLiving().flatMap(({ pid }) => {
    if (readLink(`/proc/${pid}/ns/pid`) !== own) return []
    const environment = readEnvironment(pid)
    const folders = environment?.get('LEAKDIFF_DIR')?.split('/') ?? []
    const owner = folders.map((name) => ownerOf('work', name)).find((pid) => pid !== null) ?? null
    return owner === null || isLiving(owner) ? [] : (environment?.get('LEAKDIFF_TRIAL') ?? [])
  })
  return [...new Set(trials)].filter((trial) => trial !== process.env.LEAKDIFF_TRIAL)
}

/** For the last moment of our own life, when nothing can be awaited. */
export function killProcesses(selection: Selection): void {
  for (const { pid } of findProcesses(selection)) kill(pid, 'SIGKILL')
}

/** The process as it stands now; null when it has ended (a zombie without threads has). */
export function readProcess(pid: number): ProcessInfo | null {
  const fields = readFields(pid)
  const line = fields && readText(`/proc/${pid}/cmdline`)
  if (!fields || line === null) return null
  const words = line.replace(/\0+$/, '').split('\0')
  return { ...fields, arguments: words[0] === '' ? [] : words }
}

/** True while this very process lives: another one with its pid is not it. */
export function isAlive(info: Pick<ProcessInfo, 'pid' | 'startTime'>): boolean {
  return readFields(info.pid)?.startTime === info.startTime
}

/** A process whose first thread has ended tells it by those that live. */
function environmentText(pid: number): string {
  const own = readText(`/proc/${pid}/environ`)
  // The kernel's own have none either, and are many.
  if (own || !/\) Z /.test(readText(`/proc/${pid}/stat`) ?? '')) return own ?? ''
  const texts = threadsOf(pid).map((thread) => readText(`/proc/${pid}/task/${thread}/environ`))
  return texts.find(Boolean) ?? ''
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return [] // it has ended
  }
}

/** The environment with which the process was started; null when it may not be read. */
export function readEnvironment(pid: number): ReadonlyMap<string, string> | null {
  const text = readText(`/proc/${pid}/environ`)
  if (text === null) return null
  const entries = text.split('\0').filter((e) => e.includes('='))
  return new Map(entries.map((e) => [e.slice(0, e.indexOf('=')), e.slice(e.indexOf('=') + 1)]))
}

function carries(pid: number, { trial, command }: Selection): boolean {
  const environment = environmentText(pid)
  if (!environment.includes(trial)) return false
  const entries = environment.split('\0')
  return (
    entries.includes(`LEAKDIFF_TRIAL=${trial}`) &&
    (!command || entries.includes(`LEAKDIFF_COMMAND=${command}`))
  )
}

function listLiving(): readonly Omit<ProcessInfo, 'arguments'>[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readFields(name) ?? []) : []))
}

// proc_pid_stat(5): the name in parentheses may hold anything, so fields are counted from the last `)`.
function readFields(pid: number | string): Omit<ProcessInfo, 'arguments'> | null {
  const text = readText(`/proc/${pid}/stat`)
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // What stands for the process is a zombie as soon as its first thread has ended: others may live.
  const ended = fields[0] === 'X' || (fields[0] === 'Z' && Number(fields[17]) <= 1)
  const [parent, session, startTime] = [Number(fields[1]), Number(fields[3]), Number(fields[19])]
  return ended ? null : { pid: Number.parseInt(text, 10), parent, session, startTime }
}

/** A file of /proc; null when its process has ended, or is another user's. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Where a link of /proc leads; null as of `readText`. */
export function readLink(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

function kill(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile; whether any is left is looked at again.
  }
}
