import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Workload } from '../../configure/config.ts'
import { expand } from '../../configure/expand.ts'
import { debug } from '../../debug.ts'
import type { Probe } from '../../runtimes/probe.ts'
import type { Runtime } from '../../runtimes/runtime.ts'
import { debugProbe } from '../process/debug-probe.ts'
import type { ProgramName } from '../process/environment.ts'
import { findProcesses, isAlive, type ProcessInfo, readProcess } from '../process/processes.ts'
import { listenersOn } from '../process/usage.ts'
import { endpointName } from './endpoint-name.ts'
import { isWrapper, nameProcesses, type RoleContext, type RoleProcess } from './roles.ts'

/**
 * One thing that is measured: a process, with the probes that answer for it, or an endpoint whose process is
 * not seen.
 */
export interface Member {
  readonly named: RoleProcess
  /** null: an endpoint of a process that is not ours, in a container for one. */
  readonly process: ProcessInfo | null
  readonly started: boolean
  /** Several where a process has several heaps (worker threads); none: seen from /proc alone. */
  readonly probes: readonly Probe[]
  /**
   * Folder of a container's that has the same path there and here: its probe can write nowhere else. null: it
   * sees what we see.
   */
  readonly shared: string | null
}

export interface Discovery {
  /** Who lives now, with probes that have appeared since. */
  readonly take: () => Promise<readonly Member[]>
  readonly close: () => Promise<void>
}

export interface DiscoveryRequest {
  readonly trial: string
  /** Whose processes are measured. */
  readonly command: ProgramName
  /** Directory in which probes open their sockets. */
  readonly sockets: string
  readonly runtime: Runtime
  readonly workload: Pick<Workload, 'profiles' | 'measure' | 'shown'>
  readonly environment: Readonly<Record<string, string>>
  readonly context: RoleContext
  /** Answers for the started process, or for what is not seen where there is none. */
  readonly own?: Probe
}

export function createDiscovery(request: DiscoveryRequest): Discovery {
  const sockets = createSocketProbes(request)
  const endpoints = createEndpointProbes(request)
  const containers = createContainerProbes(request)
  const parents = new Map<string, RoleProcess | null>()
  const tell = createTeller()
  let started: string | null = null
  const take = async (): Promise<readonly Member[]> => {
    await sockets.look()
    const found = withProcesses(
      findProcesses({ trial: request.trial, command: request.command }),
      sockets.pids(),
    )
    const named = nameProcesses(found, request.context)
    const processes = found.flatMap((info) => {
      const fresh = isWrapper(info) ? undefined : named.get(info.pid)
      if (!fresh) return []
      // A parent that ended leaves its children to another: what they are does not change by that.
      if (!parents.has(fresh.key)) parents.set(fresh.key, fresh.parent)
      return [{ info, named: { ...fresh, parent: parents.get(fresh.key) ?? null } }]
    })
    // What `start` runs before the program itself (a migration, a copy) may be met here, and ends.
    if (!processes.some((p) => p.named.key === started)) started = firstStarted(processes)
    const answering = [
      ...(await endpoints.look(processes.map((p) => p.info))),
      ...ownProbe(request, processes.find((p) => p.named.key === started)?.info.pid ?? null),
    ]
    const members = processes.map((p) => ({
      named: p.named,
      process: p.info,
      started: p.named.key === started,
      probes: [
        ...sockets.of(p.info.pid),
        ...answering.flatMap((e) => (e.pid === p.info.pid ? [e.probe] : [])),
      ],
      shared: null,
    }))
    const distant = answering.filter((e) => !processes.some((p) => p.info.pid === e.pid)).map(distantMember)
    const all = [...members, ...distant, ...(await containers.look())]
    tell(all)
    return request.workload.measure === 'started' ? members.filter((m) => m.started) : all
  }
  const close = async (): Promise<void> => {
    await Promise.allSettled(
      [...sockets.all(), ...endpoints.all(), ...containers.all()].map((probe) => probe.close()),
    )
  }
  return { take, close }
}

/** Tells whoever debugs of each process, once, and again when its probes are others. */
function createTeller(): (members: readonly Member[]) => void {
  const told = new Map<string, number>()
  return (members) => {
    for (const { named, probes, process, started } of members) {
      if (told.get(named.key) === probes.length) continue
      told.set(named.key, probes.length)
      const what = `${named.name}${started ? ', the started one' : ''}, ${probes.length} probes`
      debug('process', () => `${process === null ? 'not seen here' : `pid ${process.pid}`}: ${what}`)
    }
  }
}

// A process whose environment was overwritten and that left its session is still known by its socket.
function withProcesses(found: readonly ProcessInfo[], pids: readonly number[]): readonly ProcessInfo[] {
  const missing = pids.filter((pid) => !found.some((p) => p.pid === pid))
  return [...found, ...missing.flatMap((pid) => readProcess(pid) ?? [])]
}

