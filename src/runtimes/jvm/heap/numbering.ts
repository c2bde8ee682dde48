/** Numbers objects from 0 in the order in which they come, by their addresses. */
export interface Numbering {
  readonly add: (id: number) => number
  /** -1: it is none of them. */
  readonly of: (id: number) => number
  readonly count: () => number
}

/**
 * A table with open addresses: half the memory of a Map, and millions of objects do not fill it.
 * At most half of it is full.
 */
export function numbering(): Numbering {
  let ids = new Float64Array(1 << 16)
  let slots = new Int32Array(1 << 17).fill(-1)
  let count = 0
  const slotOf = (id: number): number => {
    const mask = slots.length - 1
    // Objects lie side by side, eight bytes or a multiple of them apart: so do their slots.
    const high = Math.floor(id / 0x1_0000_0000)
    let slot = (((id - high * 0x1_0000_0000) >>> 3) + Math.imul(high, 0x9e37_79b1)) & mask
    for (;;) {
      const index = slots[slot] ?? -1
      if (index < 0 || ids[index] === id) return slot
      slot = (slot + 1) & mask
    }
  }
  const grow = (): void => {
    const more = new Float64Array(ids.length * 2)
    more.set(ids)
    ids = more
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let index = 0; index < count; index++) slots[slotOf(ids[index] ?? 0)] = index
  }
  return {
    add: (id) => {
      if (count === ids.length) grow()
      const slot = slotOf(id)
      const known = slots[slot] ?? -1
      if (known >= 0) return known
      ids[count] = id
      slots[slot] = count
      return count++
    },
    of: (id) => slots[slotOf(id)] ?? -1,
    count: () => count,
  }
}
