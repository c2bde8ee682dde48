import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors.ts'
import type { Total } from '../../profile/profile.ts'
import { timeLimits } from '../../time-limits.ts'
import type { Probe, ProbeAddress } from '../runtime.ts'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from './protocol.ts'

const socketName = /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/

/** Process id in the name of a probe's socket: `node-12.sock`, of a worker `node-12-w3.sock`, of tests `node-12-t1.sock`; null for other names. */
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

/** The same, with all that a probe can be asked. */
export async function connectProbe(path: string): Promise<{ readonly probe: Probe; readonly ask: Ask }> {
  const name = basename(path)
  const socket = await open(path)
  const ask = lineClient(socket, name)
  const probe: Probe = {
    pid: socketPid(name),
    collect: async () => void (await ask({ do: 'collect' })),
    count: async () => toTotals(await ask({ do: 'count' })),
    countObjects: async () => objectsOf(await ask({ do: 'objects' })),
    snapshot: (directory, request) => ask({ do: 'snapshot', directory, ...request }),
    close: () => closed(socket),
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

/** Between a socket's bind, which makes the file, and its listen nobody can connect. */
const untilItListens = [10, 50]

async function open(path: string, again: readonly number[] = untilItListens): Promise<Socket> {
  const socket = createConnection(path)
  try {
    await once(socket, 'connect')
    return socket
  } catch (cause) {
    const [wait, ...rest] = again
    if (wait === undefined || (cause as NodeJS.ErrnoException).code !== 'ECONNREFUSED')
      throw silent(basename(path), 'cannot be reached', cause)
    await sleep(wait)
    return open(path, rest)
  }
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve()
    socket.once('close', () => resolve())
    socket.destroy()
  })

function silent(name: string, what: string, cause?: unknown): UserError {
  return new UserError(
    `The probe ${name} ${what}.`,
    'Look at the program’s own output: it may have ended, or something keeps its event loop busy.',
    { cause },
  )
}

/** `limit` in milliseconds; null: who asks has a limit of its own. */
type Ask = <K extends keyof ProbeAnswers>(
  request: Extract<ProbeRequest, { do: K }>,
  limit?: number | null,
) => Promise<ProbeAnswers[K]>

/** One request at a time on one connection; every way of not answering rejects. */
function lineClient(socket: Socket, name: string): Ask {
  let rest = ''
  let waiting: { readonly take: (line: string) => void; readonly fail: (what: string) => void } | null = null
  socket.setEncoding('utf8')
  socket.on('error', () => waiting?.fail('broke off'))
  socket.on('close', () => waiting?.fail('broke off'))
  socket.on('data', (chunk: string) => {
    rest += chunk
    const end = rest.indexOf('\n')
    if (end < 0) return
    const line = rest.slice(0, end)
    rest = rest.slice(end + 1)
    waiting?.take(line)
  })
  let turn: Promise<unknown> = Promise.resolve()
  return <K extends keyof ProbeAnswers>(
    request: Extract<ProbeRequest, { do: K }>,
    limit: number | null = timeLimits.probe,
  ) => {
    const answer = turn.then(async () => {
      const reply = JSON.parse(await exchange(request, limit)) as ProbeReply<K>
      if ('problem' in reply) throw silent(name, `failed to ${request.do}: ${reply.problem}`)
      return reply.answer
    })
    turn = answer.catch(() => undefined)
    return answer
  }

  function exchange(request: ProbeRequest, limit: number | null): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      const late = () => waiting?.fail(`did not answer within ${(limit ?? 0) / 1000} s`)
      const timer = limit === null ? undefined : setTimeout(late, limit)
      const settle = (): void => {
        clearTimeout(timer)
        waiting = null
      }
      waiting = {
        take: (line) => {
          settle()
          resolve(line)
        },
        fail: (what) => {
          settle()
          socket.destroy()
          reject(silent(name, what))
        },
      }
      if (socket.destroyed) waiting.fail('broke off')
      else socket.write(`${JSON.stringify(request)}\n`)
    })
  }
}
