/** A copy with room for more, twice as long unless told; what is behind the old end is 0. */
export function larger(array: Int32Array, length = 2 * array.length): Int32Array {
  const copy = new Int32Array(length)
  copy.set(array)
  return copy
}
