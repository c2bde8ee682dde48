import { changeAt, type NamedTree, pathTo } from '../flame-tree.ts'

export type View = 'difference' | 'head' | 'base'

/** A node as the flame graph lays it out: `value` is its width, `delta` what it grew by with all below. */
export interface Frame {
  readonly name: string
  value: number
  delta: number
  readonly children: Frame[]
}

/** The tree of a view; reversed, the innermost functions are the trunk and their callers grow from them. */
export function framesOf(tree: NamedTree, view: View, reversed: boolean): Frame {
  const root = frame('all')
  const open = new Map<Frame, Map<string, Frame>>()
  for (let i = 0; i < tree.name.length; i++) {
    const delta = changeAt(tree, i)
    const value = view === 'difference' ? Math.abs(delta) : Math.max(0, tree[view][i] ?? 0)
    if (value === 0) continue
    const path = pathTo(tree, i)
    grow(root, reversed ? [...path].reverse() : path, value, delta, open)
  }
  return root
}

const frame = (name: string): Frame => ({ name, value: 0, delta: 0, children: [] })

function grow(
  root: Frame,
  path: readonly string[],
  value: number,
  delta: number,
  open: Map<Frame, Map<string, Frame>>,
): void {
  let at = root
  at.value += value
  at.delta += delta
  for (const name of path) {
    const known = open.get(at) ?? new Map<string, Frame>()
    open.set(at, known)
    const next = known.get(name) ?? frame(name)
    if (!known.has(name)) {
      known.set(name, next)
      at.children.push(next)
    }
    next.value += value
    next.delta += delta
    at = next
  }
}
