export const closing = new Promise((resolve) => process.once('SIGTERM', resolve))

/** Packs an order; closing time gives it up. */
export async function order(number) {
  const parcel = pack(number)
  await Promise.race([parcel, closing])
}

async function pack(number) {
  return { number, items: Array.from({ length: 100 }, (_, i) => i) }
}
