import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import { timeLimits } from '../time-limits.ts'

/** A probe that answers a line of JSON with a line of JSON. */
export interface LineSocket {
  /**
   * One request at a time; every way of not answering rejects. `limit` in milliseconds; null:
   * who asks has a limit of its own.
   */
  readonly ask: (request: object, limit?: number | null) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** The path of a unix socket, or a port of this machine by the name that people know it by. */
type Address = string | { readonly port: number; readonly name: string }

/**
 * Connects to `address`. Rejects with UserError when nobody listens there; `hint` says what
 * to look at when nobody answers.
 */
export async function openLineSocket(address: Address, hint: string): Promise<LineSocket> {
  const name = typeof address === 'string' ? basename(address) : address.name
  const silent = (what: string, cause?: unknown): UserError =>
    new UserError(`The probe ${name} ${what}.`, hint, { cause })
  const socket = await open(address, silent)
  return { ask: lineClient(socket, silent), close: () => closed(socket) }
}

type Silent = (what: string, cause?: unknown) => UserError

/** Between a socket's bind, which makes the file, and its listen nobody can connect. */
const untilItListens = [10, 50]

async function open(
  address: Address,
  silent: Silent,
  again: readonly number[] = untilItListens,
): Promise<Socket> {
  const socket =
    typeof address === 'string' ? createConnection(address) : createConnection(address.port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return socket
  } catch (cause) {
    const [wait, ...rest] = again
    if (wait === undefined || (cause as NodeJS.ErrnoException).code !== 'ECONNREFUSED')
      throw silent('cannot be reached', cause)
    await sleep(wait)
    return open(address, silent, rest)
  }
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve()
    socket.once('close', () => resolve())
    socket.destroy()
  })

function lineClient(socket: Socket, silent: Silent): LineSocket['ask'] {
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
  return (request, limit = timeLimits.probe) => {
    const answer = turn.then(async (): Promise<unknown> => JSON.parse(await exchange(request, limit)))
    turn = answer.catch(() => undefined)
    return answer
  }

  function exchange(request: object, limit: number | null): Promise<string> {
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
          reject(silent(what))
        },
      }
      if (socket.destroyed) waiting.fail('broke off')
      else socket.write(`${JSON.stringify(request)}\n`)
    })
  }
}
