import type { Frame } from '../../../profile/profile.ts'

/** Endings of the files of a snapshot. */
export const endings = {
  heap: '.heap.json',
  tasks: '.tasks.json',
  files: '.files.json',
  types: '.types.json',
  native: '.native.json',
  holders: '.holders.json',
} as const

/** What each file says that it is: `{format, rows}`. */
export const formats = {
  heap: 'leakdiff-jvm-heap',
  tasks: 'leakdiff-jvm-tasks',
  /** Its rows are `OpenedRow`s. */
  files: 'leakdiff-jvm-files',
  /** Its rows are `TypeRow`s. */
  types: 'leakdiff-jvm-types',
  /** Its rows are `NativeRow`s. */
  native: 'leakdiff-jvm-native',
  /** Its rows are `Retainer`s. */
  holders: 'leakdiff-jvm-holders',
} as const

/** Threads at one place. Frames outermost first. */
export interface TaskRow {
  readonly state: string
  readonly stack: readonly Frame[]
  /** One for each thread. */
  readonly ids: readonly number[]
  /** Of whoever started them, and in the order of `ids` which threads those were; left out: nobody knows. */
  readonly started?: { readonly by: readonly Frame[]; readonly parents: readonly number[] }
}

/** Files that one stack opened and that stay open. Frames outermost first. */
export interface OpenedRow {
  /** Compares with that of other rows of the same file only. */
  readonly files: number
  readonly stack: readonly Frame[]
}

/** A type of which more objects live than after the first measured round; its stack is the type alone. */
export interface TypeRow {
  readonly more: number
  readonly stack: readonly Frame[]
}

/** What the JVM took outside of its heap; its stack is the JVM's name of what for. */
export interface NativeRow {
  readonly bytes: number
  readonly stack: readonly Frame[]
}

/** What lives of a class, or was allocated on one stack. Frames outermost first. */
export interface HeapRow {
  readonly bytes: number
  readonly objects: number
  readonly stack: readonly Frame[]
  /** The measured round in which it was born; 0: in the first, or before. */
  readonly born: number
}
