import type { Quantity } from '../../profile/profile.ts'

/** What the adapter and the probe inside the program say to each other: a line of JSON for a line of JSON. */
export type ProbeRequest =
  | { readonly do: 'collect' }
  | { readonly do: 'count' }
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
  /** Absolute paths of the files written. */
  readonly snapshot: readonly string[]
}

export type ProbeReply<K extends keyof ProbeAnswers = keyof ProbeAnswers> =
  | { readonly answer: ProbeAnswers[K] }
  | { readonly problem: string }

/** The variables that switch the probe on and set it. */
export const probeVariables = { sockets: 'LEAKDIFF_SOCKETS', rate: 'LEAKDIFF_RATE' } as const
