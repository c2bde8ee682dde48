// Counters by label, drawn from five hundred: new ones come ever more seldom.
import { serve } from './harness.mjs'

const counters = new Map()
let state = 1

function count(label) {
  if (!counters.has(label)) counters.set(label, new Array(32).fill(0))
  counters.get(label)[0]++
}

serve(() => {
  for (let i = 0; i < 200; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    count(Math.floor((state / 2_147_483_648) * 500))
  }
})
