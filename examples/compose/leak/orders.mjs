const orders = new Map()

export function remember(url) {
  const order = { url, reminder: setTimeout(() => {}, 3_600_000) }
  orders.set(order, url)
  return order
}

export function forget(order) {
  orders.delete(order)
}
