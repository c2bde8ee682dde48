import type { StackGrowth } from '../../diff/stack-growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { FlameTree } from './flame-tree.ts'

interface Node {
  readonly name: string
  readonly children: Map<string, Node>
  base: number
  head: number
  /** Of it and all below, whichever way it moves: what its width stands for. */
  weight: number
}

/** More nodes than a screen shows, and than a browser lays out in a moment. */
const mostNodes = 15_000

/**
 * One tree for each quantity with stacks that grow or shrink. Of large ones the widest nodes alone are kept;
 * the rest is their parents'.
 */
export function flameTrees(
  stacks: readonly StackGrowth[],
  quantities: readonly Quantity[],
): readonly FlameTree[] {
  return quantities.flatMap((quantity) => {
    const moving = stacks.filter(
      ({ base, head, quantity: own }) => own === quantity && (base.perRound !== 0 || head.perRound !== 0),
    )
    return moving.length === 0 ? [] : [columns(quantity, treeOf(moving))]
  })
}

function treeOf(stacks: readonly StackGrowth[]): Node {
  const root = node('')
  const roles = new Set(stacks.map(({ role }) => role))
  for (const { base, head, role, stack } of stacks) {
    const path = [...(roles.size > 1 ? [role] : []), ...stack.map((frame) => frame.function)]
    const weight = Math.max(
      Math.abs(base.perRound),
      Math.abs(head.perRound),
      Math.abs(head.perRound - base.perRound),
    )
    let at = root
    at.weight += weight
    for (const name of path) {
      at = childOf(at, name)
      at.weight += weight
    }
    at.base += base.perRound
    at.head += head.perRound
  }
  return root
}

const node = (name: string): Node => ({ name, children: new Map(), base: 0, head: 0, weight: 0 })

function childOf(parent: Node, name: string): Node {
  const known = parent.children.get(name)
  if (known !== undefined) return known
  const made = node(name)
  parent.children.set(name, made)
  return made
}

function columns(quantity: Quantity, root: Node): FlameTree {
  const least = leastWeight(root)
  const names = new Map<string, number>()
  const tree = { name: [] as number[], parent: [] as number[], base: [] as number[], head: [] as number[] }
  let cut = 0
  const add = (one: Node, parent: number): void => {
    const index = tree.name.length
    const known = names.get(one.name) ?? names.size
    names.set(one.name, known)
    tree.name.push(known)
    tree.parent.push(parent)
    const kept = [...one.children.values()].filter((child) => child.weight >= least)
    const lost = [...one.children.values()].filter((child) => child.weight < least).map(sumOf)
    cut += lost.length
    tree.base.push(rounded(lost.reduce((sum, { base }) => sum + base, one.base)))
    tree.head.push(rounded(lost.reduce((sum, { head }) => sum + head, one.head)))
    for (const child of kept.toSorted((a, b) => b.weight - a.weight)) add(child, index)
  }
  add(root, -1)
  return { quantity, names: [...names.keys()], ...tree, cut }
}

const rounded = (value: number): number => Number(value.toPrecision(6))

function sumOf(one: Node): { readonly base: number; readonly head: number } {
  return [...one.children.values()]
    .map(sumOf)
    .reduce((sum, { base, head }) => ({ base: sum.base + base, head: sum.head + head }), {
      base: one.base,
      head: one.head,
    })
}

/** So much weight that no more nodes than `mostNodes` have it. */
function leastWeight(root: Node): number {
  const weights: number[] = []
  const visit = (one: Node): void => {
    weights.push(one.weight)
    for (const child of one.children.values()) visit(child)
  }
  visit(root)
  if (weights.length <= mostNodes) return 0
  return weights.sort((a, b) => b - a)[mostNodes] ?? 0
}
