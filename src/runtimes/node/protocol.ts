import type { Quantity } from '../../profile/profile.ts'

/** What the adapter and the probe inside the program say to each other: a line of JSON for a line of JSON. */
export type ProbeRequest =
  | { readonly do: 'collect' }
  | { readonly do: 'count' }
  | { readonly do: 'objects' }
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
  readonly count: Readonly<Record<Extract<Quantity, 'heap-bytes' | 'external-bytes' | 'tasks'>, number>>
  /** null: this Node cannot count them, or the heap is so large that it would take too long. */
  readonly objects: { readonly 'heap-objects': number | null }
  /** Absolute paths of the files written. */
  readonly snapshot: readonly string[]
  /**
   * Of a process that repeats its tests: their file, and whether the process goes on with others after them.
   */
  readonly name: { readonly name: string; readonly goesOn: boolean }
  readonly round: { readonly executed: number; readonly failed: string | null }
  readonly end: null
}

export type ProbeReply<K extends keyof ProbeAnswers = keyof ProbeAnswers> =
  | { readonly answer: ProbeAnswers[K] }
  | { readonly problem: string }

/** The variables that switch the probe on and set it. */
export const probeVariables = {
  sockets: 'LEAKDIFF_SOCKETS',
  rate: 'LEAKDIFF_RATE',
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: 'LEAKDIFF_TESTS',
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: 'LEAKDIFF_DIAGNOSE',
} as const
