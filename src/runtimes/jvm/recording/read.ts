import type { Frame } from '../../../profile/profile.ts'
import { isBridge, typeName } from '../class-name.ts'
import type { Chunk } from './chunk.ts'
import { type Constants, resolved } from './constants.ts'
import type { Whole } from './cursor.ts'
import type { Struct, Value } from './value.ts'

/**
 * A structure of a chunk, asked by the names of its fields. What is not there is absent, whoever wrote it.
 */
export interface Read {
  /** null: it has none. */
  readonly of: (field: string) => Read | null
  readonly list: (field: string) => readonly Read[]
  /** null: it is none, or negative. */
  readonly number: (field: string) => number | null
  readonly text: (field: string) => string | null
  /** Milliseconds since 1970. */
  readonly time: (field: string) => number
  /** A `java.lang.Class` as sources write it; '' where it is not told. */
  readonly type: (field: string) => string
  readonly stack: (field: string) => readonly Frame[]
}

export function readerOf(chunk: Chunk, constants: Constants): (struct: Struct) => Read {
  const stacks = new Map<Struct, readonly Frame[]>()
  const reader = (struct: Struct): Read => {
    const of = (field: string): Read | null => {
      const found = resolved(struct.get(field), constants)
      return found === null ? null : reader(found)
    }
    return {
      of,
      list: (field) => structsOf(struct.get(field), constants).map(reader),
      number: (field) => natural(struct.get(field)),
      text: (field) => textOf(struct.get(field), constants),
      time: (field) => timeOf(struct.get(field), chunk),
      type: (field) => typeName(of(field)?.text('name') ?? ''),
      stack: (field) => {
        const found = resolved(struct.get(field), constants)
        if (found === null) return []
        const known = stacks.get(found) ?? stackOf(reader(found))
        stacks.set(found, known)
        return known
      },
    }
  }
  return reader
}

const structsOf = (value: Value | undefined, constants: Constants): readonly Struct[] =>
  Array.isArray(value) ? (value as readonly Value[]).flatMap((one) => resolved(one, constants) ?? []) : []

function natural(value: Value | undefined): number | null {
  return typeof value === 'number' && value >= 0 ? value : null
}

/** A text itself, a constant that is one, or a symbol: a structure of one text. */
function textOf(value: Value | undefined, constants: Constants): string | null {
  if (typeof value === 'string') return value
  const [first] = resolved(value, constants)?.values() ?? []
  if (typeof first === 'string') return first
  return first === undefined || first === null ? null : textOf(first, constants)
}

function timeOf(value: Value | undefined, { startedAt, startTicks, ticksPerMillisecond }: Chunk): number {
  const ticks = typeof value === 'number' || typeof value === 'bigint' ? Number(value as Whole) : startTicks
  return startedAt + (ticks - startTicks) / ticksPerMillisecond
}

/** The recorder writes the innermost frame first, and a line that it does not know as -1. */
function stackOf(stack: Read): readonly Frame[] {
  return stack
    .list('frames')
    .map((frame): Frame => {
      const method = frame.of('method')
      const name = `${method?.type('type') ?? ''}.${method?.text('name') ?? ''}`
      return { function: name, file: '', line: frame.number('lineNumber') ?? 0 }
    })
    .filter((frame) => !isBridge(frame.function))
    .toReversed()
}
