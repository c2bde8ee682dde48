export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly text: string
}

/** Without an answer of its own: a connection reset, none ever, or GitHub's own after a second. */
export type Failure = Answer | 'reset' | 'never' | 'late'

/** One failure to order. Without `answer`: GitHub's 502. */
export interface Fault {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Matched against path and query. */
  readonly path?: RegExp
  readonly answer?: Failure
  /** The request takes effect, only its answer is lost. */
  readonly applied?: boolean
  /** How many requests meet it; 1 when left out. */
  readonly times?: number
}

export interface LoggedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** 0 until it was answered. */
  status: number | 'reset'
}
