/** A configuration as somebody wrote it, and where its parts stand, for error messages. */
export interface ConfigSource {
  /** What readers call it: `.github/leakdiff.yml`, `the input config`, `the inputs`. */
  readonly label: string
  readonly value: unknown
  /** The place of a key or of its value: `.github/leakdiff.yml:7:5`, `input rounds`. */
  readonly place: (path: readonly PropertyKey[], part: 'key' | 'value') => string
}

/** One thing that is wrong, and where. */
export interface Problem {
  readonly place: string
  readonly text: string
}
