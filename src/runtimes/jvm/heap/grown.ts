import { shortName } from '../class-name.ts'
import type { PathNode } from './paths.ts'

/** Who holds what at one moment: nodes of a tree, parents before their children. */
export type Held = readonly Readonly<PathNode>[]

/** So many more objects at one place are no accident. */
export const leastObjects = 2

export interface Grown {
  readonly field: string
  readonly name: string
  readonly parent: Grown | null
  readonly children: Grown[]
  objects: number
  bytes: number
  /** With all that is held by it. */
  whole: number
}

/** Roots of the tree of both moments, each node with what there is more of. */
export function grownOf(before: Held, after: Held): readonly Grown[] {
  const roots = new Map<string, Grown>()
  const known = new Map<Grown | null, Map<string, Grown>>([[null, roots]])
  const add = (held: Held, sign: 1 | -1): void => {
    const places: Grown[] = []
    for (const { parent, field, name, objects, bytes } of held) {
      const above = places[parent] ?? null
      const siblings = known.get(above) ?? new Map<string, Grown>()
      known.set(above, siblings)
      const key = `${field} ${name}`
      const at = siblings.get(key) ?? {
        field,
        name,
        parent: above,
        children: [],
        objects: 0,
        bytes: 0,
        whole: 0,
      }
      if (!siblings.has(key)) above?.children.push(at)
      siblings.set(key, at)
      places.push(at)
      at.objects += sign * objects
      at.bytes += sign * bytes
    }
  }
  add(before, -1)
  add(after, 1)
  const order = [...known.keys()]
  for (const siblings of known.values()) for (const at of siblings.values()) at.whole = at.bytes
  for (const at of depthFirst([...roots.values()])) if (at.parent !== null) at.parent.whole += at.whole
  return order.length === 0 ? [] : [...roots.values()]
}

/** Children before their parents. */
export function* depthFirst(nodes: readonly Grown[]): Generator<Grown> {
  const order: Grown[] = [...nodes]
  for (let at = 0; at < order.length; at++) order.push(...(order[at]?.children ?? []))
  yield* order.reverse()
}

/** A path that is longer than a line or two is told by the innermost names of its classes. */
const longestPath = 200

/** From the root on; the middle is never cut. */
export function textOf(at: Grown): string {
  const parts: string[] = []
  for (let node: Grown | null = at, field = ''; node !== null; node = node.parent) {
    parts.unshift(field === '' ? said(node.name) : `${said(node.name)}.${field}`)
    field = node.field
  }
  const root = parts.findLastIndex((part) => part.startsWith('static '))
  const [first = '', ...rest] = parts.slice(Math.max(0, root))
  const whole = [first, ...rest].join(' → ')
  return whole.length <= longestPath ? whole : [first, ...rest.map(innermost)].join(' → ')
}

/** `ScheduledThreadPoolExecutor.DelayedWorkQueue.queue` is `DelayedWorkQueue.queue`. */
const innermost = (part: string): string => part.replace(/\b(?:[A-Z]\w*\.)+(?=[A-Z]\w*)/, '')

function said(name: string): string {
  const [, kind = '', owner, member = ''] =
    /^(static |thread local |local variable of )(.*)\.([^.]+)$/.exec(name) ?? []
  if (owner !== undefined) return `${kind}${shortName(owner)}.${plain(member)}`
  const [, word = '', rest = name] = /^(running |class )?(.*)$/.exec(name) ?? []
  const thread = word === 'running ' && rest === 'java.lang.Thread'
  return thread ? 'running thread' : word + shortName(rest)
}
const plain = (member: string): string => member.replace(/^lambda\$(\w+)\$\d+$/, '$1')
