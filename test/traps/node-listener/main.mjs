// Two hundred listeners a round on one emitter, each with what it closes over.
import { EventEmitter } from 'node:events'
import { serve } from './harness.mjs'

const shop = new EventEmitter().setMaxListeners(0)

function watchShop() {
  const seen = new Array(16).fill(0)
  shop.on('sale', () => seen.length++)
}

serve(() => {
  for (let i = 0; i < 200; i++) watchShop()
})
