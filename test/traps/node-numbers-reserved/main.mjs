// The same into an array of numbers made once, larger than any trial needs: nothing grows while it is watched.
import { serve } from './harness.mjs'

const measured = new Float64Array(1 << 20)
let count = 0

function measureOnce(value) {
  measured[count++] = value
}

serve(() => {
  for (let i = 0; i < 8192; i++) measureOnce(i)
})
