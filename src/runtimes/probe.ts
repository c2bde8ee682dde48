import type { Total } from '../profile/profile.ts'

/** Where a probe answers: a unix socket that an instrumented process opened, or the user's own endpoint. */
export type ProbeAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }

/** One measured process. Errors thrown are UserErrors that name what did not answer. */
export interface Probe {
  /** null when an endpoint does not tell. */
  readonly pid: number | null
  /** Of a thread beside the program's own, which may block for as long as it likes. */
  readonly thread?: true
  /**
   * Run the runtime's collections until what can be freed is freed. `atRest`:
   * nobody drives the program any more. Between rounds a runtime may pass over what was old before them,
   * as long as nothing grows.
   */
  collect(atRest?: boolean): Promise<void>
  /** The unsampled totals as of now, without anything of ours: what settling polls. */
  count(): Promise<readonly Total[]>
  /**
   * Totals that take longer to read, after one more collection: once a round, not whenever settling polls.
   * Left out: `count` has them all.
   */
  countHeap?(): Promise<readonly Total[]>
  /**
   * Write this round's profiles below `directory` and return their paths;
   * `round` counts measured rounds from 1, 0 is the warm-up.
   */
  snapshot(
    directory: string,
    request: {
      readonly round: number
      readonly dump: boolean
      /**
       * Of a runtime with an `objectGraph`. mark: what is born from here on is new. write: the objects and
       * who holds them, as a file.
       */
      readonly graph?: 'mark' | 'write'
    },
  ): Promise<readonly string[]>
  close(): Promise<void>
}

/**
 * Code of the InconclusiveError with which a probe answers from a process that nobody can measure:
 * to ask again is of no use.
 */
export const refusedCode = 'not-measurable'
