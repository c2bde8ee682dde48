import type { Frame, Sample } from '../../profile.ts'
import type { MeasuredProfile } from '../measure.ts'
import { type HeapGraph, readHeapGraph } from './heap-graph.ts'

/** Frames of one way from the roots; what is held deeper counts for the last of them. */
const deepest = 24

/**
 * Reads a V8 heap snapshot (`.heapsnapshot`, of Node, Chrome, memlab): all objects, by class, on the shortest
 * way from the roots by which each is held, as a stack, outermost first. A frame's file says by which
 * property: `via Cart.items`. Names of strings are their values and are not shown. Throws FormatError.
 */
export function parseSnapshot(bytes: Buffer): readonly MeasuredProfile[] {
  const graph = readHeapGraph(bytes)
  const ways = waysOf(graph)
  const sizes = new Float64Array(ways.frames.length)
  const counts = new Float64Array(ways.frames.length)
  for (let node = 0; node < graph.count; node++) {
    const way = ways.of[node] as number
    sizes[way] = (sizes[way] as number) + graph.size(node)
    counts[way] = (counts[way] as number) + 1
  }
  const stacks = ways.frames.map((_, way) => stackOf(ways, way))
  const samples = (values: Float64Array): readonly Sample[] =>
    stacks.flatMap((stack, way) => (values[way] === 0 ? [] : [{ stack, value: values[way] as number }]))
  const common = { period: null, periodOf: '' }
  return [
    { ...common, quantity: 'heap-objects', unit: 'objects', type: 'objects', samples: samples(counts) },
    { ...common, quantity: 'heap-bytes', unit: 'bytes', type: 'space', samples: samples(sizes) },
  ]
}

/** Ways from the roots, each one frame longer than its parent; objects that are held alike share one. */
interface Ways {
  readonly frames: Frame[]
  readonly parents: number[]
  readonly depths: number[]
  /** By node. */
  readonly of: Int32Array
}

function waysOf(graph: HeapGraph): Ways {
  const ways: Ways = { frames: [], parents: [], depths: [], of: new Int32Array(graph.count).fill(-1) }
  const known = new Map<string, number>()
  const frames = new Map<string, Frame>()
  const enter = (node: number, parent: number, by: string): void => {
    const name = className(graph, node)
    const at = parentWay(ways, parent, name)
    const key = `${at} ${name}\0${by}`
    let way = known.get(key)
    if (way === undefined) {
      const frame = frames.get(`${name}\0${by}`) ?? { function: name, file: by, line: 0 }
      frames.set(`${name}\0${by}`, frame)
      way = ways.frames.push(frame) - 1
      ways.parents.push(at)
      ways.depths.push(at < 0 ? 0 : (ways.depths[at] as number) + 1)
      known.set(key, way)
    }
    ways.of[node] = way
  }
  spread(graph, ways.of, enter)
  return ways
}

/** Visits each node once, the nearest to the roots first; then those that nothing holds. */
function spread(
  graph: HeapGraph,
  seen: Int32Array,
  enter: (node: number, parent: number, by: string) => void,
): void {
  const order = new Int32Array(graph.count)
  let length = 0
  const reach = (root: number): void => {
    let done = length
    enter(root, -1, '')
    order[length++] = root
    for (; done < length; done++) {
      const from = order[done] as number
      for (let edge = graph.firstEdge(from); edge < graph.firstEdge(from + 1); edge++) {
        const to = graph.target(edge)
        if (seen[to] !== -1 || graph.edgeType(edge) === 'weak') continue
        enter(to, seen[from] as number, label(graph, from, edge))
        order[length++] = to
      }
    }
  }
  if (graph.count > 0) reach(0)
  for (let node = 1; node < graph.count; node++) if (seen[node] === -1) reach(node)
}

/** Lists and trees go on by one class: they are one frame, however long they are. */
function parentWay({ frames, parents, depths }: Ways, way: number, name: string): number {
  let at = way
  for (let back = 0; back < 3 && at >= 0; back++, at = parents[at] as number)
    if (frames[at]?.function === name) return parents[at] as number
  return way >= 0 && (depths[way] as number) >= deepest ? (parents[way] as number) : way
}

function label(graph: HeapGraph, from: number, edge: number): string {
  const type = graph.edgeType(edge)
  const owner = className(graph, from)
  if (type === 'element') return `via ${owner}[]`
  const name = graph.edgeName(edge)
  // Keys of plain objects and of maps may be data: only words are taken for names.
  return /^[#$_A-Za-z][\w$]{0,39}$/.test(name) ? `via ${owner}.${name}` : `via ${owner}`
}

function className(graph: HeapGraph, node: number): string {
  const type = graph.type(node)
  if (type === 'object' || type === 'native')
    return (
      graph
        .name(node)
        .replace(/ \/.*$/s, '')
        .slice(0, 200) || '(object)'
    )
  if (type === 'synthetic') return graph.name(node).slice(0, 200) || '(roots)'
  return Object.hasOwn(namesOf, type) ? (namesOf[type] as string) : `(${type})`
}

const namesOf: Readonly<Record<string, string>> = {
  ...{
    closure: 'Function',
    regexp: 'RegExp',
    code: '(compiled code)',
    hidden: '(system)',
    number: '(number)',
  },
  ...{ 'concatenated string': '(string)', 'sliced string': '(string)' },
}

function stackOf({ frames, parents }: Ways, way: number): readonly Frame[] {
  const stack: Frame[] = []
  for (let at = way; at >= 0; at = parents[at] as number) stack.push(frames[at] as Frame)
  return stack.reverse()
}
