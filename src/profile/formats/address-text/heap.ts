import type { TextReader } from '../text-reader.ts'
import { brokenText } from './refusal.ts'
import { stackList, unsampled, wholeNumber } from './samples.ts'

const header = /heap profile: *(\d+): *(\d+) *\[ *(\d+): *(\d+) *\] *@ *([a-z_0-9]+)(?:\/(\d+))?/
const sample = /^(-?\d+): *(-?\d+) *\[ *(\d+): *(\d+) *\] *@([ x\da-f]*)$/i

interface Kind {
  /** Bytes from one sample to the next; 1: all were counted. */
  readonly rate: number
  readonly hasAllocations: boolean
  /** Allocations in use that its first line announces; null where that need not be their sum. */
  readonly announced: number | null
}

/**
 * Heap profiles in text: Go's with debug=1, gperftools' (heap profiler, /pprof/heap and growth), each line
 *
 *     4: 16384 [6: 24576] @ 0x4c3c4c 0x4c3c0d
 *
 * with the objects and bytes in use, and those ever allocated. Sampled ones are scaled as pprof does.
 */
export function heapTextReader(): TextReader {
  const stacks = stackList()
  let kind: Kind | null = null
  let counted = 0
  let section: 'samples' | 'maps' = 'samples'
  const line = (text: string): void => {
    const trimmed = text.trim()
    const next = sectionOf(trimmed)
    if (next !== null) section = next
    else if (section === 'maps') stacks.names.map(text)
    else if (kind === null) kind = readHeader(trimmed)
    else if (trimmed.startsWith('#')) stacks.comment(trimmed)
    else if (trimmed !== '') counted += addSample(trimmed, kind, stacks.add)
  }
  const end = (isEnded: boolean) => {
    if (kind === null) throw brokenText('its first line is missing')
    if (!isEnded && section === 'samples') throw brokenText('it ends in the middle of a line')
    const { announced, hasAllocations, rate } = kind
    if (announced !== null && announced !== counted)
      throw brokenText(`it announces ${announced} objects in use and holds ${counted}`)
    return stacks.profiles(typesOf(hasAllocations), { period: rate })
  }
  return { line, end }
}

/** Behind the stacks stands what is mapped where. */
export function sectionOf(line: string): 'maps' | null {
  return line === 'MAPPED_LIBRARIES:' || line === '--- Memory map: ---' ? 'maps' : null
}

export function typesOf(hasAllocations: boolean): readonly (readonly [string, string])[] {
  const inUse = [['inuse_objects', 'count'] as const, ['inuse_space', 'bytes'] as const]
  return hasAllocations ? [['alloc_objects', 'count'], ['alloc_space', 'bytes'], ...inUse] : inUse
}

function readHeader(line: string): Kind | null {
  const match = header.exec(line)
  if (match === null) return null
  const [, objects = '', bytes = '', allocated = '', allocatedBytes = '', name = '', rate = '1'] = match
  const differ = (one: string, other: string) => other !== one && other !== '0'
  const hasAllocations = differ(objects, allocated) || differ(bytes, allocatedBytes)
  if (name === 'heap') return { rate: wholeNumber(rate) / 2, hasAllocations, announced: wholeNumber(objects) }
  const isSampled = name === 'heap_v2' || name === 'heapz_v2'
  return { rate: isSampled ? wholeNumber(rate) : 1, hasAllocations, announced: null }
}

/** Adds one stack; how many objects in use it has, as they were counted. */
function addSample(
  line: string,
  { rate, hasAllocations }: Kind,
  add: (values: readonly number[], text: string) => void,
): number {
  const match = sample.exec(line)
  if (match === null) throw brokenText(`${JSON.stringify(line.slice(0, 80))} is no stack of a heap`)
  const [objects = 0, bytes = 0, allocated = 0, allocatedBytes = 0] = match.slice(1, 5).map(wholeNumber)
  if (objects === 0 && bytes !== 0) throw brokenText(`${bytes} bytes are in use by no object`)
  const inUse = unsampled(objects, bytes, rate)
  add(hasAllocations ? [...unsampled(allocated, allocatedBytes, rate), ...inUse] : inUse, match[5] ?? '')
  return objects
}
