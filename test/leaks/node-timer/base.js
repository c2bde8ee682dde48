class Order {
  items = Array.from({ length: 100 }, (_, i) => i)

  constructor(number) {
    this.number = number
    this.expiry = setTimeout(() => this.giveUp(), 3_600_000)
  }

  pay() {
    clearTimeout(this.expiry)
  }

  giveUp() {
    this.items = []
  }
}

/** An order that is not paid within the hour is given up. */
export function order(number) {
  new Order(number).pay()
}
