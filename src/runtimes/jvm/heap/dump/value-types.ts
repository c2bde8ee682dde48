import { broken } from './refusal.ts'

/** Bytes of a value by its type; an object has those of an id. */
export const bytesOf: Readonly<Record<number, number>> = { 4: 1, 5: 2, 6: 4, 7: 8, 8: 1, 9: 2, 10: 4, 11: 8 }
export const isObject = (type: number): boolean => type === 2

export function widthOf(type: number, idSize: number): number {
  const width = isObject(type) ? idSize : bytesOf[type]
  if (width === undefined) throw broken(`a value of it has the unknown type ${type}`)
  return width
}
