import type { Quantity } from '../../profile/profile.ts'

/** The variables that switch the probe on and set it. */
export const probeVariables = {
  sockets: 'LEAKDIFF_SOCKETS',
  /** Frames of each stack that asks for memory; 0: nothing is traced. */
  frames: 'LEAKDIFF_FRAMES',
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: 'LEAKDIFF_TESTS',
  /** Set: nothing is judged of this process, and it is looked at for this (`Quest`). */
  look: 'LEAKDIFF_LOOK',
} as const

/** What the adapter and the probe inside the program say to each other: a line of JSON for a line of JSON. */
export type ProbeRequest =
  | { readonly do: 'collect' }
  | { readonly do: 'count' }
  | { readonly do: 'name' }
  | { readonly do: 'round' }
  | { readonly do: 'end' }
  | {
      readonly do: 'snapshot'
      readonly directory: string
      readonly round: number
      readonly dump: boolean
      readonly graph?: 'mark' | 'write'
    }

export interface ProbeAnswers {
  readonly collect: null
  /** What could not be counted is left out. */
  readonly count: Readonly<Partial<Record<Quantity, number>>>
  /** Absolute paths of the files written. */
  readonly snapshot: readonly string[]
  /**
   * Of a process that repeats its tests: their file, and whether the process goes on with others after them.
   */
  readonly name: { readonly name: string; readonly goesOn: boolean }
  readonly round: { readonly executed: number; readonly failed: string | null }
  readonly end: null
}

export type ProbeReply<K extends keyof ProbeAnswers> =
  | { readonly answer: ProbeAnswers[K] }
  | { readonly problem: string }
  /** What makes this process impossible to measure, and what to do about it. */
  | { readonly refused: readonly [problem: string, remedy: string] }
