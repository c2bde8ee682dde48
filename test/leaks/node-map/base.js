class Session {
  basket = Array.from({ length: 100 }, (_, i) => i)
}

const sessions = new Map()
let customers = 0

/** A session lasts as long as its order. */
export function order() {
  const customer = ++customers
  sessions.set(customer, new Session())
  leave(customer)
}

function leave(customer) {
  sessions.get(customer).basket.length = 50
  sessions.delete(customer)
}
