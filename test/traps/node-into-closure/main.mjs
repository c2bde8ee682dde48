// node-timer with its function turned into a closure.
import { serve } from './harness.mjs'

serve(() => {
  const poll = () => setInterval(() => {}, 3_600_000)
  for (let i = 0; i < 10; i++) poll()
})
