// Twenty timers a round that fire after two seconds.
import { serve } from './harness.mjs'

function linger() {
  setTimeout(() => {}, 2000)
}

serve(() => {
  for (let i = 0; i < 20; i++) linger()
})
