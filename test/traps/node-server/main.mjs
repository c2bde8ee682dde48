// A server a round that listens and is never closed.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { serve } from './harness.mjs'

async function listenAgain() {
  await once(createServer().listen(0, '127.0.0.1'), 'listening')
}

serve(() => listenAgain())
