import type { HeapGraph } from '../../../profile/formats/v8/heap-graph.ts'

/**
 * The name by which an ES module exports a variable, whose value stands in a cell; `exports` of its default;
 * null: no module does.
 * A module has a table of names and cells, each name before its cell: Module::exports in
 * v8/src/objects/module.tq, ObjectHashTable.
 */
export function exportedName(graph: HeapGraph, cell: number): string | null {
  if (graph.name(cell) !== 'system / Cell') return null
  const known = names.get(graph) ?? namesIn(graph)
  names.set(graph, known)
  return known.get(cell) ?? null
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
    if (/^[A-Za-z_$][\w$]{0,39}$/.test(text)) found.set(cell, text === 'default' ? 'exports' : text)
  }
}
