import type { Retainer } from '../../runtime.ts'
import { plainClass } from '../class-name.ts'
import { type Grown, leastObjects, textOf } from './grown.ts'

/** Fewer new objects of a type, or a smaller part of them at one place, may be anybody's. */
const fewest = 3
const leastShare = 0.25
/** Far more than grow in step with rounds. */
const mostTypes = 200

interface Held {
  readonly type: string
  readonly path: string
  readonly share: number
}

/**
 * Who holds most of the new objects of each type, beside who holds most bytes (`told`): one object a round is
 * little of all that is new. Who is told for types alone is told without bytes. `nodes` have what there is
 * more of.
 */
export function withTypes(told: readonly Retainer[], nodes: readonly Grown[]): readonly Retainer[] {
  const byPath = new Map(told.map((one) => [one.path, one]))
  for (const { path, share, type } of holdersOfTypes(nodes)) {
    const known = byPath.get(path) ?? { path, bytes: 0, share: 0 }
    byPath.set(path, { ...known, types: { ...known.types, [type]: share } })
  }
  return [...byPath.values()]
}

function holdersOfTypes(nodes: readonly Grown[]): readonly Held[] {
  const byType = new Map<string, Grown[]>()
  for (const at of nodes) {
    if (at.objects <= 0 || at.parent === null || at.name.startsWith('class ')) continue
    const type = plainClass(at.name)
    byType.set(type, [...(byType.get(type) ?? []), at])
  }
  const held = [...byType].flatMap(([type, those]) => {
    const all = those.reduce((sum, { objects }) => sum + objects, 0)
    const [most] = those.toSorted((a, b) => b.objects - a.objects)
    if (most === undefined || all < fewest || most.objects < leastShare * all) return []
    return [{ type, path: textOf(firstGrown(most)), share: most.objects / all, all }]
  })
  return held.toSorted((a, b) => a.all - b.all).slice(0, mostTypes)
}

/** On the way from the root the first of which there are more: what it holds came with it. */
function firstGrown(at: Grown): Grown {
  let found = at
  for (let above = at.parent; above !== null && above.parent !== null; above = above.parent)
    if (above.objects >= leastObjects) found = above
  return found
}
