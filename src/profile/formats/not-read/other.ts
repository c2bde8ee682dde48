/** A format that is known, and that leakdiff does not read: what it is, and what to give instead. */
export interface Other {
  readonly starts: RegExp | readonly string[]
  readonly what: string
  readonly remedy: string
}
