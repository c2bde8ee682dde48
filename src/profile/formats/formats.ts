import { FormatError } from '../../errors.ts'
import type { Profile } from '../profile.ts'
import { goroutineTextForm, goroutineTextReader } from './goroutine-text/parse.ts'
import type { MeasuredProfile } from './measure.ts'
import { otherFormat } from './other.ts'

/** A text that is read line by line, however long it is. */
export interface TextReader {
  readonly line: (text: string) => void
  /** `isEnded`: whether the last line ended in a line break. Throws FormatError. */
  readonly end: (isEnded: boolean) => readonly MeasuredProfile[]
}

/** How a file holds its figures, and how it is read. The last of its measures is the one that its writer would look at first. */
export type Format =
  | { readonly name: 'pprof' }
  | { readonly name: string; readonly readText: (head: Uint8Array) => TextReader }
  | { readonly name: string; readonly readWhole: (bytes: Buffer) => readonly MeasuredProfile[] }

/**
 * The format of a file by its first bytes. All that is not known by them is taken for pprof, whose reader then says what it is not.
 * Throws FormatError, `not-supported`, for formats that are known and not read.
 */
export function formatOf(head: Uint8Array): Format {
  const goroutines = goroutineTextForm(head)
  if (goroutines !== null) return { name: goroutines, readText: goroutineReader }
  const other = otherFormat(head)
  if (other !== null) throw new FormatError('not-supported', other.problem, other.remedy)
  return { name: 'pprof' }
}

function goroutineReader(head: Uint8Array): TextReader {
  const reader = goroutineTextReader(head)
  return { line: reader.line, end: (isEnded) => [measured(reader.end(isEnded), 'goroutine')] }
}

/** A profile of one of the project's own quantities. */
export function measured({ quantity, unit, samples, period }: Profile, type: string): MeasuredProfile {
  return { quantity, unit, type, samples, period: period ?? null, periodOf: '' }
}
