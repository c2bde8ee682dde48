import { larger } from '../larger.ts'
import { tooLarge } from '../refusal.ts'

/**
 * Frames of all stacks, and stacks, that stay within 1 GB;
 * the largest profiles of real programs hold 50 million.
 */
const mostFrames = 64e6
const mostStacks = 4e6

/** Stacks of frame ids, each once, in typed arrays, with a row of values each: what folding adds to. */
export interface StackTable {
  /** Values a stack. */
  readonly width: number
  length: number
  values: Float64Array
  /**
   * Sum of the magnitudes of all values ever added, a column each: below 2^53,
   * every sum in the table is exact.
   */
  readonly magnitude: Float64Array
  /** Stack `i` is arena[offset[i]] to arena[offset[i] + depth[i]], leaf first. */
  arena: Int32Array
  used: number
  offset: Int32Array
  depth: Int32Array
  hash: Int32Array
  /** Open addressing: index of a stack, or -1. Its size is a power of two, at least twice `length`. */
  slots: Int32Array
  /** Random, so that no file can be made whose stacks all fall into one slot. */
  readonly seed: number
}

export function stackTable(width: number): StackTable {
  return {
    width,
    length: 0,
    values: new Float64Array(1024 * width),
    arena: new Int32Array(1 << 14),
    used: 0,
    offset: new Int32Array(1024),
    depth: new Int32Array(1024),
    hash: new Int32Array(1024),
    slots: new Int32Array(4096).fill(-1),
    magnitude: new Float64Array(width),
    seed: Math.floor(Math.random() * 2 ** 32) | 0,
  }
}

/** The index of the stack frames[0] to frames[depth], leaf first. */
export function internStack(table: StackTable, frames: Int32Array, depth: number): number {
  const hash = hashOf(frames, depth, table.seed)
  const mask = table.slots.length - 1
  let slot = hash & mask
  for (let stack = table.slots[slot] as number; stack >= 0; stack = table.slots[slot] as number) {
    if (table.hash[stack] === hash && isEqual(table, stack, frames, depth)) return stack
    slot = (slot + 1) & mask
  }
  return append(table, slot, hash, frames, depth)
}

/** Multiply and mix each frame, then murmur3's finaliser (https://github.com/aappleby/smhasher). */
function hashOf(frames: Int32Array, depth: number, seed: number): number {
  let hash = depth ^ seed
  for (let index = 0; index < depth; index++) {
    hash = Math.imul(hash ^ (frames[index] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

function isEqual(
  { arena, offset, depth: depths }: StackTable,
  stack: number,
  frames: Int32Array,
  depth: number,
): boolean {
  if (depths[stack] !== depth) return false
  const start = offset[stack] as number
  for (let index = 0; index < depth; index++) if (arena[start + index] !== frames[index]) return false
  return true
}

function append(table: StackTable, slot: number, hash: number, frames: Int32Array, depth: number): number {
  const stack = table.length++
  if (stack === table.hash.length) growStacks(table)
  const used = table.used + depth
  if (used > mostFrames || table.length > mostStacks) throw tooLarge()
  if (used > table.arena.length) table.arena = larger(table.arena, Math.min(2 * used, mostFrames))
  for (let index = 0; index < depth; index++) table.arena[table.used + index] = frames[index] as number
  table.offset[stack] = table.used
  table.depth[stack] = depth
  table.hash[stack] = hash
  table.used += depth
  table.slots[slot] = stack
  if (table.length * 2 > table.slots.length) rehash(table)
  return stack
}

function growStacks(table: StackTable): void {
  const capacity = 2 * table.hash.length
  table.hash = larger(table.hash, capacity)
  table.offset = larger(table.offset, capacity)
  table.depth = larger(table.depth, capacity)
  const values = new Float64Array(capacity * table.width)
  values.set(table.values)
  table.values = values
}

function rehash(table: StackTable): void {
  const slots = new Int32Array(2 * table.slots.length).fill(-1)
  const mask = slots.length - 1
  for (let stack = 0; stack < table.length; stack++) {
    let slot = (table.hash[stack] as number) & mask
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask
    slots[slot] = stack
  }
  table.slots = slots
}
