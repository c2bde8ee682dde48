// Inputs that no writer writes, made of those that writers do; the same for the same number.

/**
 * A source of numbers below 1, by mulberry32
 * (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export type Random = () => number

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of `files`, with some bytes or lines changed, taken out, doubled, cut, or taken from another. */
export function mutated(files: readonly Buffer[], random: Random): Buffer {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let bytes: Buffer = Buffer.from(pick(files))
  const changes = 1 + Math.floor(random() ** 2 * 6)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * bytes.length)
    const length = Math.floor(random() ** 3 * Math.min(bytes.length - at, 4096))
    bytes = pick(ways)({ bytes, at, length, random, other: pick(files) })
    if (bytes.length > 1 << 20) bytes = bytes.subarray(0, 1 << 20)
  }
  return bytes
}

const numbers = ['0', '-1', '1', '2147483648', '9007199254740993', '18446744073709551615', '1e999', 'NaN']
interface Place {
  readonly bytes: Buffer
  readonly at: number
  readonly length: number
  readonly random: Random
  readonly other: Buffer
}

const ways: readonly ((place: Place) => Buffer)[] = [
  ({ bytes, at, random }) => {
    if (bytes.length > 0) bytes[at] = Math.floor(random() * 256)
    return bytes
  },
  ({ bytes, at, random }) => {
    if (bytes.length > 0) bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8))
    return bytes
  },
  ({ bytes, at }) => bytes.subarray(0, at),
  ({ bytes, at, length }) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  ({ bytes, at, length }) =>
    Buffer.concat([
      bytes.subarray(0, at + length),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ]),
  ({ bytes, at, length, other }) => {
    const from = Math.min(at, other.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at)])
  },
  ({ bytes, at, random }) => {
    const text = bytes.toString('latin1')
    const found = /\d+/.exec(text.slice(at, at + 256))
    if (found === null) return bytes
    const start = at + found.index
    const number = numbers[Math.floor(random() * numbers.length)] ?? '0'
    return Buffer.from(text.slice(0, start) + number + text.slice(start + found[0].length), 'latin1')
  },
  ({ bytes, at, random }) => {
    const lines = bytes.toString('latin1').split('\n')
    const line = Math.floor((at / Math.max(1, bytes.length)) * lines.length)
    lines.splice(
      line,
      Math.floor(random() * 3),
      ...(random() < 0.5 ? [lines[Math.floor(random() * lines.length)] ?? ''] : []),
    )
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  ({ bytes, random }) => {
    const wide = Buffer.alloc(Math.floor(random() * 12), 255)
    return Buffer.concat([bytes, wide])
  },
]
