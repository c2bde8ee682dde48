import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(import.meta.url)

/** Another process, so that only the shop is measured: answers at once, then waits to be hung up on. */
export const supplier = process.argv[1] === own ? serve() : start()

async function serve() {
  const server = createServer((socket) => socket.on('error', () => {}).write('in stock\n'))
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
}

async function start() {
  const [message] = await once(fork(own), 'message')
  return message
}
