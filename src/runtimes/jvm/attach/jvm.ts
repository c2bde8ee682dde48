import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { markerPid } from './marker.ts'

/** A JVM as this machine sees it. */
export interface Jvm {
  /** Here; in a container it knows itself by another one. */
  readonly pid: number
  /** Where it takes commands, in its own file system. */
  readonly socket: string
}

/**
 * The JVM that opened a marker: it keeps the file open, which tells it from one that has the same pid in
 * another container.
 */
export function jvmOf(marker: string): Jvm {
  const inside = markerPid(basename(marker)) ?? 0
  const pid = hasOpen(inside, marker) ? inside : (pidIn(marker, inside) ?? inside)
  return { pid, socket: `/proc/${pid}/root/tmp/.java_pid${innermostPid(pid)}` }
}

function pidIn(marker: string, inside: number): number | null {
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  return pids.find((pid) => innermostPid(pid) === inside && hasOpen(pid, marker)) ?? null
}

/** How a process knows itself: its pid in the innermost namespace. */
function innermostPid(pid: number): number {
  const numbers = /^NSpid:(.*)$/m
    .exec(read(`/proc/${pid}/status`))?.[1]
    ?.trim()
    .split(/\s+/)
  return Number(numbers?.at(-1) ?? pid)
}

function hasOpen(pid: number, path: string): boolean {
  try {
    const { dev, ino } = statSync(path)
    return readdirSync(`/proc/${pid}/fd`).some((name) => {
      const file = statOf(`/proc/${pid}/fd/${name}`)
      return file?.ino === ino && file.dev === dev
    })
  } catch {
    return false // it has ended, or is not ours to look at
  }
}

function statOf(path: string) {
  try {
    return statSync(path)
  } catch {
    return undefined // it was closed meanwhile
  }
}

/** Command line and environment of a process, apart by NUL; '' where they may not be read. */
export const wordsOf = (pid: number): string => read(`/proc/${pid}/cmdline`) + read(`/proc/${pid}/environ`)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
