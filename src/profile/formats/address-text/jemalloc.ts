import type { TextReader } from '../text-reader.ts'
import { sectionOf, typesOf } from './heap.ts'
import { brokenText } from './refusal.ts'
import { stackList, unsampled, wholeNumber } from './samples.ts'

/**
 * jemalloc's heap profile (`prof.dump`):
 *
 *     heap_v2/524288
 *       t*: 950: 2083448 [0: 0]
 *     @ 0x7fef4e8a2630 0x562c60d222c5
 *       t*: 172: 361546 [0: 0]
 *       t0: 172: 361546 [0: 0]
 *
 * the objects and bytes in use of all threads, and in brackets those ever allocated,
 * where `prof_accum` is on.
 */
export function jemallocReader(): TextReader {
  const stacks = stackList()
  const found: { rate: number | null; stack: string | null; hasAllocations: boolean; isFirst: boolean } = {
    ...{ rate: null, stack: null, hasAllocations: false, isFirst: true },
  }
  let section: 'samples' | 'maps' = 'samples'
  const line = (text: string): void => {
    const trimmed = text.trim()
    const next = sectionOf(trimmed)
    const rate = /^heap_v2\/(\d+)$/.exec(trimmed)?.[1]
    if (rate !== undefined) found.rate = wholeNumber(rate)
    else if (next !== null) section = next
    else if (section === 'maps') stacks.names.map(text)
    else if (trimmed.startsWith('@')) {
      if (found.stack !== null) throw brokenText('a stack has no counts')
      found.stack = trimmed.slice(1)
    } else if (trimmed.startsWith('t*:')) addCounts(trimmed)
    else if (trimmed !== '' && !/^t\d+:/.test(trimmed))
      throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is not a line of a jemalloc profile`)
  }
  const addCounts = (text: string): void => {
    const match = /^t\*: (\d+): (\d+) \[(\d+): (\d+)\]$/.exec(text)
    if (match === null || found.rate === null) throw brokenText(`${text.slice(0, 80)} is no count`)
    const [objects = 0, bytes = 0, allocated = 0, allocatedBytes = 0] = match.slice(1).map(wholeNumber)
    if (found.isFirst) found.hasAllocations = allocated > 0
    found.isFirst = false
    // The first counts are those of the whole process.
    if (found.stack === null) return
    const ever = unsampled(allocated, allocatedBytes, found.rate)
    const inUse = unsampled(objects, bytes, found.rate)
    stacks.add(found.hasAllocations ? [...ever, ...inUse] : inUse, found.stack)
    found.stack = null
  }
  const end = (isEnded: boolean) => {
    if (found.stack !== null) throw brokenText('it ends within a stack')
    if (!isEnded && section === 'samples') throw brokenText('it ends in the middle of a line')
    return stacks.profiles(typesOf(found.hasAllocations), { period: found.rate })
  }
  return { line, end }
}
