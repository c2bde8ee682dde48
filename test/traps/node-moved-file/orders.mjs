let orders = null

export function placeOrder(i) {
  orders = { next: orders, lines: [i, i + 1, i + 2], by: { id: i, at: [0, 0, 0, 0, 0, 0, 0, 0] } }
}
