import { setMaxListeners } from 'node:events'

const closing = new AbortController()
setMaxListeners(0, closing.signal)

class Delivery {
  stops = Array.from({ length: 100 }, (_, i) => i)

  start() {
    this.onAbort = () => this.turnBack()
    closing.signal.addEventListener('abort', this.onAbort)
  }

  turnBack() {
    this.stops = []
  }

  arrive() {}
}

/** A delivery turns back when the shop closes. */
export function order() {
  const delivery = new Delivery()
  delivery.start()
  delivery.arrive()
}
