import type { HeapGraph } from '../../../profile/formats/v8/heap-graph.ts'
import { isOfBlock, variableName } from './variables.ts'

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

interface Part {
  readonly text: string
  readonly kind: 'class' | 'variable' | 'property' | 'exports'
}

/**
 * The variable or property from which a developer would look, and the classes from there on. What a module
 * exports is such a place: above it stand registries of the loader, or of a test runner.
 */
export function pathTo(graph: HeapGraph, tree: Tree, node: number): readonly string[] {
  const parts = partsTo(graph, tree, node)
  if (parts === null) return ['timer list']
  const [first, second] = parts
  const told =
    first === undefined || first.kind === 'class' || first.kind === 'property' ? parts.slice(-3) : parts
  // Its own name tells more.
  const texts = (first?.kind === 'exports' && second?.kind === 'property' ? told.slice(1) : told).map(
    ({ text }) => text,
  )
  const named = texts.filter((text, index) => text !== '' && text.replace(/^_/, '') !== texts[index + 1])
  return named.length <= mostParts ? named : [...named.slice(0, mostParts - 3), '…', ...named.slice(-2)]
}

/** What a node is called by, with what stands right above that: `AppService.recent`. null: by no name. */
export function nameOf(graph: HeapGraph, tree: Tree, node: number): string | null {
  const parts = partsTo(graph, tree, node) ?? []
  const at = parts.findLastIndex(({ kind }) => kind === 'variable' || kind === 'property')
  const [above, own] = [parts[at - 1], parts[at]]
  if (own === undefined || own.text === '') return null
  return own.kind === 'variable' || !above?.text || above.kind === 'exports'
    ? own.text
    : `${above.text}.${own.text}`
}

/** null: by a timer. */
function partsTo(graph: HeapGraph, tree: Tree, node: number): readonly Part[] | null {
  const parts: Part[] = []
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) {
    const name = className(graph, at)
    if (name === 'TimersList' || name === 'TimersListQueue') return null
    if (name !== '' && name !== 'Object') parts.unshift({ text: name, kind: 'class' })
    const above = partOf(graph, tree, at)
    if (above === null) continue
    parts.unshift(above)
    if (above.kind !== 'property') break
  }
  return parts
}

/** What holds a node; null: nothing with a name. A variable may have none that is known. */
function partOf(graph: HeapGraph, tree: Tree, node: number): Part | null {
  const [edge = -1, from = 0] = [tree.edge[node], tree.parent[node]]
  if (edge < 0) return null
  const variable = variableName(graph, from, edge)
  if (isExport(graph, from, edge) || variable === 'exports') return { text: 'exports', kind: 'exports' }
  if (variable !== '' || isOfBlock(graph, from, edge)) return { text: variable, kind: 'variable' }
  const text = edgeLabel(graph, from, edge)
  return text === '' ? null : { text, kind: 'property' }
}

/** Of a module as Node, and jest, keep those that are no ES modules. */
function isExport(graph: HeapGraph, from: number, edge: number): boolean {
  if (graph.edgeType(edge) !== 'property' || graph.edgeName(edge) !== 'exports') return false
  for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
    if (graph.edgeType(e) === 'property' && graph.edgeName(e) === 'filename') return true
  return false
}

/** Of a path, the middle says least. */
const mostParts = 6

/**
 * Properties of plain objects may be keys, which are data: only few of them, and only words,
 * are taken for names.
 */
const mostNames = 16

function edgeLabel(graph: HeapGraph, from: number, edge: number): string {
  const name = graph.edgeName(edge)
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

const isNamed = (graph: HeapGraph, node: number): boolean =>
  graph.type(node) === 'object' || graph.type(node) === 'closure'

export function className(graph: HeapGraph, node: number): string {
  if (graph.type(node) === 'closure') return 'function'
  const name = graph.name(node).replace(/ \/.*$/, '')
  return isNamed(graph, node) && name !== 'system' && /^[A-Za-z_$][\w$.]{0,59}$/.test(name) ? name : ''
}
