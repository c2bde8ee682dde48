const atClose = []

/** The last order is printed once more when the shop closes. */
export function order(number) {
  const items = Array.from({ length: 100 }, (_, i) => i + number)
  atClose.push(() => items.join())
}
