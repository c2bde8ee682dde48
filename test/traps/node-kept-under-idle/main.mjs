// Sessions are kept for ever; what each of them opened, four times as large, closes after five seconds of idling.
import { serve } from './harness.mjs'

const sessions = new Set()

class Connection {
  constructor() {
    this.buffer = new Array(400).fill(0)
    setTimeout(() => {
      this.buffer = null
    }, 5000)
  }
}

function openSession() {
  sessions.add({ pages: new Array(100).fill(0), connection: new Connection() })
}

serve(() => {
  for (let i = 0; i < 100; i++) openSession()
})
