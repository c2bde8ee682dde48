// A map gets two hundred new keys a round and never loses one.
import { serve } from './harness.mjs'

const sessions = new Map()

function openSession(key) {
  sessions.set(key, { key, pages: new Array(16).fill(0) })
}

serve((number) => {
  for (let i = 0; i < 200; i++) openSession(`${number}-${i}`)
})
