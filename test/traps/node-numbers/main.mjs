// Numbers are pushed to an array for ever.
import { serve } from './harness.mjs'

const measured = []

function measureOnce(value) {
  measured.push(value)
}

serve(() => {
  for (let i = 0; i < 8192; i++) measureOnce(i)
})
