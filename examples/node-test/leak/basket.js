/** A basket that is given up an hour after the last item. */
export class Basket {
  #items = []
  #timer = setTimeout(() => this.clear(), 3_600_000).unref()

  add(item) {
    this.#items.push(item)
    this.#timer.refresh()
  }

  get size() {
    return this.#items.length
  }

  clear() {
    this.#items = []
  }
}
