import { EventEmitter } from 'node:events'

const prices = new EventEmitter().setMaxListeners(0)

class Basket {
  items = Array.from({ length: 100 }, (_, i) => i)

  open() {
    this.onChange = (price) => {
      this.price = price
    }
    prices.on('change', this.onChange)
  }

  close() {}
}

/** A basket follows the prices until it is closed. */
export function order() {
  const basket = new Basket()
  basket.open()
  basket.close()
}
