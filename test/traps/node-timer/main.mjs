// Ten timers a round that nobody clears.
import { serve } from './harness.mjs'

function pollForEver() {
  setInterval(() => {}, 3_600_000)
}

serve(() => {
  for (let i = 0; i < 10; i++) pollForEver()
})
