import { basename } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Total } from '../../profile/profile.ts'
import { openLineSocket } from '../line-socket.ts'
import type { Probe, ProbeAddress } from '../probe.ts'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from './protocol.ts'

const socketName = /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/

/**
 * Process id in the name of a probe's socket: `node-12.sock`, of a worker `node-12-w3.sock`, of tests
 * `node-12-t1.sock`; null for other names.
 */
export function socketPid(fileName: string): number | null {
  const pid = socketName.exec(fileName)?.[1]
  return pid === undefined ? null : Number(pid)
}

/** Connect to the probe in one thread of a Node process. Throws UserError when nothing answers there. */
export async function connect(address: ProbeAddress): Promise<Probe> {
  if (address.kind === 'url')
    throw new UserError(
      `A Node program has no profiles to fetch from ${address.url}.`,
      'Leave out `profiles`: leakdiff instruments Node programs by itself.',
    )
  return (await connectProbe(address.path)).probe
}

/** `limit` in milliseconds; null: who asks has a limit of its own. */
type Ask = <K extends keyof ProbeAnswers>(
  request: Extract<ProbeRequest, { do: K }>,
  limit?: number | null,
) => Promise<ProbeAnswers[K]>

const hint = 'Look at the program’s own output: it may have ended, or something keeps its event loop busy.'

/** The same, with all that a probe can be asked. */
export async function connectProbe(path: string): Promise<{ readonly probe: Probe; readonly ask: Ask }> {
  const name = basename(path)
  const socket = await openLineSocket(path, hint)
  const ask: Ask = async <K extends keyof ProbeAnswers>(
    request: Extract<ProbeRequest, { do: K }>,
    limit?: number | null,
  ) => {
    const reply = (await socket.ask(request, limit)) as ProbeReply<K>
    if ('problem' in reply)
      throw new UserError(`The probe ${name} failed to ${request.do}: ${reply.problem}.`, hint)
    return reply.answer
  }
  const probe: Probe = {
    pid: socketPid(name),
    collect: async () => void (await ask({ do: 'collect' })),
    count: async () => toTotals(await ask({ do: 'count' })),
    countObjects: async () => objectsOf(await ask({ do: 'objects' })),
    snapshot: (directory, request) => ask({ do: 'snapshot', directory, ...request }),
    close: socket.close,
  }
  return { probe, ask }
}

const toTotals = (count: ProbeAnswers['count']): readonly Total[] => [
  { quantity: 'heap-bytes', value: count['heap-bytes'] },
  { quantity: 'external-bytes', value: count['external-bytes'] },
  { quantity: 'tasks', value: count.tasks },
]

const objectsOf = ({ 'heap-objects': value }: ProbeAnswers['objects']): readonly Total[] =>
  value === null ? [] : [{ quantity: 'heap-objects', value }]
