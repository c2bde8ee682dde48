import { posix } from 'node:path'
import type { Frame } from '../../profile.ts'
import type { TextReader } from '../text-reader.ts'
import { brokenText } from './refusal.ts'
import { stackList, unsampled, wholeNumber } from './samples.ts'

/** Bytes from one sample to the next, which the format has fixed. */
const heapRate = 524_288

/**
 * Heap and contention profiles of Java in text:
 *
 *     --- heapz 1 ---
 *     format = java
 *     resolution = bytes
 *        7048     1 @ 0x00000003 0x00000004
 *
 *     0x00000003 com.acme.Cart.add (Cart.java:12)
 *
 * the bytes and objects of each stack, then what the numbers of frames stand for.
 */
export function javaTextReader(): TextReader {
  const stacks = stackList()
  const settings = new Map<string, string>()
  let isHeap = true
  const line = (text: string): void => {
    const trimmed = text.trim()
    const start = /^--- (heapz|contentionz) \d+ ---$/.exec(trimmed)?.[1]
    const setting = /^([\w ]+?) *= *([\w ]+)$/.exec(trimmed)
    const sample = /^(\d+) +(\d+) +@ +([ x\da-f]*)$/i.exec(trimmed)
    const place = /^0x([\da-f]+)\s+(.*)$/i.exec(trimmed)
    if (start !== undefined) isHeap = start === 'heapz'
    else if (setting !== null) settings.set(setting[1] ?? '', setting[2] ?? '')
    else if (sample !== null) stacks.add(valuesOf(sample, isHeap, settings), sample[3] ?? '')
    else if (place !== null) stacks.names.place(Number.parseInt(place[1] ?? '', 16), frameOf(place[2] ?? ''))
    else if (trimmed !== '') throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is no line of it`)
  }
  const end = (isEnded: boolean) => {
    if (!isEnded) throw brokenText('it ends in the middle of a line')
    const unit = settings.get('resolution') ?? (isHeap ? 'bytes' : 'microseconds')
    const types = isHeap
      ? [['inuse_objects', 'count'] as const, ['inuse_space', unit] as const]
      : [['contentions', 'count'] as const, ['delay', unit] as const]
    return stacks.profiles(types, { period: null, isExact: true })
  }
  return { line, end }
}

function valuesOf(
  sample: RegExpExecArray,
  isHeap: boolean,
  settings: ReadonlyMap<string, string>,
): readonly number[] {
  const [size = 0, count = 0] = sample.slice(1, 3).map(wholeNumber)
  if (isHeap) return unsampled(count, size, heapRate)
  const period = Number(settings.get('sampling period') ?? 1) || 1
  return [count * period, size * period]
}

/** `com.acme.Cart.add (Cart.java:12)`, `read (/lib/libc.so)`, `GC`. */
function frameOf(text: string): Frame {
  const place = /^(.*)\s+\((.+):(-?\d+)\)$/.exec(text)
  if (place !== null) {
    const [, name = '', file = '', line = ''] = place
    return { function: name, file, line: Math.max(0, Number(line)) }
  }
  const library = /^(.*)\s+\((.*)\)$/.exec(text)
  if (library !== null) return { function: library[1] ?? '', file: posix.basename(library[2] ?? ''), line: 0 }
  return { function: text.includes('generated stub/JIT') ? 'STUB' : text, file: '', line: 0 }
}
