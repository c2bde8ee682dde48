/** Hand-made protobuf, for profiles that no sound writer writes. */

export function varint(value: number | bigint): number[] {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return [...bytes, Number(rest)]
}

export function field(number: number, value: number | bigint): number[] {
  return [...varint(number * 8), ...varint(value)]
}

export function message(number: number, ...parts: readonly (readonly number[])[]): number[] {
  const body = parts.flat()
  return [...varint(number * 8 + 2), ...varint(body.length), ...body]
}

export function text(number: number, value: string): number[] {
  return message(number, [...Buffer.from(value)])
}

export function packed(number: number, values: readonly (number | bigint)[]): number[] {
  return message(number, values.flatMap(varint))
}

/** The strings of `profileOf`, by index. */
export const strings = [
  '',
  'inuse_space',
  'bytes',
  'main.outer',
  'main.inlined',
  'main.leaf',
  '/src/main.go',
  'space',
]

export interface Parts {
  readonly types?: readonly number[]
  readonly functions?: readonly number[]
  readonly locations?: readonly number[]
  readonly samples?: readonly number[]
  readonly strings?: readonly string[]
  readonly more?: readonly number[]
}

/**
 * A sound profile of one sample on main.outer > main.inlined > main.leaf (the middle one inlined),
 * with parts replaced.
 */
export function profileOf(parts: Parts = {}): Buffer {
  const functions = [1, 2, 3].flatMap((id) =>
    message(5, field(1, id), field(2, id + 2), field(3, id + 2), field(4, 6)),
  )
  const line = (id: number, number: number) => message(4, field(1, id), field(2, number))
  const locations = [
    ...message(4, field(1, 1), line(3, 30)),
    ...message(4, field(1, 2), line(2, 20), line(1, 10)),
  ]
  return Buffer.from([
    ...(parts.types ?? message(1, field(1, 1), field(2, 2))),
    ...(parts.samples ?? sample([1, 2], [640])),
    ...(parts.locations ?? locations),
    ...(parts.functions ?? functions),
    ...message(11, field(1, 7), field(2, 2)),
    ...field(12, 512),
    ...(parts.strings ?? strings).flatMap((value) => text(6, value)),
    ...(parts.more ?? []),
  ])
}

/** Locations leaf first. */
export function sample(
  locations: readonly (number | bigint)[],
  values: readonly (number | bigint)[],
): number[] {
  return message(2, packed(1, locations), packed(2, values))
}
