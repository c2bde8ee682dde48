import { createServer, type Socket } from 'node:net'
import type { ProbeAnswers, ProbeReply, ProbeRequest } from '../../line-protocol.ts'
import type { TaskTracker } from './tasks/tasks.ts'

export type Answer = (request: ProbeRequest) => Promise<ProbeAnswers[keyof ProbeAnswers]>

/**
 * Answer requests on a unix socket, one after the other, without ever failing the program; or keeping it
 * alive, unless `lasting`, which ends with the answer to `end`.
 */
export function serve(path: string, tasks: TaskTracker, answer: Answer, lasting = false): void {
  let last: Promise<void> = Promise.resolve()
  const server = createServer((socket) => {
    const handle = (socket as { _handle?: { getAsyncId?: () => number } })._handle
    const id = handle?.getAsyncId?.()
    if (id !== undefined) tasks.forget(id)
    socket.unref()
    socket.on('error', () => socket.destroy())
    onLines(socket, (line) => {
      last = last.then(async () => {
        const reply = await toReply(line, answer)
        tasks.ours(() => socket.write(`${JSON.stringify(reply)}\n`))
        if (lasting && (JSON.parse(line) as ProbeRequest).do === 'end') server.close()
      })
    })
  })
  server.on('error', (error) => {
    process.stderr.write(`leakdiff: this process cannot be measured: ${error.message}\n`)
  })
  // exclusive: a cluster's worker would otherwise ask its primary to listen.
  // All may write: in a container it is another user's; the folder keeps strangers out.
  server.listen({ path, exclusive: true, writableAll: true })
  if (!lasting) server.unref()
}

function onLines(socket: Socket, use: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) use(line)
  })
}

async function toReply(line: string, answer: Answer): Promise<ProbeReply> {
  try {
    return { answer: await answer(JSON.parse(line) as ProbeRequest) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
