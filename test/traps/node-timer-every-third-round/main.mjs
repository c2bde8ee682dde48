// Three timers in every third round: a leak that does not come evenly.
import { serve } from './harness.mjs'

function pollForEver() {
  setInterval(() => {}, 3_600_000)
}

serve((number) => {
  if (number % 3 !== 0) return
  for (let i = 0; i < 3; i++) pollForEver()
})
