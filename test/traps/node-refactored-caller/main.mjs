// node-list with one caller more between the round and the leak.
import { serve } from './harness.mjs'

let orders = null

function placeOrder(i) {
  orders = { next: orders, lines: [i, i + 1, i + 2], by: { id: i, at: [0, 0, 0, 0, 0, 0, 0, 0] } }
}

function placeOrders(count) {
  for (let i = 0; i < count; i++) placeOrder(i)
}

serve(() => placeOrders(200))
