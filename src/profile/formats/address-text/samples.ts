import type { Frame, Sample } from '../../profile.ts'
import { lineFrames } from '../line-frames.ts'
import { type MeasuredProfile, measureOf } from '../measure.ts'
import { goPrintName } from '../pprof/names.ts'
import { tooLarge } from '../pprof/refusal.ts'
import { type AddressNames, addressNames } from './names.ts'
import { brokenText } from './refusal.ts'

/** A stack by its addresses, leaf first, and by names where the text gives them below it. */
interface Stack {
  readonly values: readonly number[]
  readonly addresses: readonly number[]
  readonly frames: Frame[]
}

/**
 * What texts of this family have in common: stacks of addresses, `#` lines that name them,
 * and what is mapped where.
 */
export interface StackList {
  readonly names: AddressNames
  /** Adds a stack; `text` is what stands behind the `@`. */
  add(values: readonly number[], text: string): void
  /** A `#` line below a stack: `#	0x4c3c4c	main.f+0x2ac	/src/main.go:66`. */
  comment(line: string): void
  /**
   * One profile a measure, in the order of the values. Addresses of calls are those behind them,
   * unless `isExact`.
   */
  profiles(
    types: readonly (readonly [type: string, unit: string])[],
    how: Sampling,
  ): readonly MeasuredProfile[]
}

interface Sampling {
  readonly period: number | null
  readonly isExact?: boolean
}

/** Stacks and their frames that stay within 1 GB. */
const mostStacks = 1_000_000
const mostFrames = 30_000_000
/** Lines that name frames, which repeat in every stack. */
const mostLines = 300_000
const mostLetters = 50e6

export function stackList(): StackList {
  const names = addressNames()
  const stacks: Stack[] = []
  const named = lineFrames(readComment, { mostFrames: mostLines, mostLetters, tooMany: tooLarge })
  let kept = 0
  return {
    names,
    add(values, text) {
      const addresses = text.match(/0x[\da-f]+/gi)?.map(Number) ?? []
      kept += addresses.length
      if (stacks.length >= mostStacks || kept > mostFrames) throw tooLarge()
      stacks.push({ values, addresses, frames: [] })
    },
    comment(line) {
      const id = named.idOf(line)
      if (id === null) return
      if (kept++ > mostFrames) throw tooLarge()
      stacks.at(-1)?.frames.push(named.all[id] as Frame)
    },
    profiles(types, { period, isExact = false }) {
      const all = stacks.map((stack) => ({ ...stack, outermostFirst: framesOf(stack, names, isExact) }))
      return types.map(([type, unit], column) => {
        const { factor, ...measure } = measureOf(type, unit)
        const samples: Sample[] = []
        for (const { values, outermostFirst } of all) {
          const value = (values[column] ?? 0) * factor
          if (value !== 0) samples.push({ stack: outermostFirst, value })
        }
        return { ...measure, samples, period, periodOf: period === null ? '' : 'space/bytes' }
      })
    },
  }
}

function framesOf({ addresses, frames }: Stack, names: AddressNames, isExact: boolean): readonly Frame[] {
  if (frames.length > 0) return frames.toReversed()
  return names.stack(addresses, isExact).toReversed()
}

/** null for comments that name no frame. */
function readComment(line: string): Frame | null {
  const match = /^#\s+0x[\da-f]+\s+(\S.*?)\+0x[\da-f]+\s+(\S.*):(\d{1,9})$/i.exec(line)
  if (match === null) return null
  const [, name = '', file = '', number = ''] = match
  return { function: goPrintName(name), file, line: Number(number) }
}

/** A whole number of a text, which may have been cut. Throws FormatError. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw brokenText(`${text.slice(0, 40)} is not a number that can be added exactly`)
  return value
}

/**
 * The number and the bytes of allocations that stand behind sampled ones: one of size S is sampled with
 * probability 1 - exp(-S/R). As pprof scales them (profile/legacy_profile.go, scaleHeapSample).
 */
export function unsampled(count: number, size: number, rate: number): readonly [number, number] {
  if (count === 0 || size === 0) return [0, 0]
  if (rate <= 1) return [count, size]
  const scale = 1 / (1 - Math.exp(-size / count / rate))
  return [Math.trunc(count * scale), Math.trunc(size * scale)]
}
