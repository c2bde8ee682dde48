// node-list with its leak in a file of its own.
import { serve } from './harness.mjs'
import { placeOrder } from './orders.mjs'

serve(() => {
  for (let i = 0; i < 200; i++) placeOrder(i)
})
