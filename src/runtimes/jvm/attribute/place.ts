import { isCollection } from '../heap/collections.ts'
import type { OldObject } from '../recording/recording.ts'

/** Of a class what there is more of. */
export type Growth = ReadonlyMap<string, { readonly objects: number; readonly bytes: number }>

export interface Placed {
  readonly object: OldObject
  /** null: nobody knows. */
  readonly place: Place | null
}

/** Where an object is held. */
interface Place {
  /** Who holds it, by names: `Shop.sessions`. Objects of one place are held by one thing. */
  readonly holder: string
  /** The class that declares the holder's field. */
  readonly owner: string
  /** Classes of what stands between the holder and it: what was put there first. */
  readonly between: readonly string[]
  /** Whether it is itself what was put there, or a part of what it was put into. */
  readonly isPut: boolean
}

/** A class that grew by fewer objects is what holds, not what is held. */
const leastObjects = 4
/** Of what is held there may be so many parts to each. */
const mostParts = 100

/**
 * On the way from the root the first class of which there are many more is what was put there;
 * the last before it that is no part of a collection has the field. null: no way to the root was found.
 */
export function placeOf({ chain, type }: OldObject, growth: Growth): Place | null {
  const types = [...chain.map((holder) => holder.type), type]
  const least = Math.max(leastObjects, (growth.get(type)?.objects ?? 0) / mostParts)
  const found = types.findIndex((name) => (growth.get(name)?.objects ?? 0) >= least)
  const put = found < 0 ? types.length - 1 : found
  const above = chain.slice(0, put)
  const at = above.findLastIndex(({ type: name }) => !isPart(name))
  const holder = above[at]
  if (holder === undefined) return null
  const owner = holder.ofClass ?? holder.type
  const isPut = chain.slice(put).every(({ type: name }) => isPart(name)) && put >= chain.length - 1
  return { holder: `${owner}.${holder.field ?? ''}`, owner, between: types.slice(put, -1), isPut }
}

const isPart = (name: string): boolean => name.endsWith(']') || isCollection(name)
