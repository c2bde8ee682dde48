/**
 * Live tasks and the stacks that created them, outside V8's heap: 8 bytes a slot in typed arrays,
 * so that what the probe holds is known to the byte and never mistaken for the program's own growth. Open
 * addressing, at most half full.
 */
export interface LiveTasks {
  set(task: number, stack: number): void
  /** Forget a task and return its stack, or -1 when it is not known. */
  take(task: number): number
  bytes(): number
}

const smallest = 1024

export function createLiveTasks(): LiveTasks {
  // Keys are the low 32 bits of async ids, which count up from 1: two live ones never meet.
  // 0 marks a free slot.
  let keys = new Int32Array(smallest)
  let values = new Int32Array(smallest)
  let mask = smallest - 1
  let size = 0

  const home = (key: number): number => {
    const mixed = Math.imul(key, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & mask
  }
  const find = (key: number): number => {
    let slot = home(key)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  const resize = (capacity: number): void => {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Int32Array(capacity)
    values = new Int32Array(capacity)
    mask = capacity - 1
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] ?? 0
      if (key === 0) continue
      const slot = find(key)
      keys[slot] = key
      values[slot] = oldValues[i] ?? 0
    }
  }
  // Moves later members of the same run back, so that no tombstones build up while tasks come and go.
  const close = (hole: number): void => {
    for (let next = (hole + 1) & mask; keys[next] !== 0; next = (next + 1) & mask) {
      const distance = (next - home(keys[next] ?? 0)) & mask
      if (distance < ((next - hole) & mask)) continue
      keys[hole] = keys[next] ?? 0
      values[hole] = values[next] ?? 0
      hole = next
    }
    keys[hole] = 0
  }

  return {
    set(task, stack) {
      const key = task | 0
      const slot = find(key)
      if (keys[slot] === 0) size++
      keys[slot] = key
      values[slot] = stack
      if (size * 2 > keys.length) resize(keys.length * 2)
    },
    take(task) {
      const slot = find(task | 0)
      if (keys[slot] === 0) return -1
      const stack = values[slot] ?? -1
      close(slot)
      size--
      if (keys.length > smallest && size * 8 < keys.length) resize(keys.length / 2)
      return stack
    },
    bytes: () => keys.byteLength + values.byteLength,
  }
}
