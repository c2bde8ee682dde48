import type { Frame } from '../../../profile/profile.ts'

/** Endings of the files of a snapshot. */
export const endings = { heap: '.heap.json', tasks: '.tasks.json' } as const

/** What each file says that it is: `{format, rows}`. */
export const formats = { heap: 'leakdiff-jvm-heap', tasks: 'leakdiff-jvm-tasks' } as const

/** Threads at one place. Frames outermost first. */
export interface TaskRow {
  readonly count: number
  readonly state: string
  readonly stack: readonly Frame[]
  readonly startedBy?: Frame
}

/** What lives of a class, or was allocated on one stack. Frames outermost first. */
export interface HeapRow {
  readonly bytes: number
  readonly objects: number
  readonly stack: readonly Frame[]
  /** The measured round in which it was born, where that is known. */
  readonly born?: number
}
