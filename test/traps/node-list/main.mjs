// Two hundred objects a round stay in a list.
import { serve } from './harness.mjs'

let orders = null

function placeOrder(i) {
  orders = { next: orders, lines: [i, i + 1, i + 2], by: { id: i, at: [0, 0, 0, 0, 0, 0, 0, 0] } }
}

serve(() => {
  for (let i = 0; i < 200; i++) placeOrder(i)
})
