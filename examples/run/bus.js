import { EventEmitter } from 'node:events'

export const bus = new EventEmitter().setMaxListeners(0)

/** Hears of prices until the answer is called. */
export function follow(product) {
  const history = new Array(100).fill(product)
  const hear = (price) => history.push(price)
  bus.on('price', hear)
  return () => bus.off('price', hear)
}
