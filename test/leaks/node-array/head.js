class History {
  orders = []

  remember(order) {
    this.orders.push(order)
  }
}

const history = new History()

/** The last ten orders can be shown again. */
export function order(number) {
  history.remember({ number, items: Array.from({ length: 100 }, (_, i) => i) })
}
