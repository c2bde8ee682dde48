import { broken } from '../refusal.ts'

/**
 * From the ids a profile chose (usually 1, 2, 3 …,
 * but any number is legal) to positions in order of appearance.
 */
export interface IdIndex {
  /**
   * Position by id, -1 for none. Holds the small ids; a hostile file may choose others,
   * which are in `sparse`.
   */
  readonly dense: Int32Array
  readonly sparse: ReadonlyMap<number, number>
}

/** `ids[i]` is the id of entry `i`. Throws FormatError for an id of 0 and for one given twice. */
export function indexIds(ids: Float64Array, what: string): IdIndex {
  const dense = new Int32Array(ids.length * 8 + 64).fill(-1)
  const sparse = new Map<number, number>()
  const index = { dense, sparse }
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position] as number
    if (id === 0) throw broken(`a ${what} has no id`)
    if (positionOf(index, id) >= 0) throw broken(`two ${what}s have the id ${id}`)
    if (id < dense.length) dense[id] = position
    else sparse.set(id, position)
  }
  return index
}

/** The position of an id, -1 when no entry has it. */
export function positionOf({ dense, sparse }: IdIndex, id: number): number {
  return id >= 0 && id < dense.length ? (dense[id] as number) : (sparse.get(id) ?? -1)
}
