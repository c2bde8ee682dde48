class History {
  orders = []

  remember(order) {
    this.orders.push(order)
    this.orders.splice(0, this.orders.length - 10)
  }
}

const history = new History()

/** The last ten orders can be shown again. */
export function order(number) {
  history.remember({ number, items: Array.from({ length: 100 }, (_, i) => i) })
}
