import { type Chunk, eventAt } from './chunk.ts'
import type { Whole } from './cursor.ts'
import type { Types } from './metadata.ts'
import { broken } from './refusal.ts'
import { readStruct, type Struct, type Value } from './value.ts'

/** Constants of a chunk by type and key. */
export type Constants = (type: number, key: Whole) => Struct | null

/**
 * The constants of a chunk. They stand in several checkpoints (type 1), the last first: each says how many
 * bytes before it the one before begins, 0 at the first. Throws FormatError.
 */
export function constantsOf({ bytes, constantsAt }: Chunk, types: Types): Constants {
  const pools = new Map<number, Map<Whole, Struct>>()
  for (let at = constantsAt; at > 0; ) {
    const { type, cursor } = eventAt(bytes, at).event
    if (type !== 1) throw broken('its constants do not stand where it says so')
    cursor.whole()
    cursor.whole()
    const back = Number(BigInt.asIntN(64, BigInt(cursor.whole())))
    cursor.byte()
    for (let pool = cursor.count(); pool > 0; pool--) {
      const id = cursor.small()
      const known = pools.get(id) ?? new Map<Whole, Struct>()
      pools.set(id, known)
      for (let entry = cursor.count(); entry > 0; entry--) {
        const key = cursor.whole()
        const value = readStruct(cursor, types, id)
        if (!known.has(key)) known.set(key, value)
      }
    }
    if (back > 0) throw broken('its constants lead in a circle')
    if (back === 0) break
    at += back
  }
  return (type, key) => pools.get(type)?.get(key) ?? null
}

/** A value where a constant may stand in its place. */
export function resolved(value: Value | undefined, constants: Constants): Struct | null {
  if (typeof value !== 'object' || value === null) return null
  if (value instanceof Map) return value
  return 'key' in value ? constants(value.pool, value.key) : null
}
