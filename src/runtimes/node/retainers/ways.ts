import type { HeapGraph } from '../../../profile/formats/v8/heap-graph.ts'

export interface Tree {
  readonly parent: Int32Array
  /** The edge from the parent. */
  readonly edge: Int32Array
  /** Nearest first. */
  readonly order: readonly number[]
}

/** Shortest ways from the roots: the program's own (its global object) before those of the machine. */
export function reach(graph: HeapGraph): Tree {
  const parent = new Int32Array(graph.count).fill(-1)
  const edge = new Int32Array(graph.count).fill(-1)
  const order: number[] = [0]
  parent[0] = 0
  let done = 1
  const take = (from: number, wanted: (edge: number) => boolean): void => {
    for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++) {
      const to = graph.target(e)
      if (parent[to] !== -1 || graph.edgeType(e) === 'weak' || !wanted(e)) continue
      parent[to] = from
      edge[to] = e
      order.push(to)
    }
  }
  const spread = (): void => {
    for (; done < order.length; done++) take(order[done] ?? 0, () => true)
  }
  take(0, (e) => graph.type(graph.target(e)) !== 'synthetic')
  spread()
  take(0, () => true)
  spread()
  return { parent, edge, order }
}

/** The variable or property from which a developer would look, and the classes from there on. */
export function pathTo(graph: HeapGraph, tree: Tree, node: number): readonly string[] {
  const parts: { readonly text: string; readonly isStart: boolean }[] = []
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) {
    const name = className(graph, at)
    if (name === 'TimersList' || name === 'TimersListQueue') return ['timer list']
    if (isNamed(graph, at) && name !== 'Object') parts.unshift({ text: name, isStart: false })
    const edge = tree.edge[at] ?? -1
    const told = edge < 0 ? '' : edgeLabel(graph, tree.parent[at] ?? 0, edge)
    if (told !== '') parts.unshift({ text: told, isStart: graph.edgeType(edge) === 'context' })
    if (parts[0]?.isStart) break
  }
  const told = parts.slice(parts[0]?.isStart ? 0 : -3).map((part) => part.text)
  const named = told.filter((text, index) => text.replace(/^_/, '') !== told[index + 1])
  return named.length <= mostParts ? named : [...named.slice(0, mostParts - 3), '…', ...named.slice(-2)]
}

/** Of a path, the middle says least. */
const mostParts = 6

/**
 * Properties of plain objects may be keys, which are data: only few of them, and only words,
 * are taken for names.
 */
const mostNames = 16

export function edgeLabel(graph: HeapGraph, from: number, edge: number): string {
  const name = graph.edgeName(edge)
  if (graph.edgeType(edge) === 'context') return /^[A-Za-z_$][\w$]{0,39}$/.test(name) ? name : ''
  if (graph.edgeType(edge) !== 'property' || hidden.has(name)) return ''
  if (graph.name(from) !== 'Object') return /^[#A-Za-z_$][\w$]{0,39}$/.test(name) ? name : ''
  let properties = 0
  for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
    if (graph.edgeType(e) === 'property') properties++
  return properties <= mostNames && /^[A-Za-z]{1,24}$/.test(name) ? name : ''
}

/** Of no use to a reader, or a step along a list. */
const hidden = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'map',
  'this',
  'exports',
  'next',
  'previous',
])

/** Variables that functions share. */
export const isScope = (graph: HeapGraph, node: number): boolean =>
  graph.name(node).startsWith('system / Context')

const isNamed = (graph: HeapGraph, node: number): boolean =>
  graph.type(node) === 'object' || graph.type(node) === 'closure'

export function className(graph: HeapGraph, node: number): string {
  if (graph.type(node) === 'closure') return 'function'
  const name = graph.name(node).replace(/ \/.*$/, '')
  return isNamed(graph, node) && name !== 'system' && /^[A-Za-z_$][\w$.]{0,59}$/.test(name) ? name : ''
}
