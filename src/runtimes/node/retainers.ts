import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HeapGraph, readHeapGraph } from '../../profile/formats/v8/heap-graph.ts'
import type { Frame } from '../../profile/profile.ts'
import type { Retainer } from '../runtime.ts'

/** More than a heap of 200 MB writes. */
const mostBytes = 1e9
const mostRetainers = 3
/** What holds less of what is new may be anybody's. */
const leastShare = 0.03

/** Whether a file is a heap snapshot of the probe. */
export const isGraph = (path: string): boolean => path.endsWith('.heapsnapshot')

/** Who holds what was born since the mark in the file's name. */
export async function retainers(path: string): Promise<readonly Retainer[]> {
  const since = /\.since-(\d+)\.heapsnapshot$/.exec(basename(path))?.[1]
  if (since === undefined || (await stat(path)).size > mostBytes) return []
  return retainersOf(readHeapGraph(await readFile(path)), Number(since))
}

/**
 * Objects with a higher number than `since` are new; the nearest object above them that is not,
 * on the way from the roots, holds them. So lists, tables and chains of timers that grew are one holder,
 * however long they are.
 */
function retainersOf(graph: HeapGraph, since: number): readonly Retainer[] {
  const tree = reach(graph)
  const { groups, total } = newByHolder(graph, tree, since)
  return groups
    .filter(({ bytes }) => bytes >= leastShare * total)
    .toSorted((a, b) => b.bytes - a.bytes)
    .flatMap(({ holder, kind, variable, bytes, functions }) => {
      const above = variable === '' ? aboveOf(graph, tree, holder) : [variable]
      const path = kind === '' || above.at(-1) === kind ? above : [...above, kind]
      const registered = registers.test(kind) ? mostOf(functions) : null
      const told = { path: path.join(' → '), share: bytes / total }
      return path.length < 2 ? [] : [registered === null ? told : { ...told, registered }]
    })
    .slice(0, mostRetainers)
}

/**
 * Who made the scope of a variable without a name says nothing of it:
 * of a test it is the runner, which calls its function.
 */
const aboveOf = (graph: HeapGraph, tree: Tree, holder: number): readonly string[] =>
  graph.name(holder).startsWith('system / Context') ? [] : pathTo(graph, tree, holder)

/** What is given to somebody else to be called: `EventTarget` keeps its own in objects. */
const registers = /^(?:function|Listener)$/

function mostOf(functions: Held['functions']): Frame | null {
  const [most] = [...functions.values()].toSorted((a, b) => b.count - a.count)
  if (most === undefined) return null
  const file = most.file.startsWith('file://') ? fileURLToPath(most.file) : most.file
  return { function: most.name || '(anonymous)', file, line: most.line }
}

interface Held {
  readonly holder: number
  /** Class of what it holds; '' when that has none. */
  readonly kind: string
  /** The variable whose value is new; '' when it is in something old that the new one hangs. */
  readonly variable: string
  bytes: number
  /** The outermost functions in what it holds, by where they stand. */
  readonly functions: Map<string, { name: string; file: string; line: number; count: number }>
}

function newByHolder(
  graph: HeapGraph,
  tree: Tree,
  since: number,
): { groups: readonly Held[]; total: number } {
  const holders = new Int32Array(graph.count).fill(-1)
  const kinds = new Array<string>(graph.count).fill('')
  const variables = new Array<string>(graph.count).fill('')
  const inFunction = new Uint8Array(graph.count)
  const held = new Map<string, Held>()
  let total = 0
  for (const node of tree.order) {
    const above = tree.parent[node] ?? 0
    if (!isNew(graph, node, since, holders[above] !== -1)) continue
    // An old one has no holder here. What is named is the first thing of a class: of a table made anew,
    // what stands in it.
    const holder = holders[above] === -1 ? above : (holders[above] ?? 0)
    const kind = kinds[above] || className(graph, node)
    const variable = holders[above] === -1 ? variableOf(graph, tree, node) : (variables[above] ?? '')
    holders[node] = holder
    kinds[node] = kind
    variables[node] = variable
    const isOutermost = graph.type(node) === 'closure' && inFunction[above] === 0
    inFunction[node] = isOutermost ? 1 : (inFunction[above] ?? 0)
    if (machinery.has(graph.type(node))) continue
    const size = graph.size(node)
    total += size
    const key = `${holder} ${kind} ${variable}`
    const known = held.get(key) ?? { holder, kind, variable, bytes: 0, functions: new Map() }
    held.set(key, known)
    known.bytes += size
    if (isOutermost) count(graph, known.functions, node)
  }
  return { groups: [...held.values()], total }
}

/**
 * Memory outside the heap is numbered when it is first written, however old it is:
 * it is as new as the object that has it.
 */
const isNew = (graph: HeapGraph, node: number, since: number, isAboveNew: boolean): boolean =>
  /^(?:native|synthetic)$/.test(graph.type(node)) ? isAboveNew : graph.id(node) > since

function count(graph: HeapGraph, functions: Held['functions'], node: number): void {
  const place = graph.place(node)
  if (place === null) return
  const key = `${place.file}:${place.line}`
  const known = functions.get(key)
  if (known === undefined) functions.set(key, { ...place, name: graph.name(node), count: 1 })
  else known.count++
}

function variableOf(graph: HeapGraph, { edge, parent }: Tree, node: number): string {
  const by = edge[node] ?? -1
  return by >= 0 && graph.edgeType(by) === 'context' ? edgeLabel(graph, parent[node] ?? 0, by) : ''
}

const machinery = new Set(['code', 'hidden', 'synthetic', 'object shape'])

interface Tree {
  readonly parent: Int32Array
  /** The edge from the parent. */
  readonly edge: Int32Array
  /** Nearest first. */
  readonly order: readonly number[]
}

/** Shortest ways from the roots: the program's own (its global object) before those of the machine. */
function reach(graph: HeapGraph): Tree {
  const parent = new Int32Array(graph.count).fill(-1)
  const edge = new Int32Array(graph.count).fill(-1)
  const order: number[] = [0]
  parent[0] = 0
  let done = 1
  const take = (from: number, wanted: (edge: number) => boolean): void => {
    for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++) {
      const to = graph.target(e)
      if (parent[to] !== -1 || graph.edgeType(e) === 'weak' || isOurs(graph, e) || !wanted(e)) continue
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

/** The session of the inspector that asked for these objects holds whoever waits for them. */
const isOurs = (graph: HeapGraph, edge: number): boolean => graph.edgeName(edge) === '#messageCallbacks'

/** The variable or property from which a developer would look, and the classes from there on. */
function pathTo(graph: HeapGraph, tree: Tree, node: number): readonly string[] {
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

function edgeLabel(graph: HeapGraph, from: number, edge: number): string {
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

const isNamed = (graph: HeapGraph, node: number): boolean =>
  graph.type(node) === 'object' || graph.type(node) === 'closure'

function className(graph: HeapGraph, node: number): string {
  if (graph.type(node) === 'closure') return 'function'
  const name = graph.name(node).replace(/ \/.*$/, '')
  return isNamed(graph, node) && /^[A-Za-z_$][\w$.]{0,59}$/.test(name) ? name : ''
}
