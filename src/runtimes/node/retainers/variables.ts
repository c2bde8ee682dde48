import type { HeapGraph } from '../../../profile/formats/v8/heap-graph.ts'

/** Variables that functions share. */
export const isScope = (graph: HeapGraph, node: number): boolean =>
  graph.name(node).startsWith('system / Context')

/**
 * The variable of which an edge leads to the value; '' when it is of none, or of one whose name is not known.
 * `exports` is what an ES module exports by default.
 */
export function variableName(graph: HeapGraph, from: number, edge: number): string {
  const name = graph.edgeType(edge) === 'context' ? graph.edgeName(edge) : (inBlock(graph, from, edge) ?? '')
  return isName(name) ? name : exportedName(graph, from)
}

const isName = (text: string): boolean => /^[A-Za-z_$][\w$]{0,39}$/.test(text)

/**
 * V8 names the variables of functions, and of blocks only beside them, in order:
 * a module of vitest is a block. Small numbers have no edge, and then nobody knows which is which.
 * V8HeapExplorer::ExtractContextReferences in v8/src/profiler/heap-snapshot-generator.cc
 */
function inBlock(graph: HeapGraph, scope: number, edge: number): string | null {
  if (!isOfBlock(graph, scope, edge)) return null
  const called = namesBeside(graph, scope)
  const values = edgesOf(graph, scope).filter((e) => graph.edgeType(e) === 'hidden')
  return called.length === values.length ? (called[values.indexOf(edge)] ?? null) : null
}

/** Whether an edge leads to what a variable of a block holds, whether or not it is known of which. */
export const isOfBlock = (graph: HeapGraph, scope: number, edge: number): boolean =>
  graph.edgeType(edge) === 'hidden' && isScope(graph, scope) && namesBeside(graph, scope).length > 0

/** Of a block's scope; none are beside those of functions, nor of what V8 made for functions of its own. */
function namesBeside(graph: HeapGraph, scope: number): readonly string[] {
  const edges = edgesOf(graph, scope)
  const about = edges.find((e) => graph.edgeName(e) === 'scope_info')
  if (about === undefined || edges.some((e) => graph.edgeType(e) === 'context')) return []
  const beside = edgesOf(graph, graph.target(about)).map((e) => graph.target(e))
  return beside.filter((node) => graph.type(node) === 'string').map((node) => graph.name(node))
}

const edgesOf = (graph: HeapGraph, node: number): readonly number[] =>
  Array.from(
    { length: graph.firstEdge(node + 1) - graph.firstEdge(node) },
    (_, e) => graph.firstEdge(node) + e,
  )

/**
 * The name by which an ES module exports a variable, whose value stands in a cell. A module has a table of
 * names and cells, each name before its cell: Module::exports in v8/src/objects/module.tq, ObjectHashTable.
 */
function exportedName(graph: HeapGraph, cell: number): string {
  if (graph.name(cell) !== 'system / Cell') return ''
  const known = names.get(graph) ?? namesIn(graph)
  names.set(graph, known)
  return known.get(cell) ?? ''
}

const names = new WeakMap<HeapGraph, ReadonlyMap<number, string>>()

const modules = /^system \/ (?:SourceText|Synthetic)Module$/

function namesIn(graph: HeapGraph): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (let node = 0; node < graph.count; node++) {
    if (!modules.test(graph.name(node))) continue
    for (let e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++)
      if (graph.type(graph.target(e)) === 'array') readTable(graph, graph.target(e), found)
  }
  return found
}

function readTable(graph: HeapGraph, table: number, found: Map<number, string>): void {
  for (let e = graph.firstEdge(table); e + 1 < graph.firstEdge(table + 1); e++) {
    const [name, cell] = [graph.target(e), graph.target(e + 1)]
    if (graph.type(name) !== 'string' || graph.name(cell) !== 'system / Cell') continue
    const text = graph.name(name)
    if (isName(text)) found.set(cell, text === 'default' ? 'exports' : text)
  }
}
