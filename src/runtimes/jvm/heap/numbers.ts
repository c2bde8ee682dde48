/** A list of whole numbers of 32 bits that grows: four bytes each. */
export interface Numbers {
  readonly push: (value: number) => void
  readonly length: () => number
  readonly done: () => Int32Array
}

export function numbers(): Numbers {
  let values = new Int32Array(1 << 16)
  let length = 0
  return {
    push: (value) => {
      if (length === values.length) {
        const more = new Int32Array(values.length * 2)
        more.set(values)
        values = more
      }
      values[length++] = value
    },
    length: () => length,
    done: () => values.subarray(0, length),
  }
}
