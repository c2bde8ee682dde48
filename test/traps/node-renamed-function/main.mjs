// node-timer with its function renamed.
import { serve } from './harness.mjs'

function askAgainAndAgain() {
  setInterval(() => {}, 3_600_000)
}

serve(() => {
  for (let i = 0; i < 10; i++) askAgainAndAgain()
})
