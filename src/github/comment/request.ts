import type { Put } from './own-comments.ts'

/** Which section of the comment is ours. */
export interface SectionPlace {
  readonly leg: string
  readonly run: number
  /** How many legs the matrix has. */
  readonly legs: number
  /** Waits, in milliseconds; the timer when left out. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

export interface CommentRequest {
  readonly key: string
  /** A leg of a matrix writes a section of the comment; null: all of it is this job's. */
  readonly section: SectionPlace | null
  /** Markdown without the marker. */
  readonly body: string
  /** standing: only a comment that is there already is kept up to date. */
  readonly when: 'always' | 'standing'
}

export type CommentOutcome =
  | (Put & {
      /** Why an extra comment could not be removed; null when there is none left. */
      readonly unremoved: unknown
    })
  /** There was none, and none was wanted. */
  | { readonly did: 'nothing' }
