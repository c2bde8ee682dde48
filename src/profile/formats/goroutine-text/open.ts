import type { Profile } from '../../profile.ts'
import type { Header } from './header.ts'

/** A dump that is read line by line. */
export interface DumpReader {
  line(text: string): void
  /**
   * `isEnded`: whether the last line ended in a line break. Throws FormatError when the dump is cut,
   * or was none.
   */
  end(isEnded: boolean): Profile
}

export interface Pending {
  readonly name: string
  readonly isCreator: boolean
  /** A function without doubt: without its place, the dump is damaged. */
  readonly isSure: boolean
}

/** The goroutine that is being read. */
export interface Open {
  readonly header: Header
  frames: number[]
  outermost: string
  createdBy: number
  readonly ancestry: number[][]
  /** Numbers of the goroutines whose stacks follow, the creator first. */
  readonly parents: number[]
  /** A function or creator whose file and line come next. */
  pending: Pending | null
  /** Whether the stack that is being read has its creator. */
  hasCreator: boolean
  isUnavailable: boolean
}
