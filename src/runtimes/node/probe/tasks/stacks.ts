/**
 * Every distinct creation stack once, as text in one buffer outside V8's heap,
 * with the number of tasks that live on it. A stack's id is its place in order of arrival.
 */
export interface StackStore {
  /** The id of the stack with this text, new or known. */
  intern(text: string): number
  change(stack: number, by: 1 | -1): void
  /** Text and number of live tasks of every stack that has one. */
  live(): Generator<readonly [text: string, count: number]>
  bytes(): number
}

export function createStackStore(): StackStore {
  let text = Buffer.allocUnsafeSlow(16_384)
  let ends = new Int32Array(256)
  let counts = new Int32Array(256)
  let slots = new Int32Array(1024) // ids + 1 by hash of the text; 0 marks a free slot
  let size = 0

  const start = (stack: number): number => (stack === 0 ? 0 : (ends[stack - 1] ?? 0))
  const find = (entry: Buffer): number => {
    const mask = slots.length - 1
    for (let slot = hash(entry) & mask; ; slot = (slot + 1) & mask) {
      const stack = (slots[slot] ?? 0) - 1
      if (stack < 0) return slot
      if (text.subarray(start(stack), ends[stack]).equals(entry)) return slot
    }
  }
  const read = (stack: number): Buffer => text.subarray(start(stack), ends[stack])
  const makeRoom = (length: number): void => {
    const used = start(size)
    if (used + length > text.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(text.length * 2, used + length))
      text.copy(larger, 0, 0, used)
      text = larger
    }
    if (size < ends.length) return
    ends = enlarged(ends)
    counts = enlarged(counts)
    slots = new Int32Array(slots.length * 2)
    for (let stack = 0; stack < size; stack++) slots[find(read(stack))] = stack + 1
  }

  return {
    intern(entry) {
      const bytes = Buffer.from(entry)
      const known = (slots[find(bytes)] ?? 0) - 1
      if (known >= 0) return known
      makeRoom(bytes.length)
      slots[find(bytes)] = size + 1
      const from = start(size)
      bytes.copy(text, from)
      ends[size] = from + bytes.length
      return size++
    },
    change(stack, by) {
      counts[stack] = (counts[stack] ?? 0) + by
    },
    *live() {
      for (let stack = 0; stack < size; stack++) {
        const count = counts[stack] ?? 0
        if (count > 0) yield [read(stack).toString(), count]
      }
    },
    bytes: () => text.buffer.byteLength + ends.byteLength + counts.byteLength + slots.byteLength,
  }
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** FNV-1a, 32 bits. */
function hash(bytes: Buffer): number {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193)
  return h ^ (h >>> 15)
}
