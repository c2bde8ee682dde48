class Basket {
  items = Array.from({ length: 100 }, (_, i) => i)
  saved = 0

  watch() {
    this.saving = setInterval(() => this.save(), 60_000)
  }

  save() {
    this.saved++
  }

  close() {
    clearInterval(this.saving)
  }
}

/** A basket is saved every minute until it is closed. */
export function order() {
  const basket = new Basket()
  basket.watch()
  basket.close()
}
