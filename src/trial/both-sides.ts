import type { Reason, Trial } from './trial.ts'

/** What both sides gave. */
export interface BothSides {
  /** Those without failures. */
  readonly trials: readonly Trial[]
  /** Why head could not be measured; null when it was. */
  readonly headFailure: Reason | null
  /**
   * Why base could not be measured although it holds the workload: reason enough to doubt a head that grows.
   */
  readonly baseFailure: Reason | null
  readonly notes: readonly Note[]
}

export interface Note {
  readonly code: string
  readonly text: string
  /** Of tests that were left out: which, in few words. */
  readonly subject?: string
}

/** Says whether the pull request is to blame for a workload that cannot be measured. */
export function blame(head: Reason, baseFailure: Reason | null, baseTried: boolean): Reason {
  if (!baseTried) return head
  if (baseFailure === null) return { ...head, text: `${sentence(head.text)} Base does not fail.` }
  const told = (text: string) => text.replace(/\bbase\b/gi, 'head')
  const again =
    told(baseFailure.text) === told(head.text)
      ? 'Base fails in the same way.'
      : `It fails on base as well. ${baseFailure.text}`
  return { ...head, text: `${sentence(head.text)} ${again}` }
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
