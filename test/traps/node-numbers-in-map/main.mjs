// Integers in a Map: only its table grows.
import { serve } from './harness.mjs'

const seen = new Map()

function see(value) {
  seen.set(value, value)
}

serve((number) => {
  for (let i = 0; i < 2000; i++) see(number * 2000 + i)
})
