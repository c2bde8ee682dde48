import { FormatError } from '../../../errors.ts'

/** The objects of a V8 heap snapshot and the references between them, as flat arrays. */
export interface HeapGraph {
  readonly count: number
  readonly id: (node: number) => number
  readonly size: (node: number) => number
  /** `object`, `closure`, `array`, `string`, … as V8 says. */
  readonly type: (node: number) => string
  /** Of an object its class. Of a string it is its value: never to be shown. */
  readonly name: (node: number) => string
  /** Edges of a node are `firstEdge(node)` up to `firstEdge(node + 1)`. */
  readonly firstEdge: (node: number) => number
  readonly target: (edge: number) => number
  /** `context` (a variable), `property`, `element`, `internal`, `hidden`, `weak`, `shortcut`. */
  readonly edgeType: (edge: number) => string
  /** '' for edges that have a number. */
  readonly edgeName: (edge: number) => string
  /** Of a closure where its function begins in the source; null where the snapshot does not say. */
  readonly place: (node: number) => Place | null
}

interface Place {
  /** Path or URL of the script. */
  readonly file: string
  /** Counts from 1. */
  readonly line: number
}

interface Meta {
  readonly location_fields?: readonly string[]
  readonly node_fields: readonly string[]
  readonly node_types: readonly [readonly string[], ...unknown[]]
  readonly edge_fields: readonly string[]
  readonly edge_types: readonly [readonly string[], ...unknown[]]
}

/**
 * Reads the bytes themselves: as one text a snapshot of 100 MB of objects is longer than a string may be.
 * Format: v8/src/profiler/heap-snapshot-generator.cc, HeapSnapshotJSONSerializer. Throws FormatError.
 */
export function readHeapGraph(bytes: Buffer): HeapGraph {
  const nodesAt = after(bytes, '"nodes":[', 0)
  const head = bytes.toString('utf8', after(bytes, '"snapshot":', 0), bytes.lastIndexOf('}', nodesAt) + 1)
  const { meta, node_count: count, edge_count: edgeCount } = parsed(head) as HeadFields
  const width = meta?.node_fields?.length ?? 0
  const edgeWidth = meta?.edge_fields?.length ?? 0
  if (!isCount(count, bytes) || !isCount(edgeCount, bytes) || width < 4 || edgeWidth < 3)
    throw broken('its numbers of objects cannot be')
  const nodes = integers(bytes, nodesAt, count * width)
  const edges = integers(bytes, after(bytes, '"edges":[', nodes.end), edgeCount * edgeWidth)
  const strings = parsed(
    bytes.toString('utf8', after(bytes, '"strings":', edges.end), bytes.lastIndexOf(']') + 1),
  )
  const texts = strings as readonly string[]
  const field = (name: string) => meta.node_fields.indexOf(name)
  const [typeAt, nameAt, idAt, sizeAt, edgesAt] = ['type', 'name', 'id', 'self_size', 'edge_count'].map(field)
  const value = (node: number, at = 0) => nodes.values[node * width + at] ?? 0
  const edge = (index: number, at: number) => edges.values[index * edgeWidth + at] ?? 0
  const first = new Uint32Array(count + 1)
  for (let node = 0; node < count; node++) first[node + 1] = (first[node] ?? 0) + value(node, edgesAt)
  if (first[count] !== edgeCount) throw broken('its references do not add up')
  for (let index = 0; index < edgeCount; index++)
    if (edge(index, 2) % width !== 0 || edge(index, 2) >= count * width)
      throw broken('a reference leads nowhere')
  const edgeType = (index: number) => meta.edge_types[0][edge(index, 0)] ?? ''
  const lines = linesIn(bytes, meta, edges.end, width)
  const graph: Omit<HeapGraph, 'place'> = {
    count,
    id: (node) => value(node, idAt),
    size: (node) => value(node, sizeAt),
    type: (node) => meta.node_types[0][value(node, typeAt)] ?? '',
    name: (node) => texts[value(node, nameAt)] ?? '',
    firstEdge: (node) => first[node] ?? 0,
    target: (index) => edge(index, 2) / width,
    edgeType,
    edgeName: (index) => (/^(?:element|hidden)$/.test(edgeType(index)) ? '' : (texts[edge(index, 1)] ?? '')),
  }
  return { ...graph, place: (node) => placeOf(graph, lines, node) }
}

/** Lines of functions by node, counted from 1; empty where a snapshot has none. */
function linesIn(bytes: Buffer, meta: Meta, from: number, width: number): ReadonlyMap<number, number> {
  const fields = meta.location_fields ?? []
  const start = bytes.indexOf('"locations":[', from)
  const [node, line] = ['object_index', 'line'].map((name) => fields.indexOf(name))
  if (start < 0 || node !== 0 || line === undefined || line < 0) return new Map()
  const at = start + '"locations":['.length
  const numbers = bytes.toString('latin1', at, bytes.indexOf(']', at)).split(',').map(Number)
  const found = new Map<number, number>()
  for (let i = 0; i + line < numbers.length; i += fields.length)
    found.set((numbers[i] ?? 0) / width, (numbers[i + line] ?? 0) + 1)
  return found
}

/** A closure's code names its script: V8HeapExplorer in heap-snapshot-generator.cc. */
function placeOf(
  graph: Omit<HeapGraph, 'place'>,
  lines: ReadonlyMap<number, number>,
  node: number,
): Place | null {
  const line = lines.get(node)
  const follow = (from: number, name: RegExp): number | null => {
    for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
      if (name.test(graph.edgeName(e))) return graph.target(e)
    return null
  }
  const code = line === undefined || graph.type(node) !== 'closure' ? null : follow(node, /^shared$/)
  const script = code === null ? null : follow(code, /^script(?:_or_debug_info)?$/)
  const file = script === null ? '' : graph.name(script).replace(/^system \/ Script \/ ?/, '')
  return line === undefined || file === '' ? null : { file, line }
}

/** Every number takes two bytes of the file at least. */
function isCount(count: unknown, bytes: Buffer): boolean {
  return Number.isSafeInteger(count) && (count as number) >= 0 && (count as number) < bytes.length
}

interface HeadFields {
  readonly meta: Meta
  readonly node_count: number
  readonly edge_count: number
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw broken('it is cut short')
  }
}

function after(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from)
  if (at < 0) throw broken(`it has no ${mark.slice(1, mark.indexOf('"', 1))}`)
  return at + mark.length
}

const [zero, nine, bracket] = [48, 57, 93]

/** A list of whole numbers, up to its closing bracket. */
function integers(
  bytes: Buffer,
  from: number,
  count: number,
): { readonly values: Uint32Array; readonly end: number } {
  // Sizes of single objects and positions stay below 2^32.
  if (count > bytes.length) throw broken(`it announces ${count} numbers`)
  const values = new Uint32Array(count)
  let filled = 0
  let value = -1
  let at = from
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? bracket
    if (byte >= zero && byte <= nine) value = Math.max(0, value) * 10 + byte - zero
    else {
      if (value >= 0 && filled < count) values[filled] = value
      if (value >= 0) filled++
      value = -1
      if (byte === bracket) break
    }
  }
  if (filled !== count) throw broken(`it announces ${count} numbers and holds ${filled}`)
  return { values, end: at }
}

const broken = (problem: string): FormatError =>
  new FormatError(
    'broken',
    `The heap snapshot is damaged: ${problem}.`,
    'Write it again, and check whether the disk is full.',
  )
