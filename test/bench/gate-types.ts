export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly text: string
}

/** One failure to order. Without `answer`: GitHub's 502. */
export interface Fault {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Matched against path and query. */
  readonly path?: RegExp
  readonly answer?: Answer | 'reset'
  /** The request takes effect, only its answer is lost. */
  readonly applied?: boolean
}

export interface LoggedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** 0 until it was answered. */
  status: number | 'reset'
}
