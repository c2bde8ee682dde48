import type { StackGrowth } from '../../diff/stack-growth.ts'
import type { Quantity } from '../../profile/profile.ts'
import { placedName } from '../../trial/frame-name.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import { type FlameTree, smaller } from './flame-tree.ts'

interface Node {
  readonly name: string
  readonly children: Map<string, Node>
  base: number
  head: number
  /** Stacks that end here. */
  stacks: number
  /** Of it and all below, whichever way it moves: what its width stands for. */
  weight: number
}

/** More nodes than a screen shows, and than a browser lays out in a moment. */
const mostNodes = 10_000

/**
 * One tree for each quantity with stacks that grow or shrink. Of large ones the widest nodes alone are kept:
 * what hangs below a node and is narrower stands together as `smaller`.
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
  const labelOf = labels()
  for (const { base, head, role, stack } of stacks) {
    const path = [...(roles.size > 1 ? [role] : []), ...stack.map(labelOf)]
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
    at.stacks++
  }
  return root
}

/** One label a function, whichever of its lines a stack leads through. */
function labels(): (frame: TrialFrame) => string {
  const known = new Map<string, string>()
  return (frame) => {
    const label = known.get(frame.site) ?? placedName(frame)
    known.set(frame.site, label)
    return label
  }
}

const node = (name: string): Node => ({ name, children: new Map(), base: 0, head: 0, stacks: 0, weight: 0 })

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
  const put = ({ base, head, name }: Pick<Node, 'base' | 'head' | 'name'>, parent: number): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    tree.parent.push(parent)
    tree.base.push(rounded(base))
    tree.head.push(rounded(head))
    return tree.name.push(known) - 1
  }
  const add = (one: Node, parent: number): void => {
    const index = put(one, parent)
    const children = [...one.children.values()].toSorted((a, b) => b.weight - a.weight)
    for (const child of children.filter(({ weight }) => weight >= least)) add(child, index)
    for (const folded of together(children.filter(({ weight }) => weight < least))) {
      cut += folded.stacks
      put(folded, index)
    }
  }
  add(root, -1)
  return { quantity, names: [...names.keys()], ...tree, cut }
}

const rounded = (value: number): number => Number(value.toPrecision(6))

/** What grew and what shrank apart: in one sum they would cancel out, and be drawn too narrow. */
function together(nodes: readonly Node[]): readonly Node[] {
  const [grown, shrunk] = [node(smaller), node(smaller)]
  const visit = (one: Node): void => {
    const sum = one.head >= one.base ? grown : shrunk
    sum.base += one.base
    sum.head += one.head
    sum.stacks += one.stacks
    for (const child of one.children.values()) visit(child)
  }
  for (const one of nodes) visit(one)
  return [grown, shrunk].filter(({ stacks }) => stacks > 0)
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
