import type { Quantity } from '../../profile.ts'
import type { ValueType } from './open.ts'
import { unsupported } from './refusal.ts'

/**
 * What writers of live heap and task profiles call their sample types. Go: runtime/pprof; V8:
 * pprof-format's heap profiles.
 */
const quantityOf: Readonly<Record<string, Quantity>> = {
  'inuse_space/bytes': 'heap-bytes',
  'inuse_objects/count': 'heap-objects',
  'alloc_space/bytes': 'alloc-bytes',
  'alloc_objects/count': 'alloc-objects',
  'space/bytes': 'heap-bytes',
  'objects/count': 'heap-objects',
  'goroutine/count': 'tasks',
  'goroutineleak/count': 'tasks',
}

export interface Column {
  readonly quantity: Quantity
  /** Position among the sample's values. */
  readonly column: number
}

/** The quantities that a profile holds, in its own order, each once. */
export function columnsOf(types: readonly ValueType[]): readonly Column[] {
  const columns: Column[] = []
  for (const [column, { type, unit }] of types.entries()) {
    const quantity = quantityOf[`${type}/${unit}`]
    if (quantity !== undefined && !columns.some((other) => other.quantity === quantity))
      columns.push({ quantity, column })
  }
  return columns
}

/** Refusal of a profile that counts something else, naming what it counts. */
export function refuseTypes(types: readonly ValueType[]): Error {
  const found = types.map(({ type, unit }) => `${type}/${unit}`).join(', ')
  return unsupported(`it counts ${found}`, 'Give a heap profile or a goroutine profile.')
}
