// Thirty timers a round where ten leaked before.
import { serve } from './harness.mjs'

function pollForEver() {
  setInterval(() => {}, 3_600_000)
}

serve(() => {
  for (let i = 0; i < 30; i++) pollForEver()
})
