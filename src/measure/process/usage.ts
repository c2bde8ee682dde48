import { readdirSync } from 'node:fs'
import { type ProcessInfo, readLink, readText } from './processes.ts'

/** Figures that every process has, whatever its runtime. */
export interface ProcessUsage {
  /** Resident memory that is no page of a file. */
  readonly rssBytes: number
  readonly threads: number
  /** Open files by kind: socket, pipe, file, eventpoll, … */
  readonly files: ReadonlyMap<string, number>
}

/** Null when the process has ended. Sockets bound below `ownSockets` are ours and are not counted. */
export function readUsage(pid: number, ownSockets: string): ProcessUsage | null {
  const status = readText(`/proc/${pid}/status`)
  const files = countFiles(pid, ownSockets)
  const rss = residentBytes(status ?? '')
  const threads = /^Threads:\s+(\d+)/m.exec(status ?? '')
  if (rss === null || !threads || !files) return null
  return { rssBytes: rss, threads: Number(threads[1]), files }
}

/**
 * Anonymous and shared pages of `/proc/PID/status`. Those of files come and go with the kernel's cache: of an
 * idle program they rise by 4 MB in one round, and nobody holds them. Older kernels tell all in one. What is
 * swapped out is held as much: pages of a leak are never touched again, so they are the first to go.
 */
export function residentBytes(status: string): number | null {
  const kilobytes = (name: string): number | null => {
    const [, value] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status) ?? []
    return value === undefined ? null : Number(value)
  }
  const anonymous = kilobytes('RssAnon')
  const resident = anonymous === null ? kilobytes('VmRSS') : anonymous + (kilobytes('RssShmem') ?? 0)
  return resident === null ? null : (resident + (kilobytes('VmSwap') ?? 0)) * 1024
}

const ticksOfSecond = 100

/**
 * CPU seconds by the text of `/proc/PID/stat`: of the process, and of its children that have ended; null
 * where nobody tells.
 */
export function secondsIn(stat: string | null): { readonly own: number; readonly children: number } | null {
  // Behind the name, which may hold spaces: state is field 3, utime to cstime are 14 to 17.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system, ofUser, ofSystem] = [11, 12, 13, 14].map(
    (field) => Number(fields?.[field]) / ticksOfSecond,
  ) as [number, number, number, number]
  const seconds = { own: user + system, children: ofUser + ofSystem }
  return Number.isFinite(seconds.own + seconds.children) ? seconds : null
}

/** CPU seconds of a living process, and of its children that have ended; 0 where nobody tells. */
export function secondsOfProcess(pid: number): number {
  const { own = 0, children = 0 } = secondsIn(readText(`/proc/${pid}/stat`)) ?? {}
  return own + children
}

/** A TCP socket on which a process accepts connections. */
export interface Listener {
  readonly pid: number
  readonly port: number
  /** An address by which it is reached from this machine, as a URL writes it: `127.0.0.1`, `[::1]`. */
  readonly host: string
}

/** Every listening TCP socket of the processes; a port that several of them share is told once. */
export function listenersOf(processes: readonly ProcessInfo[]): readonly Listener[] {
  const told = new Map<number, Listener>()
  for (const { pid } of processes) {
    const own = new Set(openLinks(pid)?.map(socketInode))
    for (const { address, inode, port } of [...listening(pid, 'tcp'), ...listening(pid, 'tcp6')])
      if (own.has(inode) && !told.has(port)) told.set(port, { pid, port, host: hostOf(address) })
  }
  return [...told.values()]
}

/** Those of the processes that hold a socket listening on the TCP port. */
export const listenersOn = (port: number, processes: readonly ProcessInfo[]): readonly ProcessInfo[] =>
  processes.filter((process) => listenersOf([process]).some((listener) => listener.port === port))

// A line of /proc/net/tcp: `sl local_address rem_address st …`, ten fields up to the inode; state 0A is
// LISTEN.
function listening(pid: number, table: 'tcp' | 'tcp6') {
  const lines = (readText(`/proc/${pid}/net/${table}`) ?? '').split('\n').slice(1)
  return lines
    .map((line) => line.trim().split(/\s+/))
    .flatMap((fields) => {
      const [address = '', port = ''] = fields[1]?.split(':') ?? []
      const inode = fields[9]
      return fields[3] !== '0A' || inode === undefined
        ? []
        : [{ address, port: Number.parseInt(port, 16), inode }]
    })
}

// No address of IPv4 reaches `::1` alone; words of hexadecimal digits in the machine's order of bytes.
const hostOf = (address: string): string =>
  address === '00000000000000000000000001000000' ? '[::1]' : '127.0.0.1'

function countFiles(pid: number, ownSockets: string): ReadonlyMap<string, number> | null {
  const links = openLinks(pid)
  if (!links) return null
  const own = boundBelow(pid, ownSockets)
  const counts = new Map<string, number>()
  for (const link of links) {
    const inode = socketInode(link)
    if (inode && own.has(inode)) continue
    counts.set(kindOf(link), (counts.get(kindOf(link)) ?? 0) + 1)
  }
  return counts
}

// Accepted connections show the path of the socket that accepted them.
function boundBelow(pid: number, directory: string): ReadonlySet<string> {
  const rows = (readText(`/proc/${pid}/net/unix`) ?? '').split('\n').map((line) => line.split(/\s+/))
  return new Set(rows.flatMap((r) => (r[7]?.startsWith(`${directory}/`) && r[6] ? [r[6]] : [])))
}

function openLinks(pid: number): readonly string[] | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => readLink(`/proc/${pid}/fd/${fd}`) ?? [])
  } catch {
    return null // ended, or another user's
  }
}

function kindOf(link: string): string {
  if (link.startsWith('/memfd:')) return 'memfd'
  if (link.startsWith('/dev/')) return 'device'
  if (link.startsWith('/')) return link.endsWith(' (deleted)') ? 'deleted file' : 'file'
  return /^anon_inode:\[?(\w+)/.exec(link)?.[1] ?? /^\w+/.exec(link)?.[0] ?? 'other'
}

function socketInode(link: string): string | undefined {
  return /^socket:\[(\d+)\]$/.exec(link)?.[1]
}
