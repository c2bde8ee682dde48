import type { MeasuredProfile } from './measure.ts'

/** A text that is read line by line, however long it is. */
export interface TextReader {
  readonly line: (text: string) => void
  /** `isEnded`: whether the last line ended in a line break. Throws FormatError. */
  readonly end: (isEnded: boolean) => readonly MeasuredProfile[]
}
