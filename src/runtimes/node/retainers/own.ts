import { open } from 'node:fs/promises'
import type { HeapGraph } from '../../../profile/formats/v8/heap-graph.ts'
import { isScope } from './variables.ts'
import type { Tree } from './ways.ts'

/**
 * The probe's own file, as the heap profile that is written beside the graph names it; '' where none does.
 */
export async function probeOf(graph: string): Promise<string> {
  const file = await open(graph.replace(/\.since-\d+\.heapsnapshot$/, '.heap.json')).catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    const told = /"probe":("(?:[^"\\]|\\.)*")/.exec(buffer.toString('utf8', 0, bytesRead))?.[1]
    return told === undefined ? '' : String(JSON.parse(told))
  } finally {
    await file.close()
  }
}

/** Whether a node is a function that stands in this file. */
export const isOfFile = (graph: HeapGraph, node: number, file: string): boolean =>
  file !== '' && graph.place(node)?.file.replace(/^file:\/\//, '') === file

/** Whether the way to a node begins at a variable of a script of Node's own. */
export function isOwnScope(graph: HeapGraph, tree: Tree, node: number): boolean {
  const scope = scopeAbove(graph, tree, node)
  if (scope === null) return false
  for (let closure = 0; closure < graph.count; closure++) {
    if (graph.type(closure) !== 'closure' || !uses(graph, closure, scope)) continue
    return graph.place(closure)?.file.startsWith('node:') ?? false
  }
  return false
}

function scopeAbove(graph: HeapGraph, tree: Tree, node: number): number | null {
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) if (isScope(graph, at)) return at
  return null
}

function uses(graph: HeapGraph, closure: number, scope: number): boolean {
  for (let e = graph.firstEdge(closure); e < graph.firstEdge(closure + 1); e++)
    if (graph.target(e) === scope) return true
  return false
}
