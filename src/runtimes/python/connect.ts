import { basename } from 'node:path'
import { InconclusiveError, UserError } from '../../errors.ts'
import type { Quantity, Total } from '../../profile/profile.ts'
import { openLineSocket } from '../line-socket.ts'
import { type Probe, type ProbeAddress, refusedCode } from '../probe.ts'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from './protocol.ts'

const socketName = /^py-(\d+)-[0-9a-f]+\.sock$/

/** Process id in the name of a probe's socket, `py-12-0a1b2c.sock`; null for other names. */
export function socketPid(fileName: string): number | null {
  const pid = socketName.exec(fileName)?.[1]
  return pid === undefined ? null : Number(pid)
}

/** Connect to the probe in a Python process. Throws UserError when nothing answers there. */
export async function connect(address: ProbeAddress): Promise<Probe> {
  if (address.kind === 'url')
    throw new UserError(
      `A Python program has no profiles to fetch from ${address.url}.`,
      'Leave out `profiles`: leakdiff instruments Python programs by itself.',
    )
  return (await connectProbe(address.path)).probe
}

/** `limit` in milliseconds; null: who asks has a limit of its own. */
export type Ask = <K extends keyof ProbeAnswers>(
  request: Extract<ProbeRequest, { do: K }>,
  limit?: number | null,
) => Promise<ProbeAnswers[K]>

const hint =
  'Look at the program’s own output: it may have ended, or an extension keeps Python’s global lock.'

/**
 * The same, with all that a probe can be asked.
 * Answers reject with InconclusiveError when the process cannot be measured.
 */
export async function connectProbe(path: string): Promise<{ readonly probe: Probe; readonly ask: Ask }> {
  const name = basename(path)
  const socket = await openLineSocket(path, hint)
  const ask: Ask = async <K extends keyof ProbeAnswers>(
    request: Extract<ProbeRequest, { do: K }>,
    limit?: number | null,
  ) => {
    const reply = (await socket.ask(request, limit)) as ProbeReply<K>
    if ('refused' in reply) throw new InconclusiveError(refusedCode, ...reply.refused)
    if ('problem' in reply)
      throw new UserError(`The probe ${name} failed to ${request.do}: ${reply.problem}.`, hint)
    return reply.answer
  }
  const probe: Probe = {
    pid: socketPid(name),
    collect: async () => void (await ask({ do: 'collect' })),
    count: async () => toTotals(await ask({ do: 'count' })),
    snapshot: (directory, request) => ask({ do: 'snapshot', directory, ...request }),
    close: socket.close,
  }
  return { probe, ask }
}

const toTotals = (count: ProbeAnswers['count']): readonly Total[] =>
  Object.entries(count).map(([quantity, value]) => ({ quantity: quantity as Quantity, value }))
