export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly text: string
}

/** In an answer's place a reset of the connection, or none ever. */
export type Failure = Answer | 'reset' | 'never'

/** One failure to order. Without `answer` and `until`: GitHub's 502. */
export interface Fault {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Matched against path and query. */
  readonly path?: RegExp
  readonly answer?: Failure
  /** The request takes effect, only its answer is lost. */
  readonly applied?: boolean
  /** Called when the request is there; once it is done, GitHub answers as ever. */
  readonly until?: () => Promise<unknown>
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