/** The first process under `start` that is no wrapper. */
function firstStarted(
  processes: readonly { readonly info: ProcessInfo; readonly named: RoleProcess }[],
): string | null {
  const top = processes.filter((p) => p.named.parent === null)
  top.sort((a, b) => a.info.startTime - b.info.startTime || a.info.pid - b.info.pid)
  return top[0]?.named.key ?? null
}

const distantMember = ({ name, probe }: EndpointProbe): Member => unseen(name, [probe], null)

/** What runs where its processes cannot be seen. */
function unseen(name: string, probes: readonly Probe[], shared: string | null): Member {
  return { named: { key: name, name, parent: null }, process: null, started: false, probes, shared }
}

interface SocketProbe {
  readonly owner: ProcessInfo
  readonly probe: Probe
}

function createSocketProbes({ sockets, runtime }: DiscoveryRequest) {
  const known = new Map<string, SocketProbe>()
  const forget = async (file: string): Promise<void> => {
    const probe = known.get(file)?.probe
    known.delete(file)
    await probe?.close().catch(() => {}) // what it spoke with has ended, and the connection with it
  }
  const meet = async (file: string): Promise<void> => {
    const pid = runtime.socketPid(file)
    const owner = pid === null || known.has(file) ? null : readProcess(pid)
    if (!owner) return
    // A socket file is there a moment before anybody listens; it is looked at again at the next discovery.
    const probe = await runtime.connect({ kind: 'socket', path: join(sockets, file) }).catch(() => null)
    if (probe) known.set(file, { owner, probe: debugProbe(file, probe) })
  }
  const ofProcess = (pid: number) => [...known].filter(([, s]) => s.owner.pid === pid && isAlive(s.owner))
  const hasEnded = async (file: string, { owner }: SocketProbe): Promise<boolean> => {
    if (!isAlive(owner)) return true
    // One of several heaps of a process (a worker thread) may end alone.
    return ofProcess(owner.pid).length > 1 && !(await listens(join(sockets, file)))
  }
  const look = async (): Promise<void> => {
    for (const [file, probe] of [...known]) if (await hasEnded(file, probe)) await forget(file)
    await Promise.all(readdirSync(sockets).map(meet))
  }
  return {
    look,
    of: (pid: number) => ofProcess(pid).map(([, s]) => s.probe),
    pids: () => [...new Set([...known.values()].map((s) => s.owner.pid))],
    all: () => [...known.values()].map((s) => s.probe),
  }
}

function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

interface EndpointProbe {
  readonly name: string
  readonly pid: number | null
  readonly probe: Probe
}

function createEndpointProbes({ workload, runtime, environment }: DiscoveryRequest) {
  const known = new Map<string, Probe>()
  const look = async (processes: readonly ProcessInfo[]): Promise<readonly EndpointProbe[]> => {
    const found: EndpointProbe[] = []
    for (const endpoint of workload.profiles) {
      const url = expand(endpoint.url, environment)
      const probe = known.get(url) ?? debugProbe(url, await runtime.connect({ kind: 'url', url }))
      known.set(url, probe)
      const pid = probe.pid ?? listener(url, processes)
      // The port differs from trial to trial, the name must not: it stays as the user wrote it.
      found.push({ name: endpointName(workload, endpoint), pid, probe })
    }
    return found
  }
  return { look, all: () => [...known.values()] }
}

function ownProbe({ own }: DiscoveryRequest, pid: number | null): readonly EndpointProbe[] {
  return own === undefined ? [] : [{ name: 'snapshot', pid, probe: own }]
}

function listener(url: string, processes: readonly ProcessInfo[]): number | null {
  const { port, protocol } = new URL(url)
  const listeners = listenersOn(Number(port || (protocol === 'https:' ? 443 : 80)), processes)
  // Those that inherited the socket listen too: the eldest opened it.
  return [...listeners].sort((a, b) => a.startTime - b.startTime)[0]?.pid ?? null
}

/**
 * A folder among the sockets is mounted into a container and names its role: the pids in it are the
 * container's own.
 */
function createContainerProbes({ sockets, runtime }: DiscoveryRequest) {
  const known = new Map<string, Probe>()
  const meet = async (path: string): Promise<Probe | null> => {
    // A socket file is there a moment before anybody listens; it is looked at again at the next discovery.
    const probe = known.get(path) ?? (await runtime.connect({ kind: 'socket', path }).catch(() => null))
    if (probe) known.set(path, probe)
    return probe
  }
  const look = async (): Promise<readonly Member[]> => {
    const folders = readdirSync(sockets, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const members = await Promise.all(
      folders.map(async ({ name }) => {
        const folder = join(sockets, name)
        const files = readdirSync(folder).filter((file) => runtime.socketPid(file) !== null)
        const probes = await Promise.all(files.map((file) => meet(join(folder, file))))
        const answering = probes.flatMap((probe) => probe ?? [])
        return answering.length === 0 ? [] : [unseen(name, answering, folder)]
      }),
    )
    return members.flat()
  }
  return { look, all: () => [...known.values()] }
}
