import { isInternal, isSilent } from './collections.ts'

/**
 * By which names objects are reached: a tree of fields and classes.
 * Objects that are reached by the same names stand at one node, however many of them there are.
 */
export interface Paths {
  readonly nodes: readonly PathNode[]
  /** The node of a root: `static Shop.sessions`. */
  readonly root: (text: string) => number
  /** The node of an object of class `name`, to which one at `from` of class `holder` refers by `field`. */
  readonly step: (from: number, holder: string, field: string, name: string) => number
  /** Adds such an object. A part of a collection counts for no object. */
  readonly add: (node: number, bytes: number, isPart: boolean) => void
  readonly isPart: (holder: string, field: string, name: string) => boolean
}

export interface PathNode {
  /** -1: it is a root. */
  readonly parent: number
  /** By which field its parent refers to it; '' where that says nothing. */
  readonly field: string
  /** Its class; of a root what it is. */
  readonly name: string
  objects: number
  bytes: number
}

/** Of a list whose items refer to each other the class is told once. */
const looksBack = 6
/** Far more than programs have ways by which classes refer to each other. */
const mostNodes = 400_000

export function pathTree(): Paths {
  const nodes: PathNode[] = []
  const children = new Map<number, number>()
  const hops = hopTable()
  const nodeOf = (parent: number, hop: Hop): number => {
    const key = (parent + 1) * 0x100_0000 + hop.number
    const known = children.get(key)
    if (known !== undefined) return known
    if (parent >= 0 && nodes.length >= mostNodes) return parent
    children.set(key, nodes.length)
    return nodes.push({ parent, field: hop.field, name: hop.name, objects: 0, bytes: 0 }) - 1
  }
  /** One of the same class that was reached in the same way, a few steps up. */
  const again = (from: number, hop: Hop): number => {
    for (let at = from, steps = 0; steps < looksBack; steps++) {
      const node = nodes[at]
      if (node === undefined) break
      if (node.name === hop.name && node.field === hop.field) return at
      at = node.parent
    }
    return -1
  }
  return {
    nodes,
    root: (text) => nodeOf(-1, hops('', '', text)),
    step: (from, holder, field, name) => {
      const hop = hops(holder, field, name)
      if (hop.isPart) return from
      const known = again(from, hop)
      return known >= 0 ? known : nodeOf(from, hop)
    },
    add: (node, bytes, isPart) => {
      const at = nodes[node]
      if (at === undefined) return
      at.bytes += bytes
      if (!isPart) at.objects++
    },
    isPart: (holder, field, name) => hops(holder, field, name).isPart,
  }
}

interface Hop {
  /** The same for the same field and name. */
  readonly number: number
  readonly field: string
  readonly name: string
  readonly isPart: boolean
}

/** Each way from a class to another is looked at once. */
function hopTable(): (holder: string, field: string, name: string) => Hop {
  const byHolder = new Map<string, Map<string, Map<string, Hop>>>()
  const told = new Map<string, number>()
  return (holder, field, name) => {
    const byField = getOr(byHolder, holder, () => new Map())
    const byName = getOr(byField, field, () => new Map<string, Hop>())
    return getOr(byName, name, () => {
      const said = isSilent(holder) ? '' : field
      const number = getOr(told, `${said} ${name}`, () => told.size)
      return { number, field: said, name, isPart: isInternal(holder, field, name) }
    })
  }
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
