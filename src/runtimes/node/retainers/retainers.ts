import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FormatError } from '../../../errors.ts'
import { type HeapGraph, readHeapGraph } from '../../../profile/formats/v8/heap-graph.ts'
import type { Frame } from '../../../profile/profile.ts'
import type { Retainer } from '../../runtime.ts'
import { isOfFile, isOwnScope, probeOf } from './own.ts'
import { isScope, variableName } from './variables.ts'
import { className, nameOf, pathTo, reach, type Tree } from './ways.ts'

/** More than a heap of 200 MB writes. */
const mostBytes = 1e9
const mostRetainers = 3
/** What holds less of what is new may be anybody's. */
const leastShare = 0.03

/** Whether a file is a heap snapshot of the probe. */
export const isGraph = (path: string): boolean => path.endsWith('.heapsnapshot')

const tooLarge = (): FormatError =>
  new FormatError(
    'not-supported',
    'its heap snapshot is larger than 1 GB, and is not searched.',
    'Measure a program that holds less, if it matters who holds it.',
  )

/** Who holds what was born since the mark in the file's name. Throws FormatError. */
export async function retainers(path: string): Promise<readonly Retainer[]> {
  const since = /\.since-(\d+)\.heapsnapshot$/.exec(basename(path))?.[1]
  if (since === undefined) return []
  if ((await stat(path)).size > mostBytes) throw tooLarge()
  return retainersOf(readHeapGraph(await readFile(path)), Number(since), await probeOf(path))
}

/**
 * Objects with a higher number than `since` are new; the nearest object above them that is not,
 * on the way from the roots, holds them. So lists, tables and chains of timers that grew are one holder,
 * however long they are. What waits for the snapshot itself is the probe's, and held by nobody.
 */
function retainersOf(graph: HeapGraph, since: number, probe: string): readonly Retainer[] {
  const tree = reach(graph)
  const all = newByHolder(graph, tree, since, probe)
  const groups = all.filter((one) => one.bytes < leastShare * bytesOf(all) || !isNodes(graph, tree, one))
  const total = bytesOf(groups)
  return groups
    .filter(({ bytes }) => bytes >= leastShare * total)
    .toSorted((a, b) => b.bytes - a.bytes)
    .flatMap(({ holder, kind, variable, bytes, functions }) => {
      const above = variable === '' ? aboveOf(graph, tree, holder) : [variable]
      const path = kind === '' || above.at(-1) === kind ? above : [...above, kind]
      const registered = registers.test(kind) ? mostOf(functions) : null
      const collection = variable || nameOf(graph, tree, holder)
      const told = {
        path: path.join(' → '),
        bytes,
        share: bytes / total,
        ...(collection === null ? {} : { collection }),
      }
      return path.length < 2 ? [] : [registered === null ? told : { ...told, registered }]
    })
    .slice(0, mostRetainers)
}

/**
 * Who made the scope of a variable without a name says nothing of it:
 * of a test it is the runner, which calls its function.
 */
const aboveOf = (graph: HeapGraph, tree: Tree, holder: number): readonly string[] =>
  isScope(graph, holder) ? [] : pathTo(graph, tree, holder)

/** What is given to somebody else to be called: `EventTarget` keeps its own in objects. */
const registers = /^(?:function|Listener)$/

const bytesOf = (groups: readonly Held[]): number => groups.reduce((sum, { bytes }) => sum + bytes, 0)

/** Of what Node's own scripts hold: its memory, and objects without a class, as those of V8 are. */
const isNodes = (graph: HeapGraph, tree: Tree, { holder, kind }: Held): boolean =>
  (kind === '' || memory.test(kind)) && isOwnScope(graph, tree, holder)

/** Node keeps pools of it, of which it cuts buffers, and makes them anew when they are used up. */
const memory = /^(?:Buffer|ArrayBuffer|Uint8Array)$/

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

function newByHolder(graph: HeapGraph, tree: Tree, since: number, probe: string): readonly Held[] {
  const holders = new Int32Array(graph.count).fill(-1)
  const kinds = new Array<string>(graph.count).fill('')
  const variables = new Array<string>(graph.count).fill('')
  const inFunction = new Uint8Array(graph.count)
  const ofProbe = new Uint8Array(graph.count)
  const held = new Map<string, Held>()
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
    ofProbe[node] = isOutermost && isOfFile(graph, node, probe) ? 1 : (ofProbe[above] ?? 0)
    if (ofProbe[node] === 1) continue
    if (machinery.has(graph.type(node)) || temporary.has(graph.name(holder))) continue
    const size = graph.size(node)
    const key = `${holder} ${kind} ${variable}`
    const known = held.get(key) ?? { holder, kind, variable, bytes: 0, functions: new Map() }
    held.set(key, known)
    known.bytes += size
    if (isOutermost) count(graph, known.functions, node)
  }
  return [...held.values()]
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

const variableOf = (graph: HeapGraph, { edge, parent }: Tree, node: number): string =>
  (edge[node] ?? -1) < 0 ? '' : variableName(graph, parent[node] ?? 0, edge[node] ?? 0)

const machinery = new Set(['code', 'hidden', 'synthetic', 'object shape'])
/**
 * Roots that let go by themselves: a function that runs, as the one that writes the snapshot, and a table
 * of strings that keeps none.
 */
const temporary = new Set(['(Stack roots)', '(Handle scope)', '(Internalized strings)'])
