import type { Quantity } from '../../profile/profile.ts'

/**
 * All stacks of one quantity merged into a tree, as columns:
 * entry i is called `names[name[i]]` and hangs below `parent[i]`.
 */
export interface FlameTree {
  readonly quantity: Quantity
  /** Entry 0 is the root, which is called '' and has the parent −1. */
  readonly names: readonly string[]
  readonly name: readonly number[]
  readonly parent: readonly number[]
  /** Of stacks that end here: growth a round on base and head. */
  readonly base: readonly number[]
  readonly head: readonly number[]
  /** Stacks that end in an entry called `smaller`: each too narrow to be seen. */
  readonly cut: number
}

/** What entries are called in which narrow ones stand together. */
export const smaller = '(smaller)'

/** A tree as the page's script reads it. */
export interface NamedTree extends FlameTree {
  readonly title: string
  readonly unit: 'bytes' | 'count'
}

/** Growth a round of head beyond base, of the stacks that end at an entry. */
export const changeAt = ({ base, head }: FlameTree, at: number): number => (head[at] ?? 0) - (base[at] ?? 0)

/** The names from the outermost function to an entry. */
export function pathTo({ name, names, parent }: FlameTree, leaf: number): readonly string[] {
  const path: string[] = []
  for (let at = leaf; at > 0; at = parent[at] ?? 0) path.push(names[name[at] ?? 0] ?? '')
  return path.reverse()
}
