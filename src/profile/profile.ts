/**
 * What is counted. One currency for every runtime: bytes, objects and live tasks are all samples on stacks.
 */
export const quantities = {
  'heap-bytes': 'bytes',
  'heap-objects': 'objects',
  'external-bytes': 'bytes',
  tasks: 'tasks',
  files: 'files',
  classes: 'classes',
  /** What a runtime keeps of loaded classes, beside its heap. */
  'class-bytes': 'bytes',
  /** Of each type how many more live than after the first measured round; its stack is the type alone. */
  instances: 'objects',
  threads: 'threads',
  'rss-bytes': 'bytes',
  'alloc-bytes': 'bytes',
  'alloc-objects': 'objects',
} as const

export type Quantity = keyof typeof quantities
export type Unit = (typeof quantities)[Quantity]

/**
 * One line of a stack as the runtime prints it. `line` is 1-based, 0 when unknown; `file` is '' when unknown.
 */
export interface Frame {
  readonly function: string
  readonly file: string
  readonly line: number
}

/**
 * What a runtime knows of a sample besides its stack and value.
 * It never takes part in the identity of a site.
 */
export interface Attributes {
  /** What a task waits for, as the runtime says it: `chan receive`, `Timeout`. */
  readonly state?: string
  /** Whole minutes a task has waited. */
  readonly minutes?: number
  /** Where a task was created. */
  readonly createdBy?: Frame
  /**
   * Stacks of a task's creator, as it stood then, of that one's creator, and so on;
   * each outermost frame first.
   */
  readonly ancestry?: readonly (readonly Frame[])[]
  /**
   * What tells these tasks from all others of the process, for as long as it lives;
   * where `ancestry` is known.
   */
  readonly ids?: readonly number[]
  /** Of whoever created each of these, the same: in the order of `ids`. */
  readonly parents?: readonly number[]
  /** The measured round in which the sample was born; 0: before the first measured round. */
  readonly born?: number
  /** How many sampled allocations stand behind `value`. */
  readonly count?: number
}

export interface Sample {
  /** Outermost frame first. */
  readonly stack: readonly Frame[]
  readonly value: number
  readonly attributes?: Attributes
}

export interface Profile {
  readonly quantity: Quantity
  readonly unit: Unit
  /** false: a statistical sample scaled up; `period` then says how many units stand behind one sample. */
  readonly exact: boolean
  readonly period?: number
  readonly total?: number
  readonly samples: readonly Sample[]
}

/** An unsampled figure of one process, read after a collection. */
export interface Total {
  readonly quantity: Quantity
  readonly value: number
}
