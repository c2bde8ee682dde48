/** A tree as the page's JSON holds it: see FlameTree of the page. */
export interface Data {
  readonly quantity: string
  readonly title: string
  readonly unit: 'bytes' | 'count'
  readonly names: readonly string[]
  readonly name: readonly number[]
  readonly parent: readonly number[]
  readonly base: readonly number[]
  readonly head: readonly number[]
  readonly cut: number
}

export type View = 'difference' | 'head' | 'base'

/** A node as the flame graph lays it out: `value` is its width, `delta` what it grew by with all below. */
export interface Frame {
  readonly name: string
  value: number
  delta: number
  readonly children: Frame[]
}

/** The tree of a view; reversed, the innermost functions are the trunk and their callers grow from them. */
export function framesOf(data: Data, view: View, reversed: boolean): Frame {
  const root = frame('all')
  const open = new Map<Frame, Map<string, Frame>>()
  for (let i = 0; i < data.name.length; i++) {
    const [base, head] = [data.base[i] ?? 0, data.head[i] ?? 0]
    const delta = head - base
    const value = view === 'difference' ? Math.abs(delta) : Math.max(0, view === 'head' ? head : base)
    if (value === 0) continue
    const path = pathOf(data, i)
    grow(root, reversed ? path.reverse() : path, value, delta, open)
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

function pathOf({ name, names, parent }: Data, leaf: number): string[] {
  const path: string[] = []
  for (let at = leaf; at > 0; at = parent[at] ?? 0) path.push(names[name[at] ?? 0] ?? '')
  return path.reverse()
}
