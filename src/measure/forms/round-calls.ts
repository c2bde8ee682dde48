import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The end of one round, told by the workload, which waits for the answer. */
export interface RoundCall {
  readonly answer: (round: number, left: number) => void
}

/** Where a workload that makes its rounds itself tells of each. */
export interface RoundCalls extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/TOKEN`: other users of the machine cannot guess it. */
  readonly url: string
  /** The next call; one at a time. */
  readonly next: () => Promise<RoundCall>
  /** From now on every call is told that no round is left. */
  readonly close: () => void
}

/**
 * Answers `POST URL/round` with 200 `{round, left}` once a snapshot is taken, and with 410 when no round is
 * left.
 */
export async function openRoundCalls(): Promise<RoundCalls> {
  const path = `/${randomUUID()}`
  const state: {
    waiting: ((call: RoundCall) => void) | null
    early: RoundCall | null
    pending: boolean
    over: boolean
  } = {
    waiting: null,
    early: null,
    pending: false,
    over: false,
  }
  const server = createServer((request, response) => {
    request.resume()
    const refusal = refusalOf(request, `${path}/round`, state)
    if (refusal !== null) return reply(response, ...refusal)
    state.pending = true
    const call: RoundCall = {
      answer: (round, left) => {
        state.pending = false
        reply(response, 200, { round, left })
      },
    }
    if (state.waiting === null) state.early = call
    else state.waiting(call)
    state.waiting = null
  })
  // A round's snapshot and drain may take longer than any limit of the server's own.
  server.requestTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    next: () =>
      new Promise((resolve) => {
        if (state.early === null) state.waiting = resolve
        else resolve(state.early)
        state.early = null
      }),
    close: () => {
      state.over = true
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Refusal = readonly [status: number, body: object]

function refusalOf(
  { method, url }: IncomingMessage,
  path: string,
  { over, pending }: { readonly over: boolean; readonly pending: boolean },
): Refusal | null {
  if (url !== path) return [404, { error: 'call POST $LEAKDIFF_URL/round' }]
  if (method !== 'POST') return [405, { error: 'call POST $LEAKDIFF_URL/round' }]
  if (over) return [410, { error: 'no round is left' }]
  return pending ? [409, { error: 'the round before this one is still being measured' }] : null
}

function reply(response: ServerResponse, status: number, body: object): void {
  // Each call has a connection of its own: an idle one would be counted among the workload's open files.
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(`${JSON.stringify(body)}\n`)
}
