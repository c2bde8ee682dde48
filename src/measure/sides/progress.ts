import type { Revision, Side } from '../../checkout/revision.ts'
import type { Stage } from '../../runtimes/runtime.ts'
import type { Note } from '../../trial/both-sides.ts'
import type { Reason, Trial } from '../../trial/trial.ts'

export interface BothSidesRequest {
  /** null: base does not contain the workload. */
  readonly base: Revision | null
  readonly head: Revision
  /** Measure this side alone; the other is measured elsewhere. */
  readonly only?: Side | undefined
  /** Measure the trial of this number alone; the others are measured elsewhere. */
  readonly onlyTrial?: number | undefined
  /** Base is neither set up nor measured unless the first trial of head calls for more. */
  readonly baseWhenNeeded?: boolean
  /** Base's first trial as an earlier run has measured it: enough to clear head, never to accuse it. */
  readonly cachedBase?: Trial | null | undefined
  /** Runs a side's set-up; rejects with what a person can act on. */
  readonly setUp: (revision: Revision) => Promise<void>
  /**
   * One fresh start. A trial with failures is thrown away and measured anew, once. `abandoned`: nobody waits
   * for it any more.
   */
  readonly trial: (
    revision: Revision,
    number: number,
    stage: Stage,
    abandoned?: AbortSignal,
  ) => Promise<Trial>
  /** What the trials so far call for. */
  readonly next: (trials: readonly Trial[]) => 'confirm' | 'done'
  /**
   * Whether base, driven as long as head's newest trial, might change what the trials say. Left out: always.
   */
  readonly baseMatters?: (trials: readonly Trial[]) => boolean
  /** Whether it will, by the first trials. */
  readonly baseMayMatter?: (trials: readonly Trial[]) => boolean
  /** Whether there is room for two trials at once. Left out: never. */
  readonly hasRoom?: () => boolean
  /** Whether head's first trial calls for a confirming one already, base unseen. Left out: never. */
  readonly ahead?: (trials: readonly Trial[]) => boolean
  /** Whether that one is driven as it has to be, now that base was seen. Left out: always. */
  readonly fits?: (trials: readonly Trial[]) => boolean
  /** Turns what was thrown into a reason; rethrows our own bugs and aborts. */
  readonly reasonOf: (error: unknown) => Reason
}

/** What grows while both sides are measured. */
export interface Progress {
  readonly trials: Trial[]
  readonly notes: Note[]
  /** Sides that were set up, or should have been. */
  readonly tried: Set<Side>
  readonly failures: Record<Side, Reason | null>
  /** Head's confirming trial, begun beside base's first one; null: none was. */
  ahead: Running | null
}

/** A trial that runs beside another one. */
export interface Running {
  readonly trial: Promise<Trial>
  /** Ends it, whatever it has seen; does nothing once it is over. */
  readonly leave: () => Promise<void>
}

export type Outlook = 'more' | 'done'

export const stageOf = (number: number): Stage => (number === 1 ? 'first' : 'confirm')

/** A head whose base cannot be measured is confirmed alone: it may be clear yet. */
export const outlook = (request: BothSidesRequest, { failures, trials }: Progress): Outlook =>
  failures[request.only ?? 'head'] !== null || request.next(trials) === 'done' ? 'done' : 'more'

/** Head first: what grew there is watched while base is measured. */
export const sidesOf = ({ base, head, only }: BothSidesRequest): Revision[] =>
  (base === null ? [head] : [head, base]).filter(({ side }) => only === undefined || side === only)

export const onSide = (side: Side, step: 'setup' | 'trial', reason: Reason): Reason => ({
  ...reason,
  code: `${side}-${step}-${reason.code}`,
  text: `On ${side}: ${reason.text}`,
})
