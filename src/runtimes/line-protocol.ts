import type { Quantity } from '../profile/profile.ts'
import type { TestRound } from './test-runner.ts'

/** What every probe of ours inside a program is asked: a line of JSON for a line of JSON. */
export type ProbeRequest =
  | { readonly do: 'collect'; readonly atRest?: boolean }
  | { readonly do: 'count' }
  /** Of a probe that counts apart what takes longer. */
  | { readonly do: 'heap' }
  | { readonly do: 'name' }
  | { readonly do: 'round' }
  | { readonly do: 'files' }
  /** Tests that failed in the last round are skipped from now on. */
  | { readonly do: 'leave' }
  | { readonly do: 'end' }
  | {
      readonly do: 'snapshot'
      readonly directory: string
      readonly round: number
      readonly dump: boolean
      readonly graph?: 'mark' | 'write'
    }

/** Its answers, by what was asked. */
export interface ProbeAnswers {
  readonly collect: null
  /** What could not be counted is left out. */
  readonly count: Readonly<Partial<Record<Quantity, number>>>
  /** null: it cannot be counted, or there is so much that it would take too long. */
  readonly heap: Readonly<Partial<Record<Quantity, number | null>>>
  /** Absolute paths of the files written. */
  readonly snapshot: readonly string[]
  /**
   * Of a process that repeats its tests: their file, and whether the process goes on with others after them.
   */
  readonly name: { readonly name: string; readonly goesOn: boolean }
  readonly round: TestRound
  readonly leave: null
  /**
   * Of a process that repeats its tests: the files whose code it has loaded, from the workload's directory.
   */
  readonly files: readonly string[]
  readonly end: null
}

export type ProbeReply<K extends keyof ProbeAnswers = keyof ProbeAnswers> =
  | { readonly answer: ProbeAnswers[K] }
  | { readonly problem: string }
  /** What makes this process impossible to measure, and what to do about it. */
  | { readonly refused: readonly [problem: string, remedy: string] }
