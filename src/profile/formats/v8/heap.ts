import { FormatError } from '../../../errors.ts'
import type { Frame, Profile, Sample } from '../../profile.ts'
import { fileOf, isRecord, readJson, wholeNumber } from './read.ts'

/**
 * Read a V8 sampling heap profile: what `HeapProfiler.getSamplingProfile` returns,
 * or the same with what our probe adds, `{format, probe, rate, boundaries: [round, ordinal][]}`. One sample
 * for each stack and round of birth; values in bytes, scaled up by V8 already. A frame's line is where its
 * function begins. Throws FormatError.
 */
export function parseHeap(bytes: Buffer): Profile {
  const file = readJson(bytes, 'a V8 heap profile')
  if (!isRecord(file) || !isRecord(file.head) || !isRecord(file.head.callFrame))
    throw new FormatError(
      'not-this-format',
      'This is not a V8 heap profile.',
      'Give a .heapprofile or .heap.json file.',
    )
  const probe = typeof file.probe === 'string' ? file.probe : null
  const nodes = readTree(file.head, probe)
  const samples = Array.isArray(file.samples)
    ? fold(file.samples, nodes, bornBy(file.boundaries))
    : selfSizes(nodes)
  const rate = file.rate
  return {
    quantity: 'heap-bytes',
    unit: 'bytes',
    exact: false,
    ...(typeof rate === 'number' && rate > 0 ? { period: rate } : {}),
    total: samples.reduce((sum, sample) => sum + sample.value, 0),
    samples,
  }
}

interface Node {
  /** null: the root, which is no function. */
  readonly frame: Frame | null
  readonly parent: Node | null
  readonly depth: number
  /** Made by the probe itself, or below what it made. */
  readonly ours: boolean
  readonly selfSize: number
}

/** V8 itself stops at 128 frames. */
const deepest = 1024

/** V8 may name a node that it left out of the tree; its bytes still count. */
const unknown: Node = {
  frame: { function: '(unknown)', file: '', line: 0 },
  parent: null,
  depth: 1,
  ours: false,
  selfSize: 0,
}

function readTree(head: unknown, probe: string | null): ReadonlyMap<number, Node> {
  const nodes = new Map<number, Node>()
  // A list of our own, not recursion: the depth of a file's tree is not ours to trust.
  const open: { readonly node: unknown; readonly parent: Node | null }[] = [{ node: head, parent: null }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next
    if (!isRecord(node) || !isRecord(node.callFrame)) throw broken('a node without a call frame')
    if (!Array.isArray(node.children)) throw broken('a node without children')
    const frame = toFrame(node.callFrame, parent?.frame ?? null)
    const read: Node = {
      frame: parent === null ? null : frame,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      ours: parent?.ours === true || (probe !== null && frame.file === probe),
      selfSize: wholeNumber(node.selfSize, 'selfSize'),
    }
    if (read.depth > deepest) throw broken(`a stack of more than ${deepest} frames`)
    // Node 10 and Chrome 69 give no ids, and no samples that would name them.
    nodes.set(node.id === undefined ? -1 - nodes.size : wholeNumber(node.id, 'a node’s id'), read)
    for (const child of node.children) open.push({ node: child, parent: read })
  }
  return nodes
}

/** Frames from the outermost to this node. */
function stackOf(node: Node): readonly Frame[] {
  const stack: Frame[] = []
  for (let at: Node | null = node; at !== null; at = at.parent) if (at.frame !== null) stack.push(at.frame)
  return stack.reverse()
}

function toFrame(callFrame: Readonly<Record<string, unknown>>, caller: Frame | null): Frame {
  const { functionName, url, lineNumber } = callFrame
  const name = typeof functionName === 'string' && functionName !== '' ? functionName : '(anonymous)'
  // V8's word for what sets a class's fields, which the constructor calls.
  const fields = name === '<instance_members_initializer>' && caller !== null
  return {
    function: fields ? `${caller.function}.<fields>` : name,
    file: typeof url === 'string' ? fileOf(url) : '',
    line: typeof lineNumber === 'number' && lineNumber >= 0 ? lineNumber + 1 : 0,
  }
}

type Born = (ordinal: number) => number

/**
 * Maps an ordinal to the measured round in which it was given: after the snapshot of the round before,
 * up to its own.
 */
function bornBy(boundaries: unknown): Born | null {
  if (!Array.isArray(boundaries)) return null
  const rounds = boundaries
    .map((pair: unknown) => {
      if (!Array.isArray(pair)) throw broken('a boundary that is no pair')
      return { round: wholeNumber(pair[0], 'a round'), highest: wholeNumber(pair[1], 'an ordinal') }
    })
    .sort((a, b) => a.round - b.round)
  const last = rounds.at(-1)?.round ?? 0
  return (ordinal) => rounds.find(({ highest }) => ordinal <= highest)?.round ?? last
}

function fold(
  samples: readonly unknown[],
  nodes: ReadonlyMap<number, Node>,
  born: Born | null,
): readonly Sample[] {
  const groups = new Map<string, { node: Node; value: number; count: number; born: number | null }>()
  for (const sample of samples) {
    if (!isRecord(sample)) throw broken('a sample that is no object')
    const id = wholeNumber(sample.nodeId, 'nodeId')
    const node = nodes.get(id) ?? unknown
    if (node.ours) continue
    const round = born?.(wholeNumber(sample.ordinal, 'ordinal')) ?? null
    const key = `${id} ${round}`
    const group = groups.get(key) ?? { node, value: 0, count: 0, born: round }
    group.value += wholeNumber(sample.size, 'size')
    group.count++
    groups.set(key, group)
  }
  return [...groups.values()].map(({ node, value, count, born: round }) => ({
    stack: stackOf(node),
    value,
    attributes: { count, ...(round === null ? {} : { born: round }) },
  }))
}

function selfSizes(nodes: ReadonlyMap<number, Node>): readonly Sample[] {
  return [...nodes.values()]
    .filter(({ ours, selfSize }) => !ours && selfSize > 0)
    .map((node) => ({ stack: stackOf(node), value: node.selfSize }))
}

const broken = (what: string): FormatError =>
  new FormatError(
    'broken',
    `This V8 heap profile has ${what}.`,
    'Take the profile again; the file may be cut short.',
  )
